namespace Sward.Kernel;

/// <summary>Rung after each commit that announced something; everybody who waits is woken.</summary>
public sealed class FactBell
{
    private TaskCompletionSource rung = NewRing();

    /// <summary>Raised by <see cref="Ring"/> only, not by <see cref="RingHere"/>: lets the bell travel to other nodes.</summary>
    internal event Action? RungLocally;

    public void Ring()
    {
        RingHere();
        RungLocally?.Invoke();
    }

    /// <summary>Rings for this process alone.</summary>
    internal void RingHere() => Interlocked.Exchange(ref rung, NewRing()).TrySetResult();

    /// <summary>Ends at the next ring. Take it before looking for work, wait on it after: then no ring is missed.</summary>
    internal Task NextRing() => Volatile.Read(ref rung).Task;

    private static TaskCompletionSource NewRing() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
