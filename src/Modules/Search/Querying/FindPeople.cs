using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;
using Sward.Ui;

namespace Sward.Search;

/// <summary>A found account: its card, how many follow it, whether the reader does, the hits in its name, and how many of those whom the reader follows do; null where that is none.</summary>
internal sealed record FoundPerson(AccountCard Account, int Followers, bool IsFollowed, IReadOnlyList<TextRange> NicknameHits, Excerpt? Bio, FoundReason? Reason);

/// <summary>Searches accounts for a reader.</summary>
internal sealed class FindPeople(
    ISearchIndex<PersonMarks> index, SearchDb db, ICircles circles, ISecondCircle secondHand, IPersonalisation personalisation, IAccountCards accounts, IStringLocalizer texts, IOptions<SearchOptions> options)
{
    /// <summary>Of whom the reader's people follow, so many are asked for.</summary>
    private const int SecondHandRead = 500;

    /// <summary>Null when the cursor is none of ours.</summary>
    public async Task<FoundPage<FoundPerson>?> RunAsync(Query query, long? readerId, PageQuery page, CancellationToken ct)
    {
        var circle = await circles.OfAsync(readerId, ct);
        var found = Rank(query, readerId, circle);
        return RankedPages.Cut(found.Hits, page, pinned: []) is var (ids, next)
            ? new(await DrawAsync(ids, query, readerId, circle, ct), next, found.Count, found.IsRelaxed)
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

    private async Task<IReadOnlyList<FoundPerson>> DrawAsync(IReadOnlyList<long> accountIds, Query query, long? readerId, Circle circle, CancellationToken ct)
    {
        var followedBy = await FollowedByAsync(readerId, circle, ct);
        var cards = await accounts.GetAsync(accountIds, ct);
        var documents = await db.People.AsNoTracking().Where(p => accountIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var highlighter = new Highlighter(query);
        return
        [
            .. from id in accountIds
               where cards.ContainsKey(id) && documents.ContainsKey(id)
               let card = cards[id]
               let document = documents[id]
               select new FoundPerson(card, document.FollowerCount, circle.Following.Contains(id), highlighter.Hits(card.Nickname), highlighter.Excerpt(document.Bio), Explain(followedBy.GetValueOrDefault(id))),
        ];
    }

    /// <summary>How many of those whom the reader follows follow somebody; nobody for a reader who switched personalisation off.</summary>
    private async Task<IReadOnlyDictionary<long, int>> FollowedByAsync(long? readerId, Circle circle, CancellationToken ct) =>
        readerId is { } id && circle.Following.Count > 0 && await personalisation.IsOnAsync(id, ct)
            ? (await secondHand.OfAsync(id, SecondHandRead, ct)).ToDictionary(known => known.AccountId, known => known.By)
            : new Dictionary<long, int>();

    private FoundReason? Explain(int by) => by switch
    {
        0 => null,
        1 => new("followed-by", texts["search.reason.followed-by-one"]),
        _ => new("followed-by", texts["search.reason.followed-by", by]),
    };
}
