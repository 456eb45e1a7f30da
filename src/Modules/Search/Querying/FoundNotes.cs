using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;
using Sward.Ui;

namespace Sward.Search;

/// <summary>A found note: its card, what the reader did to it, where the words are, and why it is shown.</summary>
internal sealed record FoundNote(NoteCard Note, MediaCard? Cover, AccountCard Author, FoundMine Mine, NoteHighlights Highlights, FoundReason Reason);

/// <summary>What the reader did to a found note.</summary>
internal sealed record FoundMine(bool Liked);

/// <summary>Hits in the title, and the part of the body that holds most of them.</summary>
internal sealed record NoteHighlights(IReadOnlyList<TextRange> Title, Excerpt? Body);

/// <summary>Why a result is shown: a stable code and a sentence for people.</summary>
internal sealed record FoundReason(string Code, string Text);

/// <summary>Draws found notes, with the places of the words that were looked for.</summary>
internal sealed class FoundNotes(SearchDb db, IListedNotes notes, IStringLocalizer texts)
{
    /// <summary>A note that went since it was indexed, or that this reader may not see, is left out here for good.</summary>
    public async Task<IReadOnlyList<FoundNote>> DrawAsync(IReadOnlyList<long> noteIds, Query query, IReadOnlyList<long> pinned, long? readerId, CancellationToken ct)
    {
        var listed = await notes.OfAsync(noteIds, readerId, ct);
        var documents = await db.Notes.AsNoTracking().Where(n => noteIds.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        var highlighter = new Highlighter(query);
        return
        [
            .. from note in listed
               let card = note.Note
               where documents.ContainsKey(card.Id)
               let highlights = new NoteHighlights(highlighter.Hits(card.Title), highlighter.Excerpt(documents[card.Id].Body))
               let reason = pinned.Contains(card.Id) ? new("pinned", texts["search.reason.pinned"]) : Explain(highlights, documents[card.Id], highlighter)
               select new FoundNote(card, note.Cover, note.Author, new FoundMine(note.Liked), highlights, reason),
        ];
    }

    private FoundReason Explain(NoteHighlights highlights, NoteDocument document, Highlighter highlighter)
    {
        var topic = document.Topics.FirstOrDefault(t => highlighter.Hits(t).Count > 0);
        return (highlights, topic) switch
        {
            ({ Title.Count: > 0 }, _) => new("title", texts["search.reason.title"]),
            (_, { }) => new("topic", texts["search.reason.topic", topic]),
            ({ Body: { } }, _) => new("body", texts["search.reason.body"]),
            _ => new("goods", texts["search.reason.goods"]),
        };
    }
}
