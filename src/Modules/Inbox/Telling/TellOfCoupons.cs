using System.Globalization;
using Sward.Contracts.Mall;

namespace Sward.Inbox;

/// <summary>Tells people of coupons that they were given, and of those that are good for one more day.</summary>
internal sealed class TellOfCoupons(Teller teller, Ids ids) : IHandle<CouponsGiven>, IHandle<CouponsExpiring>
{
    public const string Subscriber = "inbox.tell-of-coupons";

    public Task HandleAsync(CouponsGiven fact, CancellationToken ct)
    {
        var words = PlainText.Cut(fact.StoreName is { } store ? $"{store}: {fact.Title}" : fact.Title, Notice.ExcerptLength, "…");
        return teller.TellEachAsync(
            fact.AccountIds, NoticeKinds.CouponGiven,
            accountId => Notice.Begin(ids.Next(), accountId, NoticeKinds.CouponGiven, fact.CouponId, actorId: null, fact.At) with { Excerpt = words }, ct);
    }

    public Task HandleAsync(CouponsExpiring fact, CancellationToken ct)
    {
        var (kind, words) = fact.Count == 1 ? (NoticeKinds.CouponExpires, fact.Title) : (NoticeKinds.CouponsExpire, fact.Count.ToString(CultureInfo.InvariantCulture));
        return teller.TellAsync(Notice.Begin(ids.Next(), fact.AccountId, kind, subjectId: 0, actorId: null, fact.At) with { Excerpt = words }, ct);
    }
}
