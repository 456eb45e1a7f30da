using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sward.Discovery.Signals;

/// <summary>Writes what the buffer holds once a second.</summary>
internal sealed partial class SignalWriter(SignalBuffer buffer, ISignalStore store, TimeProvider clock, ILogger<SignalWriter> log) : BackgroundService
{
    private const int BatchSize = 10_000;

    private static readonly Counter<long> Written = Metrics.Meter.CreateCounter<long>("signals.written", "signals", "Signals in the store.");
    private static readonly Counter<long> Repeated = Metrics.Meter.CreateCounter<long>("signals.repeated", "signals", "Signals that a client sent again.");
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Writes everything now.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            while (Take() is { Count: > 0 } batch)
            {
                await WriteAsync(batch, ct);
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await FlushAsync(stoppingToken);
        }
    }

    private List<Signal> Take()
    {
        var batch = new List<Signal>();
        while (batch.Count < BatchSize && buffer.TryTake(out var signal))
        {
            batch.Add(signal);
        }

        return batch;
    }

    private async Task WriteAsync(List<Signal> batch, CancellationToken ct)
    {
        foreach (var day in batch.GroupBy(signal => signal.Day))
        {
            Signal[] signals = [.. day];
            try
            {
                var isNew = await store.WriteAsync(day.Key, signals, ct);
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
    }

    [LoggerMessage(LogLevel.Warning, "{Count} signals were lost")]
    private partial void LogLost(int count, Exception error);
}

/// <summary>Forgets signals that are older than they may be.</summary>
internal sealed class ForgetOldSignals(ISignalStore store, IOptions<DiscoveryOptions> options, TimeProvider clock) : IClockJob
{
    public Task RunAsync(CancellationToken ct) => store.ForgetBeforeAsync(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-options.Value.SignalDays), ct);
}
