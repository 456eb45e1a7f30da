using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;

namespace Sward.Mall.Coupons;

/// <summary>Gives who begins to follow a store's owner the coupons for followers, each once however often they come and go. Who followed before takes them.</summary>
internal sealed class GiveToFollowers(MallDb db, Ids ids, TimeProvider clock) : IHandle<AccountFollowed>
{
    public const string Subscriber = "mall.give-to-followers";

    public async Task HandleAsync(AccountFollowed fact, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await (
            from store in db.Stores
            join issue in db.CouponIssues on store.Id equals issue.StoreId
            where store.OwnerId == fact.FolloweeId && issue.Way == CouponWay.Follow && issue.EndedAt == null && issue.Until > now
                && !db.HeldCoupons.Any(h => h.IssueId == issue.Id && h.AccountId == fact.FollowerId)
            orderby issue.Id
            select new { Issue = issue, StoreName = store.Name }).AsNoTracking().ToListAsync(ct);
        foreach (var coupon in open)
        {
            if (await GiveAsync(coupon.Issue, fact.FollowerId, now, ct))
            {
                db.Announce(new CouponsGiven(coupon.Issue.Id, coupon.Issue.Title, coupon.StoreName, [fact.FollowerId], coupon.Issue.Until, now));
            }
        }
    }

    private async Task<bool> GiveAsync(CouponIssue issue, long accountId, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.TakeOutAsync(issue.Id, 1, now, ct) == 0)
        {
            return false;
        }

        if (await db.InsertOnceAsync(HeldCoupon.Of(ids.Next(), issue, accountId, number: 1, now), ct))
        {
            return true;
        }

        // They took it themselves at the same moment.
        await db.PutBackAsync(issue.Id, ct);
        return false;
    }
}
