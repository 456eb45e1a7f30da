using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Mall.Orders;

namespace Sward.Mall.Coupons;

/// <summary>
/// Gives coupons that are pushed, some people at a time. What a batch gives, where the push has come to and the news of it commit together: after a crash it goes on behind the last batch, and
/// nobody gets one twice.
/// </summary>
internal sealed class PushCoupons(MallDb db, Backlog backlog, ICircles circles, Ids ids, TimeProvider clock) : IClockJob
{
    public const int Batch = 100;

    /// <summary>Somebody to look at, and their place in the audience's order.</summary>
    private readonly record struct Person(long AccountId, long Place);

    public Task RunAsync(CancellationToken ct) => backlog.WorkOffAsync(db.CouponPushes.Where(p => p.DoneAt == null).Select(p => p.Id), async pushId =>
    {
        while (await StepAsync(pushId, ct))
        {
            // The next batch.
        }
    }, ct);

    /// <summary>One batch; false when the push is over, or another node is at it.</summary>
    private async Task<bool> StepAsync(long pushId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var push = await db.CouponPushes.AsNoTracking().Include(p => p.Issue).SingleAsync(p => p.Id == pushId, ct);
        var store = await db.Stores.AsNoTracking().Where(s => s.Id == push.Issue.StoreId).Select(s => new { s.OwnerId, s.Name }).SingleOrDefaultAsync(ct);
        var (people, isLast) = await NextAsync(push, store?.OwnerId, ct);
        var place = people.Count > 0 ? people[^1].Place : push.Place;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Of two nodes the one that moves the place on has the batch.
        if (await db.CouponPushes.Where(p => p.Id == pushId && p.DoneAt == null && p.Place == push.Place).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.Place, place).SetProperty(p => p.Looked, p => p.Looked + people.Count), ct) == 0)
        {
            return false;
        }

        var wanting = await WithoutAsync(people.Select(person => person.AccountId), push.IssueId, store?.OwnerId, ct);
        var now = clock.GetUtcNow();
        var count = await db.TakeOutAsync(push.IssueId, wanting.Count, now, ct);
        if (count > 0)
        {
            long[] given = [.. wanting.Take(count)];
            db.HeldCoupons.AddRange(given.Select(accountId => HeldCoupon.Of(ids.Next(), push.Issue, accountId, number: 1, now)));
            db.Announce(new CouponsGiven(push.IssueId, push.Issue.Title, store?.Name, given, push.Issue.Until, now));
            await db.SaveChangesAsync(ct);
        }

        // Nobody is left to look at, or nothing to give.
        DateTimeOffset? doneAt = isLast || count < wanting.Count ? now : null;
        await db.CouponPushes.Where(p => p.Id == pushId).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.Given, p => p.Given + count).SetProperty(p => p.DoneAt, doneAt), ct);
        if (doneAt is not null)
        {
            await db.CouponPushes.Where(p => p.Id == pushId).ExecuteUpdateAsync(set => set.SetProperty(p => p.AccountIds, new List<long>()), ct);
        }

        await transaction.CommitAsync(ct);
        return doneAt is null;
    }

    /// <summary>The next people, each once, and whether they are the last.</summary>
    private async Task<(IReadOnlyList<Person> People, bool IsLast)> NextAsync(CouponPush push, long? ownerId, CancellationToken ct)
    {
        IReadOnlyList<Person> found = push.Audience switch
        {
            PushAudience.Followers => [.. (await circles.FollowersAsync(ownerId!.Value, push.Place, Batch, ct)).Select(follower => new Person(follower.AccountId, follower.Place))],
            PushAudience.Buyers => [.. (await BuyersAfter(db, push).Take(Batch).ToListAsync(ct)).Select(accountId => new Person(accountId, accountId))],
            _ => [.. push.AccountIds.Where(accountId => accountId > push.Place).Order().Take(Batch).Select(accountId => new Person(accountId, accountId))],
        };
        return ([.. found.Distinct()], found.Count < Batch);
    }

    /// <summary>Who bought and did not give all of it back, in the order of their ids; once for each order, because to leave doubles out all orders would have to be read.</summary>
    internal static IQueryable<long> BuyersAfter(MallDb db, CouponPush push)
    {
        var (place, storeId, since) = (push.Place, push.Issue.StoreId, push.StartedAt - CouponPush.BuyersFor);
        // Said by what it is not: a list of states would lead SQLite to the index of states, and to sorting all of them.
        var orders = db.Orders.Where(o => o.BuyerId > place && o.PaidAt != null && o.State != OrderState.Cancelled && o.State != OrderState.Refunded);
        return (storeId is null ? orders : orders.Where(o => o.StoreId == storeId && o.PaidAt >= since)).Select(o => o.BuyerId).OrderBy(id => id);
    }

    /// <summary>Those of them who have none yet; whom the store's owner and they keep apart are left out.</summary>
    private async Task<IReadOnlyList<long>> WithoutAsync(IEnumerable<long> people, long issueId, long? ownerId, CancellationToken ct)
    {
        var blocked = (await circles.OfAsync(ownerId, ct)).Blocked;
        long[] candidates = [.. people.Where(accountId => !blocked.Contains(accountId))];
        var holders = await db.HeldCoupons.Where(h => h.IssueId == issueId && candidates.Contains(h.AccountId)).Select(h => h.AccountId).ToHashSetAsync(ct);
        return [.. candidates.Where(accountId => !holders.Contains(accountId))];
    }
}
