using Sward.Contracts.Mall;

namespace Sward.Mall.Coupons;

/// <summary>Tells people a day before a coupon expires that they have not used, once; what expires together is told together.</summary>
internal sealed class TellOfExpiry(MallDb db, Backlog backlog, TimeProvider clock) : IClockJob
{
    private const int Batch = 100;

    public Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return backlog.WorkOffAsync(Due(db, now).Select(i => i.Id), issueId => TellHoldersAsync(issueId, now, ct), ct);
    }

    /// <summary>What is in its last day.</summary>
    internal static IQueryable<CouponIssue> Due(MallDb db, DateTimeOffset now)
    {
        var soon = now + HeldCoupon.LastDay;
        return db.CouponIssues.Where(i => i.Until > now && i.Until <= soon);
    }

    /// <summary>Who has one of an issue, has not used it and was not told, in the order of their ids; once for each one they have, because to leave doubles out all would have to be read.</summary>
    internal static IQueryable<long> Holders(MallDb db, long issueId, long after) =>
        db.HeldCoupons.Where(h => h.IssueId == issueId && h.AccountId > after && h.ToldAt == null && h.PurchaseId == null).Select(h => h.AccountId).OrderBy(id => id);

    private async Task TellHoldersAsync(long issueId, DateTimeOffset now, CancellationToken ct)
    {
        long[] people = [0];
        do
        {
            people = await Holders(db, issueId, people[^1]).Take(Batch).ToArrayAsync(ct);
            if (people.Length > 0)
            {
                await TellAsync(people, now, ct);
            }
        }
        while (people.Length == Batch);
    }

    private async Task TellAsync(long[] people, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var due = Due(db, now);
        var ids = await db.HeldCoupons
            .Where(h => people.Contains(h.AccountId) && h.ToldAt == null && h.PurchaseId == null && due.Any(i => i.Id == h.IssueId)).Select(h => h.Id).ToArrayAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var coupons = await LockAsync(ids, ct);
        long[] issueIds = [.. coupons.Select(coupon => coupon.IssueId).Distinct()];
        var issues = await db.CouponIssues.AsNoTracking().Where(i => issueIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        foreach (var person in coupons.GroupBy(coupon => coupon.AccountId))
        {
            var first = person.Select(coupon => issues[coupon.IssueId]).MinBy(issue => issue.Until)!;
            db.Announce(new CouponsExpiring(person.Key, person.Count(), first.Title, first.Until, now));
        }

        coupons.ForEach(coupon => coupon.ToldAt = now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Those of them that still wait to be told of, locked in the order of their keys: another node may be telling of them.</summary>
    private Task<List<HeldCoupon>> LockAsync(long[] ids, CancellationToken ct) => db.Database.IsNpgsql()
        ? db.HeldCoupons.FromSql($"SELECT * FROM mall_held_coupon WHERE id = ANY ({ids}) AND told_at IS NULL AND purchase_id IS NULL ORDER BY id FOR UPDATE").ToListAsync(ct)
        : db.HeldCoupons.Where(h => ids.Contains(h.Id) && h.ToldAt == null && h.PurchaseId == null).ToListAsync(ct);
}
