using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;

namespace Sward.Discovery.Signals;

/// <summary>Signals on their way to the store. Never makes a request wait: when it is full, the oldest give way and are counted.</summary>
internal sealed class SignalBuffer(IOptions<DiscoveryOptions> options)
{
    private static readonly Counter<long> Accepted = Metrics.Meter.CreateCounter<long>("signals.accepted", "signals", "Signals taken from clients.");
    private static readonly Counter<long> Lost = Metrics.Meter.CreateCounter<long>("signals.lost", "signals", "Signals that gave way to newer ones or could not be written.");

    private readonly int most = options.Value.SignalsWaiting;
    private readonly Queue<Signal> waiting = new();
    private readonly Lock gate = new();
    private long lostCount;

    public long LostCount => Interlocked.Read(ref lostCount);

    public void Add(params ReadOnlySpan<Signal> signals)
    {
        var lost = 0;
        lock (gate)
        {
            foreach (ref readonly var signal in signals)
            {
                if (waiting.Count == most)
                {
                    waiting.Dequeue();
                    lost++;
                }

                waiting.Enqueue(signal);
            }
        }

        Accepted.Add(signals.Length);
        Lose(lost);
    }

    /// <summary>The oldest that wait, at most so many.</summary>
    public Signal[] Take(int count)
    {
        lock (gate)
        {
            var taken = new Signal[Math.Min(count, waiting.Count)];
            for (var i = 0; i < taken.Length; i++)
            {
                taken[i] = waiting.Dequeue();
            }

            return taken;
        }
    }

    public void Lose(int count)
    {
        if (count > 0)
        {
            Interlocked.Add(ref lostCount, count);
            Lost.Add(count);
        }
    }
}
