using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sward.Kernel;

/// <summary>
/// Work that every node repeats for its own memory, at its start and then every so often. When it fails, what was there before serves until the next time. What one
/// node does for all is an <see cref="IClockJob"/>.
/// </summary>
public abstract class NodeJob(TimeSpan every, TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Does it now; for whoever changed what it reads.</summary>
    public abstract Task RunAsync(CancellationToken ct);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, Clock);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may be away for a moment; the loop must outlive it.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(error, "{Job} failed; what it read before serves on", GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>How modules add such work.</summary>
public static class NodeJobExtensions
{
    public static IServiceCollection AddNodeJob<TJob>(this IServiceCollection services) where TJob : NodeJob
    {
        services.AddSingleton<TJob>();
        return services.AddHostedService(sp => sp.GetRequiredService<TJob>());
    }
}
