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

/// <summary>Draws the cards of a page: at most one query for each kind of card and one for the reader's likes.</summary>
internal sealed class FeedCards(INoteCards notes, IMediaCards media, IAccountCards accounts, IStringLocalizer texts)
{
    /// <summary>A note that went since it was ranked, or that this reader may not see, is left out here for good.</summary>
    public async Task<FeedAnswer> DrawAsync(FeedContext context, FeedPage page, CancellationToken ct)
    {
        var readerId = context.Ask.ReaderId;
        long[] noteIds = [.. page.Candidates.Select(candidate => candidate.Note.Id)];
        var cards = await notes.GetAsync(noteIds, readerId, ct);
        var covers = await media.GetAsync([.. cards.Values.Select(card => card.CoverMediaId)], ct);
        var authors = await accounts.GetAsync([.. cards.Values.Select(card => card.AuthorId)], ct);
        var liked = readerId is { } reader ? await notes.LikedByAsync(reader, noteIds, ct) : new HashSet<long>();
        var items = new List<FeedCard>(noteIds.Length);
        foreach (var candidate in page.Candidates)
        {
            if (cards.TryGetValue(candidate.Note.Id, out var card) && authors.TryGetValue(card.AuthorId, out var author))
            {
                items.Add(new FeedCard(card, covers.GetValueOrDefault(card.CoverMediaId), author, new CardMine(liked.Contains(card.Id)), Explain(context, candidate)));
            }
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
