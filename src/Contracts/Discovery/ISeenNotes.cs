namespace Sward.Contracts.Discovery;

/// <summary>Knows which notes people have opened. What was done while personalisation was off is known of nobody.</summary>
public interface ISeenNotes
{
    /// <summary>Those of the notes that this reader opened or did something with; none for a visitor.</summary>
    Task<IReadOnlySet<long>> AmongAsync(IReadOnlyCollection<long> noteIds, long? readerId, CancellationToken ct);
}
