using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sward.Kernel;

namespace Sward.Tests.Kernel;

public abstract class ClockJobsTests(AppFixture app)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Two_nodes_run_a_job_once_each_period()
    {
        await using var own = await app.OwnHostAsync();
        using var work = new Work();
        await using var one = await Node.StartAsync(own, work);
        await using var two = await Node.StartAsync(own, work);

        var start = own.Clock.GetUtcNow();
        await PassAsync(own, work, until: () => work.RunsOf<Steady>() >= 5);

        Assert.InRange(work.RunsOf<Steady>(), 5, PeriodsSince(start, own));
    }

    [Fact]
    public async Task What_fell_due_while_no_node_ran_is_done_once()
    {
        await using var own = await app.OwnHostAsync();
        using var work = new Work();
        await using (await Node.StartAsync(own, work))
        {
            await PassAsync(own, work, until: () => work.RunsOf<Steady>() == 1);
        }

        own.Clock.Advance(TimeSpan.FromHours(1));
        var start = own.Clock.GetUtcNow();
        await using var next = await Node.StartAsync(own, work);
        await PassAsync(own, work, until: () => work.RunsOf<Steady>() >= 4);

        Assert.InRange(work.RunsOf<Steady>(), 4, 1 + PeriodsSince(start, own));
    }

    [Fact]
    public async Task A_job_that_throws_runs_again_at_its_next_time_and_the_others_run_meanwhile()
    {
        await using var own = await app.OwnHostAsync();
        using var work = new Work { Fault = new InvalidOperationException("broken") };
        await using var node = await Node.StartAsync(own, work);

        var start = own.Clock.GetUtcNow();
        await PassAsync(own, work, until: () => work.RunsOf<Fragile>() >= 4 && work.RunsOf<Steady>() >= 4);

        Assert.InRange(work.RunsOf<Fragile>(), 4, PeriodsSince(start, own));
    }

    [Fact]
    public async Task A_job_that_takes_longer_than_its_period_is_not_begun_twice_and_holds_up_no_other()
    {
        await using var own = await app.OwnHostAsync();
        using var work = new Work { Gate = new TaskCompletionSource() };
        await using var node = await Node.StartAsync(own, work);

        await PassAsync(own, work, until: () => work.RunsOf<Steady>() >= 4);
        Assert.Equal(1, work.RunsOf<Fragile>());

        work.Gate.SetResult();
        await PassAsync(own, work, until: () => work.RunsOf<Fragile>() == 2);
    }

    /// <summary>Lets the loops tick until something is so; between two ticks it waits for the beat, which runs at each.</summary>
    private static async Task PassAsync(AppFixture own, Work work, Func<bool> until)
    {
        for (var tick = 0; !until(); tick++)
        {
            Assert.True(tick < 150, "It never came to that.");
            own.Clock.Advance(TimeSpan.FromSeconds(5));
            // The first tick passes unseen when the loop does not wait for it yet.
            await work.Beat.WaitAsync(TimeSpan.FromMilliseconds(500), AppFixture.Ct);
        }
    }

    /// <summary>How often a job may have run at most: once at the start and once at the end of each period.</summary>
    private static int PeriodsSince(DateTimeOffset start, AppFixture own) => 1 + (int)((own.Clock.GetUtcNow() - start) / Minute);

    /// <summary>What jobs did, on whichever node.</summary>
    private sealed class Work : IDisposable
    {
        private readonly ConcurrentBag<Type> runs = [];

        public SemaphoreSlim Beat { get; } = new(0);

        public Exception? Fault { get; init; }

        public TaskCompletionSource? Gate { get; init; }

        public int RunsOf<TJob>() => runs.Count(job => job == typeof(TJob));

        public void Note<TJob>() => runs.Add(typeof(TJob));

        public void Dispose() => Beat.Dispose();
    }

    private sealed class Steady(Work work) : IClockJob
    {
        public Task RunAsync(CancellationToken ct)
        {
            work.Note<Steady>();
            return Task.CompletedTask;
        }
    }

    private sealed class Fragile(Work work) : IClockJob
    {
        public async Task RunAsync(CancellationToken ct)
        {
            work.Note<Fragile>();
            await (work.Gate?.Task ?? Task.CompletedTask);
            if (work.Fault is { } fault)
            {
                throw fault;
            }
        }
    }

    private sealed class Beat(Work work) : IClockJob
    {
        public Task RunAsync(CancellationToken ct)
        {
            work.Beat.Release();
            return Task.CompletedTask;
        }
    }

    /// <summary>A process that runs these jobs on the database of a host.</summary>
    private sealed class Node(ServiceProvider services) : IAsyncDisposable
    {
        public static async Task<Node> StartAsync(AppFixture own, Work work)
        {
            var services = new ServiceCollection();
            services.AddLogging().AddSingleton<TimeProvider>(own.Clock).AddSingleton(work).AddSingleton<ClockJobs>();
            services.AddScoped(_ => own.Services.CreateScope()).AddScoped(node => node.GetRequiredService<IServiceScope>().ServiceProvider.GetRequiredService<KernelDb>());
            services.AddClockJob<Fragile>(nameof(Fragile), Minute).AddClockJob<Steady>(nameof(Steady), Minute).AddClockJob<Beat>(nameof(Beat), TimeSpan.FromSeconds(1));
            var node = new Node(services.BuildServiceProvider());
            await node.Jobs.StartAsync(AppFixture.Ct);
            return node;
        }

        private ClockJobs Jobs => services.GetRequiredService<ClockJobs>();

        public async ValueTask DisposeAsync()
        {
            await Jobs.StopAsync(CancellationToken.None);
            await services.DisposeAsync();
        }
    }
}

public sealed class ClockJobsOnSqlite(OnSqlite app) : ClockJobsTests(app);

public sealed class ClockJobsOnPostgres(OnPostgres app) : ClockJobsTests(app);
