using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;
using Sward.Ui;

namespace Sward.Notes;

/// <summary>A note in a list.</summary>
internal sealed record ListedNote(NoteCard Note, AccountCard Author, MediaCard Cover, bool Liked)
{
    /// <summary>The same for a waterfall on a page.</summary>
    public NoteTile ToTile() => new(Note, Author, Cover, Liked);
}

/// <summary>Fills lists of note ids: four questions, however many notes.</summary>
internal sealed class ListedNotes(INoteCards notes, IAccountCards accounts, IMediaCards media)
{
    /// <summary>The notes in the order of the ids. Those that this reader may not see are left out.</summary>
    public async Task<IReadOnlyList<ListedNote>> OfAsync(IReadOnlyList<long> noteIds, long? readerId, CancellationToken ct)
    {
        if (noteIds.Count == 0)
        {
            return [];
        }

        var cards = await notes.GetAsync(noteIds, readerId, ct);
        var authors = await accounts.GetAsync([.. cards.Values.Select(c => c.AuthorId).Distinct()], ct);
        var covers = await media.GetAsync([.. cards.Values.Select(c => c.CoverMediaId)], ct);
        var liked = readerId is { } reader ? await notes.LikedByAsync(reader, [.. cards.Keys], ct) : null;
        return
        [
            .. from noteId in noteIds
               let card = cards.GetValueOrDefault(noteId)
               where card is not null && authors.ContainsKey(card.AuthorId) && covers.ContainsKey(card.CoverMediaId)
               select new ListedNote(card, authors[card.AuthorId], covers[card.CoverMediaId], liked?.Contains(noteId) is true),
        ];
    }
}
