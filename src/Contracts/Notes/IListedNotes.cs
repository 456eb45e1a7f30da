using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Contracts.Notes;

/// <summary>A note in a list: all that its tile shows.</summary>
/// <param name="Cover">Null when the picture has gone since.</param>
/// <param name="Liked">Whether the reader has liked it.</param>
public sealed record ListedNote(NoteCard Note, AccountCard Author, MediaCard? Cover, bool Liked);

/// <summary>Fills lists of note ids, mostly from memory: a handful of questions to the database at most, however many notes.</summary>
public interface IListedNotes
{
    /// <summary>The notes in the order of the ids. Those that are gone, or that this reader may not see, are left out.</summary>
    /// <param name="readerId">Who will see the list; null for a visitor.</param>
    Task<IReadOnlyList<ListedNote>> OfAsync(IReadOnlyCollection<long> noteIds, long? readerId, CancellationToken ct);
}
