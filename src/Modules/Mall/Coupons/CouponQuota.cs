namespace Sward.Mall.Coupons;

/// <summary>How many of an issue may still go. All ways of handing out go through here: one conditional update, so that together they never give more than there are.</summary>
internal static class CouponQuota
{
    /// <summary>Takes so many out of the quota, or as many as are left; says how many. In the transaction that gives them: what is taken out and not given would be lost.</summary>
    public static async Task<int> TakeOutAsync(this MallDb db, long issueId, int wanted, DateTimeOffset now, CancellationToken ct)
    {
        var open = db.CouponIssues.Where(i => i.Id == issueId && i.EndedAt == null && i.Until > now);
        while (wanted > 0)
        {
            var count = wanted;
            if (await open.Where(i => i.Given <= i.Quota - count).ExecuteUpdateAsync(set => set.SetProperty(i => i.Given, i => i.Given + count), ct) == 1)
            {
                return count;
            }

            // Others take at the same time: what is left now may be less again at the next try.
            wanted = Math.Min(wanted, await open.Select(i => i.Quota - i.Given).SingleOrDefaultAsync(ct));
        }

        return 0;
    }

    /// <summary>Puts back what was taken out for somebody who turned out to have one.</summary>
    public static Task PutBackAsync(this MallDb db, long issueId, CancellationToken ct) =>
        db.CouponIssues.Where(i => i.Id == issueId).ExecuteUpdateAsync(set => set.SetProperty(i => i.Given, i => i.Given - 1), ct);
}
