using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Circles, remembered on this node; a follow, block or mute drops those of both sides, here at once and on other nodes with its fact.</summary>
internal sealed class CircleCache(IServiceScopeFactory scopes) : Follower, ICircles
{
    private readonly BatchCache<Circle> cache = new(capacity: 50_000);

    public override string Name => "accounts.circles";

    public async ValueTask<Circle> OfAsync(long? accountId, CancellationToken ct) => accountId is { } id
        ? (await cache.GetAsync([id], async _ => new Dictionary<long, Circle> { [id] = await LoadAsync(id, ct) }))[id]
        : Circle.Nobody;

    public void Evict(long one, long other)
    {
        cache.Evict(one);
        cache.Evict(other);
    }

    public override Task FollowAsync(IReadOnlyList<LoggedFact> facts, CancellationToken ct)
    {
        foreach (var fact in facts)
        {
            if (fact.Is<AccountFollowed>(out var followed))
            {
                Evict(followed.FollowerId, followed.FolloweeId);
            }
            else if (fact.Is<AccountUnfollowed>(out var unfollowed))
            {
                Evict(unfollowed.FollowerId, unfollowed.FolloweeId);
            }
            else if (fact.Is<AccountBlocked>(out var blocked))
            {
                Evict(blocked.BlockerId, blocked.BlockedId);
            }
            else if (fact.Is<AccountUnblocked>(out var unblocked))
            {
                Evict(unblocked.BlockerId, unblocked.BlockedId);
            }
            else if (fact.Is<AccountMuted>(out var muted))
            {
                Evict(muted.MuterId, muted.MutedId);
            }
        }

        return Task.CompletedTask;
    }

    private async Task<Circle> LoadAsync(long accountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var follows = await db.Follows.AsNoTracking().Where(f => f.FollowerId == accountId)
            .Select(f => new { f.FolloweeId, Friend = db.Follows.Any(back => back.FollowerId == f.FolloweeId && back.FolloweeId == accountId) }).ToListAsync(ct);
        var blocked = await db.Blocks.Where(b => b.BlockerId == accountId).Select(b => b.BlockedId)
            .Union(db.Blocks.Where(b => b.BlockedId == accountId).Select(b => b.BlockerId)).ToListAsync(ct);
        var muted = await db.Mutes.Where(m => m.MuterId == accountId).Select(m => m.MutedId).ToListAsync(ct);
        return new(
            follows.Select(f => f.FolloweeId).ToHashSet(), follows.Where(f => f.Friend).Select(f => f.FolloweeId).ToHashSet(), blocked.ToHashSet(), muted.ToHashSet());
    }
}
