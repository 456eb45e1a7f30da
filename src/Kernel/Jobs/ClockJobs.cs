using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sward.Kernel;

/// <summary>Work that is done every so often by one node.</summary>
public interface IClockJob
{
    Task RunAsync(CancellationToken ct);
}

/// <summary>A job's permanent name, its period and its type.</summary>
public sealed record ClockJob(string Name, TimeSpan Every, Type Type);

/// <summary>When a job is due next: the node that moves it on runs the job.</summary>
internal sealed class JobLease
{
    public required string Name { get; init; }

    public DateTimeOffset NextRun { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<JobLease>
    {
        public void Configure(EntityTypeBuilder<JobLease> builder)
        {
            builder.HasKey(j => j.Name);
            builder.Property(j => j.Name).HasMaxLength(80);
        }
    }
}

/// <summary>How modules add jobs.</summary>
public static class ClockJobExtensions
{
    public static IServiceCollection AddClockJob<TJob>(this IServiceCollection services, string name, TimeSpan every) where TJob : class, IClockJob
    {
        services.AddScoped<TJob>();
        return services.AddSingleton(new ClockJob(name, every, typeof(TJob)));
    }
}

/// <summary>Runs each job at its period; a row per job decides which node may. A long one holds up no other.</summary>
public sealed class ClockJobs(IEnumerable<ClockJob> jobs, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ClockJobs> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    /// <summary>Jobs at once: their connections are wanted by requests too.</summary>
    private readonly SemaphoreSlim places = new(4);

    /// <summary>Runs one job now, whenever it is due; tests call it instead of running the loop.</summary>
    public async Task RunNowAsync(string name, CancellationToken ct) => await RunAsync(jobs.Single(j => string.Equals(j.Name, name, StringComparison.Ordinal)), ct);

    public override void Dispose()
    {
        places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new Dictionary<ClockJob, Task>();
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var job in await DueAsync(stoppingToken))
            {
                if (running.GetValueOrDefault(job) is not { IsCompleted: false })
                {
                    running[job] = RunIfDueAsync(job, stoppingToken);
                }
            }
        }
    }

    /// <summary>Jobs whose time has come, by one look at all of them; which node gets one is decided by its row.</summary>
    private async Task<IEnumerable<ClockJob>> DueAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = clock.GetUtcNow();
            var later = await scope.ServiceProvider.GetRequiredService<KernelDb>().JobLeases.Where(j => j.NextRun > now).Select(j => j.Name).ToListAsync(ct);
            return jobs.Where(job => !later.Contains(job.Name, StringComparer.Ordinal));
        }
#pragma warning disable CA1031 // The database may be away for a moment; the next tick asks again.
        catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError(error, "Which jobs are due is not known");
            return [];
        }
    }

    private async Task RunIfDueAsync(ClockJob job, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        try
        {
            if (await TakeAsync(job, ct))
            {
                await RunAsync(job, ct);
            }
        }
#pragma warning disable CA1031 // One job's failure must not stop the others; it runs again at its next time.
        catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError(error, "Job {Job} failed", job.Name);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<bool> TakeAsync(ClockJob job, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var now = clock.GetUtcNow();
        var next = now + job.Every;
        return await db.JobLeases.Where(j => j.Name == job.Name && j.NextRun <= now).ExecuteUpdateAsync(set => set.SetProperty(j => j.NextRun, next), ct) == 1
            || await db.InsertOnceAsync(new JobLease { Name = job.Name, NextRun = next }, ct);
    }

    private async Task RunAsync(ClockJob job, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await ((IClockJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(ct);
    }
}

/// <summary>Forgets facts after 14 days, answers after one day and counts after a day.</summary>
internal sealed class ForgetOldRows(KernelDb db, TimeProvider clock) : IClockJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var (facts, answers) = (clock.GetUtcNow().AddDays(-14), clock.GetUtcNow().AddDays(-1));
        await db.Facts.Where(f => f.At < facts).ExecuteDeleteAsync(ct);
        await db.Answers.Where(a => a.At < answers).ExecuteDeleteAsync(ct);
        await db.RateCounts.Where(r => r.WindowEnd < answers).ExecuteDeleteAsync(ct);
    }
}
