using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;
using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Serving;

/// <summary>A card of a feed: a note with its cover, its author, what the reader did to it, and why it is shown.</summary>
internal sealed record FeedCard(NoteCard Note, MediaCard? Cover, AccountCard Author, CardMine Mine, CardReason Reason);

/// <summary>What the reader did to the note.</summary>
internal sealed record CardMine(bool Liked);

/// <summary>Why a card is shown: a stable code, a sentence for people, and which source proposed it at what score.</summary>
internal sealed record CardReason(string Code, string Text, string Source, long Score);

/// <summary>A served page; signals about its cards name it by <paramref name="RequestId"/>.</summary>
internal sealed record FeedAnswer(string RequestId, IReadOnlyList<FeedCard> Items, string? Next);

/// <summary>Draws the cards of a page and says why each is there.</summary>
internal sealed class FeedCards(IListedNotes notes, IStringLocalizer texts)
{
    /// <summary>A note that went since it was ranked, or that this reader may not see, is left out here for good.</summary>
    public async Task<FeedAnswer> DrawAsync(FeedContext context, FeedPage page, CancellationToken ct)
    {
        var listed = await notes.OfAsync([.. page.Candidates.Select(candidate => candidate.Note.Id)], context.Ask.ReaderId, ct);
        var candidates = page.Candidates.ToDictionary(candidate => candidate.Note.Id);
        var items = new List<FeedCard>(listed.Count);
        foreach (var note in listed)
        {
            items.Add(new FeedCard(note.Note, note.Cover, note.Author, new CardMine(note.Liked), Explain(context, candidates[note.Note.Id])));
        }

        return new FeedAnswer(page.RequestId, items, page.Next);
    }

    private CardReason Explain(FeedContext context, Candidate candidate)
    {
        var why = candidate.Source.WhyThis(context, candidate.Note);
        var key = $"discovery.reason.{why.Code}";
        var about = why is { IsChannel: true } ? texts[$"channel.{why.About}"].Value : why.About;
        return new CardReason(why.Code, about is null ? texts[key] : texts[key, about], candidate.Source.Name, candidate.Score);
    }
}
