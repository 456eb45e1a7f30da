using System.Diagnostics.Metrics;

namespace Sward.Bench;

/// <summary>What became of the signals since the server started.</summary>
internal sealed record SignalCounts(long Accepted, long Written, long Lost, long Repeated)
{
    public static SignalCounts operator -(SignalCounts left, SignalCounts right) =>
        new(left.Accepted - right.Accepted, left.Written - right.Written, left.Lost - right.Lost, left.Repeated - right.Repeated);
}

/// <summary>Listens to the counters of signals in the server's process.</summary>
internal sealed class SignalMeter : IDisposable
{
    private readonly MeterListener listener = new();
    private long accepted;
    private long written;
    private long lost;
    private long repeated;

    public SignalMeter()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name.StartsWith("signals.", StringComparison.Ordinal))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Count(instrument.Name, value));
        listener.Start();
    }

    public SignalCounts Read() => new(Interlocked.Read(ref accepted), Interlocked.Read(ref written), Interlocked.Read(ref lost), Interlocked.Read(ref repeated));

    public void Dispose() => listener.Dispose();

    private void Count(string name, long value)
    {
        switch (name)
        {
            case "signals.accepted":
                Interlocked.Add(ref accepted, value);
                break;
            case "signals.written":
                Interlocked.Add(ref written, value);
                break;
            case "signals.lost":
                Interlocked.Add(ref lost, value);
                break;
            case "signals.repeated":
                Interlocked.Add(ref repeated, value);
                break;
        }
    }
}
