namespace Sward.Contracts.Discovery;

/// <summary>Knows which notes people do not want to see: the note itself, its author, or what it is about.</summary>
public interface IHiddenNotes
{
    /// <summary>Those of the notes that this reader does not want to see; none for a visitor.</summary>
    ValueTask<IReadOnlySet<long>> AmongAsync(IEnumerable<long> noteIds, long? readerId, CancellationToken ct);
}
