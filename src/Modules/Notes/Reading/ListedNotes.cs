using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;
using Sward.Ui;

namespace Sward.Notes;

/// <summary>Puts the cards of a note, its author and its cover together with what the reader did to it.</summary>
internal sealed class ListedNotes(INoteCards notes, IAccountCards accounts, IMediaCards media, LikesOfPeople likes) : IListedNotes
{
    public async Task<IReadOnlyList<ListedNote>> OfAsync(IReadOnlyCollection<long> noteIds, long? readerId, CancellationToken ct)
    {
        if (noteIds.Count == 0)
        {
            return [];
        }

        var cards = await notes.GetAsync(noteIds, readerId, ct);
        var authors = await accounts.GetAsync([.. cards.Values.Select(card => card.AuthorId)], ct);
        var covers = await media.GetAsync([.. cards.Values.Select(card => card.CoverMediaId)], ct);
        var liked = await likes.AmongAsync(readerId, noteIds, ct);
        var listed = new List<ListedNote>(noteIds.Count);
        foreach (var noteId in noteIds)
        {
            if (cards.TryGetValue(noteId, out var card) && authors.TryGetValue(card.AuthorId, out var author))
            {
                listed.Add(new(card, author, covers.GetValueOrDefault(card.CoverMediaId), liked.Contains(noteId)));
            }
        }

        return listed;
    }
}

/// <summary>Lists on pages.</summary>
internal static class ListedNoteExtensions
{
    /// <summary>The note as a card.</summary>
    /// <param name="why">Why it stands in the list, one short sentence.</param>
    public static NoteTile ToTile(this ListedNote note, string why) => new(note.Note, note.Author, note.Cover, note.Liked, why);
}
