namespace Sward.Accounts;

/// <summary>One account follows another; labels are the follower's own and nobody else sees them.</summary>
internal sealed class Follow
{
    [Personal]
    public long FollowerId { get; init; }

    [Personal]
    public long FolloweeId { get; init; }

    [Personal]
    public List<string> Labels { get; init; } = [];

    /// <summary>Sorts lists of followers by when they came.</summary>
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Follow>
    {
        public void Configure(EntityTypeBuilder<Follow> builder)
        {
            builder.HasKey(f => new { f.FollowerId, f.FolloweeId });
            builder.Property(f => f.Id).ValueGeneratedNever();
            builder.HasIndex(f => new { f.FollowerId, f.Id });
            builder.HasIndex(f => new { f.FolloweeId, f.Id });
        }
    }
}

/// <summary>Begins and ends follows inside a transaction, with the counts of both sides.</summary>
internal static class FollowCounts
{
    /// <summary>Adds to the follower's and the followee's counts, the lower id first: two people who follow each other at once must not wait for each other.</summary>
    public static async Task CountFollowAsync(this AccountsDb db, long followerId, long followeeId, int by, CancellationToken ct)
    {
        foreach (var accountId in followerId < followeeId ? new[] { followerId, followeeId } : [followeeId, followerId])
        {
            var row = db.Accounts.Where(a => a.Id == accountId);
            _ = accountId == followerId
                ? await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.FollowingCount, a => a.FollowingCount + by), ct)
                : await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.FollowerCount, a => a.FollowerCount + by), ct);
        }
    }

    /// <summary>Deletes a follow if there is one and counts it; says whether there was one.</summary>
    public static async Task<bool> EndFollowAsync(this AccountsDb db, long followerId, long followeeId, CancellationToken ct)
    {
        var ended = await db.Follows.Where(f => f.FollowerId == followerId && f.FolloweeId == followeeId).ExecuteDeleteAsync(ct) == 1;
        if (ended)
        {
            await db.CountFollowAsync(followerId, followeeId, -1, ct);
        }

        return ended;
    }
}
