using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Circles, remembered on this node; a follow, block or mute drops those of both sides, here at once and on other nodes with its fact.</summary>
internal sealed class CircleCache(IServiceScopeFactory scopes, TimeProvider clock) : CacheFollower, ICircles
{
    private const int Followed = 0;
    private const int Friend = 1;
    private const int Blocked = 2;
    private const int Muted = 3;

    /// <summary>Labels of one person that are shown.</summary>
    private const int MostLabels = 50;

    /// <summary>Pairs in one question to the database.</summary>
    private const int AtOnce = 2_000;
    private readonly BatchCache<Circle> cache = new(capacity: 50_000, clock);

    public override string Name => "accounts.circles";

    public ValueTask<Circle> OfAsync(long? accountId, CancellationToken ct) => accountId is { } id
        ? cache.GetAsync(id, id => LoadAsync(id, ct))
        : ValueTask.FromResult(Circle.Nobody);

    public async Task<IReadOnlyList<string>> LabelsOfAsync(long accountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var labels = await db.Follows.Where(f => f.FollowerId == accountId && f.Labels.Count > 0).Select(f => f.Labels).ToListAsync(ct);
        return [.. labels.SelectMany(given => given).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostLabels)];
    }

    public async Task<IReadOnlySet<long>> LabelledAsync(long accountId, string label, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        return (await db.Follows.Where(f => f.FollowerId == accountId && f.Labels.Contains(label)).Select(f => f.FolloweeId).ToListAsync(ct)).ToHashSet();
    }

    public async Task<IReadOnlySet<(long FollowerId, long FolloweeId)>> FollowersAmongAsync(IReadOnlyCollection<(long FollowerId, long FolloweeId)> pairs, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var found = new HashSet<(long FollowerId, long FolloweeId)>();
        foreach (var piece in pairs.Distinct().Chunk(AtOnce))
        {
            var (followers, followees) = (piece.Select(pair => pair.FollowerId).Distinct().ToList(), piece.Select(pair => pair.FolloweeId).Distinct().ToList());
            var follows = await db.Follows.Where(f => followers.Contains(f.FollowerId) && followees.Contains(f.FolloweeId)).Select(f => new { f.FollowerId, f.FolloweeId }).ToListAsync(ct);
            found.UnionWith(follows.Select(f => (f.FollowerId, f.FolloweeId)));
        }

        found.IntersectWith(pairs);
        return found;
    }

    public async Task<IReadOnlyList<AccountFollower>> FollowersAsync(long accountId, long after, int most, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        return await db.Follows.Where(f => f.FolloweeId == accountId && f.Id > after).OrderBy(f => f.Id).Take(most).Select(f => new AccountFollower(f.FollowerId, f.Id)).ToListAsync(ct);
    }

    public void Evict(long one, long other)
    {
        cache.Evict(one);
        cache.Evict(other);
    }

    protected override void Apply(LoggedFact fact)
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

    private async Task<Circle> LoadAsync(long accountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var relations = await db.Follows.Where(f => f.FollowerId == accountId)
            .Select(f => new { Other = f.FolloweeId, Kind = db.Follows.Any(back => back.FollowerId == f.FolloweeId && back.FolloweeId == accountId) ? Friend : Followed })
            .Concat(db.Blocks.Where(b => b.BlockerId == accountId).Select(b => new { Other = b.BlockedId, Kind = Blocked }))
            .Concat(db.Blocks.Where(b => b.BlockedId == accountId).Select(b => new { Other = b.BlockerId, Kind = Blocked }))
            .Concat(db.Mutes.Where(m => m.MuterId == accountId).Select(m => new { Other = m.MutedId, Kind = Muted }))
            .ToListAsync(ct);
        return new(Of(Followed, Friend), Of(Friend), Of(Blocked), Of(Muted));

        HashSet<long> Of(params ReadOnlySpan<int> kinds)
        {
            var others = new HashSet<long>();
            foreach (var relation in relations)
            {
                if (kinds.Contains(relation.Kind))
                {
                    others.Add(relation.Other);
                }
            }

            return others;
        }
    }
}
