using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Counts whom those follow that somebody follows.</summary>
internal sealed class SecondCircle(IServiceScopeFactory scopes, ICircles circles) : ISecondCircle
{
    /// <summary>The people followed last that are asked.</summary>
    private const int Asked = 60;

    /// <summary>Who follows more than this recommends nobody by it, and would be most of what is read.</summary>
    private const int Choosy = 500;

    public async Task<IReadOnlyList<SecondHand>> OfAsync(long accountId, int most, CancellationToken ct)
    {
        var circle = await circles.OfAsync(accountId, ct);
        if (circle.Following.Count == 0)
        {
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var asked = await Followed(db, accountId).ToListAsync(ct);
        var theirs = await TheirFollows(db, asked).ToListAsync(ct);
        return [.. theirs.Where(id => id != accountId && !circle.Following.Contains(id))
            .CountBy(id => id).OrderByDescending(found => found.Value).ThenBy(found => found.Key).Take(most).Select(found => new SecondHand(found.Key, found.Value))];
    }

    /// <summary>Those whom the person followed last and who choose whom they follow.</summary>
    internal static IQueryable<long> Followed(AccountsDb db, long accountId) =>
        (from follow in db.Follows
         join account in db.Accounts on follow.FolloweeId equals account.Id
         where follow.FollowerId == accountId && account.FollowingCount <= Choosy
         orderby follow.Id descending
         select follow.FolloweeId).Take(Asked);

    /// <summary>Whom they follow: an account as often as one of them follows it.</summary>
    internal static IQueryable<long> TheirFollows(AccountsDb db, IReadOnlyCollection<long> followerIds) =>
        db.Follows.Where(follow => followerIds.Contains(follow.FollowerId)).Select(follow => follow.FolloweeId);
}
