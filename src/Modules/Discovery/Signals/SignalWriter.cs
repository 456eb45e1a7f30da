using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sward.Discovery.Filters;
using Sward.Discovery.Portrait;

namespace Sward.Discovery.Signals;

/// <summary>Writes what the buffer holds, often and a little at a time: a second's worth at once would be felt by every page that is made meanwhile.</summary>
internal sealed partial class SignalWriter(SignalBuffer buffer, ISignalStore store, NamelessSignals nameless, RecentlySeen recently, TimeProvider clock, ILogger<SignalWriter> log) : BackgroundService
{
    private const int BatchSize = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly Counter<long> Written = Metrics.Meter.CreateCounter<long>("signals.written", "signals", "Signals in the store.");
    private static readonly Counter<long> Repeated = Metrics.Meter.CreateCounter<long>("signals.repeated", "signals", "Signals that a client sent again.");
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Writes everything now.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        while (await WriteBatchAsync(ct) > 0)
        {
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteBatchAsync(stoppingToken);
        }
    }

    /// <summary>Says how many it took.</summary>
    private async Task<int> WriteBatchAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            var batch = buffer.Take(BatchSize);
            foreach (var day in batch.GroupBy(signal => signal.Day))
            {
                await WriteAsync(day.Key, [.. day], ct);
            }

            return batch.Length;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task WriteAsync(DateOnly day, Signal[] signals, CancellationToken ct)
    {
        try
        {
            var named = await nameless.OfAsync(signals, ct);
            recently.Add(named);
            var isNew = await store.WriteAsync(day, named, ct);
            Written.Add(isNew);
            Repeated.Add(signals.Length - isNew);
        }
#pragma warning disable CA1031 // A full disk must not stop the site: signals may be lost, and are counted.
        catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            buffer.Lose(signals.Length);
            LogLost(signals.Length, error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} signals were lost")]
    private partial void LogLost(int count, Exception error);
}

/// <summary>Forgets signals that are older than they may be.</summary>
internal sealed class ForgetOldSignals(ISignalStore store, IOptions<DiscoveryOptions> options, TimeProvider clock) : IClockJob
{
    public Task RunAsync(CancellationToken ct) => store.ForgetBeforeAsync(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-options.Value.SignalDays), ct);
}
