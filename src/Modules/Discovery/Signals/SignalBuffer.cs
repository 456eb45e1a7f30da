using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Sward.Discovery.Signals;

/// <summary>Signals on their way to the store. Never makes a request wait: when it is full, the oldest give way and are counted.</summary>
internal sealed class SignalBuffer
{
    private static readonly Counter<long> Accepted = Metrics.Meter.CreateCounter<long>("signals.accepted", "signals", "Signals taken from clients.");
    private static readonly Counter<long> Lost = Metrics.Meter.CreateCounter<long>("signals.lost", "signals", "Signals that gave way to newer ones or could not be written.");

    private readonly Channel<Signal> waiting;
    private long lostCount;

    public SignalBuffer(IOptions<DiscoveryOptions> options) => waiting = Channel.CreateBounded<Signal>(
        new BoundedChannelOptions(options.Value.SignalsWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, _ => Lose(1));

    public long LostCount => Interlocked.Read(ref lostCount);

    public void Add(Signal signal)
    {
        waiting.Writer.TryWrite(signal);
        Accepted.Add(1);
    }

    public bool TryTake([NotNullWhen(true)] out Signal? signal) => waiting.Reader.TryRead(out signal);

    public void Lose(int count)
    {
        Interlocked.Add(ref lostCount, count);
        Lost.Add(count);
    }
}
