using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Search;

/// <summary>A found account: its card, how many follow it, whether the reader does, and the hits in its name.</summary>
internal sealed record FoundPerson(AccountCard Account, int Followers, bool IsFollowed, IReadOnlyList<TextRange> NicknameHits, Excerpt? Bio);

/// <summary>Searches accounts for a reader.</summary>
internal sealed class FindPeople(ISearchIndex<PersonMarks> index, SearchDb db, ICircles circles, IAccountCards accounts, IOptions<SearchOptions> options)
{
    /// <summary>Null when the cursor is none of ours.</summary>
    public async Task<FoundPage<FoundPerson>?> RunAsync(Query query, long? readerId, PageQuery page, CancellationToken ct)
    {
        var circle = await circles.OfAsync(readerId, ct);
        var found = Rank(query, readerId, circle);
        return RankedPages.Cut(found.Hits, page, pinned: []) is var (ids, next)
            ? new(await DrawAsync(ids, query, circle, ct), next, found.Count, found.IsRelaxed)
            : null;
    }

    /// <summary>All hits of a reader in their order, as far as anybody can page.</summary>
    public Found Rank(Query query, long? readerId, Circle circle) => index.Find(query, options.Value.EnoughFor(byRelevance: false), options.Value.DepthFor(readerId), RankFor(circle));

    /// <summary>Places accounts for one reader; null hides those they must not meet.</summary>
    public static Ranking<PersonMarks> RankFor(Circle circle)
    {
        long? Rank(float relevance, in PersonMarks person) => circle.Blocked.Contains(person.AccountId)
            ? null
            : Ranks.General(relevance, Ranks.Liking(person.Followers), freshness: 0, circle.Following.Contains(person.AccountId));
        return new(Rank, Ranks.Most, (in PersonMarks highest) => Ranks.Raised(Ranks.Liking(highest.Followers), freshness: 0, isFollowed: true));
    }

    private async Task<IReadOnlyList<FoundPerson>> DrawAsync(IReadOnlyList<long> accountIds, Query query, Circle circle, CancellationToken ct)
    {
        var cards = await accounts.GetAsync(accountIds, ct);
        var documents = await db.People.AsNoTracking().Where(p => accountIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var highlighter = new Highlighter(query);
        return
        [
            .. from id in accountIds
               where cards.ContainsKey(id) && documents.ContainsKey(id)
               let card = cards[id]
               let document = documents[id]
               select new FoundPerson(card, document.FollowerCount, circle.Following.Contains(id), highlighter.Hits(card.Nickname), highlighter.Excerpt(document.Bio)),
        ];
    }
}
