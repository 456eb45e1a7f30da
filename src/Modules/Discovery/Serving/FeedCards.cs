using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Reach;

namespace Sward.Discovery.Serving;

/// <summary>A card of a feed: a note with its cover, its author, what the reader did to it, and why it is shown.</summary>
/// <param name="Shown">What the signal of its impression says in <c>detail</c>.</param>
internal sealed record FeedCard(NoteCard Note, MediaCard? Cover, AccountCard Author, CardMine Mine, CardReason Reason, string Shown);

/// <summary>What the reader did to the note.</summary>
internal sealed record CardMine(bool Liked);

/// <summary>Why a card is shown: a stable code, a sentence for people, and which source proposed it at what score.</summary>
internal sealed record CardReason(string Code, string Text, string Source, long Score);

/// <summary>A served page; signals about its cards name it by <paramref name="RequestId"/>.</summary>
internal sealed record FeedAnswer(string RequestId, IReadOnlyList<FeedCard> Items, string? Next);

/// <summary>Draws the cards of a page and says why each is there.</summary>
internal sealed class FeedCards(IListedNotes notes, INoteCards seeds, ReasonTexts reasons)
{
    /// <summary>A note that went since it was ranked, or that this reader may not see, is left out here for good.</summary>
    public async Task<FeedAnswer> DrawAsync(Surface surface, FeedContext context, FeedPage page, CancellationToken ct)
    {
        var listed = await notes.OfAsync([.. page.Candidates.Select(candidate => candidate.Note.Id)], context.Ask.ReaderId, ct);
        var candidates = page.Candidates.ToDictionary(candidate => candidate.Note.Id);
        var titles = await TitlesAsync(context, page, ct);
        var items = new List<FeedCard>(listed.Count);
        foreach (var note in listed)
        {
            var candidate = candidates[note.Note.Id];
            items.Add(new FeedCard(
                note.Note, note.Cover, note.Author, new CardMine(note.Liked), Explain(context, candidate, titles), Provenance.Of(surface, context, candidate).ToString()));
        }

        return new FeedAnswer(page.RequestId, items, page.Next);
    }

    /// <summary>Titles of the notes that reasons are about. One that the reader may not see any more is not named.</summary>
    private async ValueTask<IReadOnlyDictionary<long, NoteCard>> TitlesAsync(FeedContext context, FeedPage page, CancellationToken ct)
    {
        long[] noteIds = [.. page.Candidates.Select(candidate => candidate.Why?.NoteId).OfType<long>().Distinct()];
        return noteIds.Length == 0 ? new Dictionary<long, NoteCard>() : await seeds.GetAsync(noteIds, context.Ask.ReaderId, ct);
    }

    private CardReason Explain(FeedContext context, Candidate candidate, IReadOnlyDictionary<long, NoteCard> titles)
    {
        var why = candidate.Why is { } told && (told.NoteId is not { } noteId || titles.ContainsKey(noteId)) ? told : candidate.Source.WhyThis(context, candidate.Note);
        return new CardReason(why.Code, reasons.TextOf(why, why.NoteId is { } seedId ? titles[seedId].Title : null), candidate.Source.Name, candidate.Score);
    }
}
