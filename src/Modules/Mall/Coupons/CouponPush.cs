namespace Sward.Mall.Coupons;

/// <summary>Whom a coupon is pushed to.</summary>
internal enum PushAudience
{
    /// <summary>Who follows the store's owner.</summary>
    Followers,

    /// <summary>A store's: who bought of it in the last 180 days. The platform's: who ever bought anything.</summary>
    Buyers,

    /// <summary>Whom the operator names.</summary>
    Named,
}

/// <summary>A coupon on its way to many people: how far a job has come with them. One runs at a time for each coupon.</summary>
internal sealed class CouponPush
{
    /// <summary>Who bought of a store longer ago than this is no buyer of it any more.</summary>
    public static readonly TimeSpan BuyersFor = TimeSpan.FromDays(180);

    public long Id { get; init; }
    public long IssueId { get; init; }
    public CouponIssue Issue { get; init; } = null!;
    public PushAudience Audience { get; init; }

    /// <summary>Those who are named, until they have been looked at.</summary>
    [Personal]
    public IReadOnlyList<long> AccountIds { get; init; } = [];

    /// <summary>The last one who was looked at, in the audience's own order; 0 before the first.</summary>
    public long Place { get; init; }

    /// <summary>People who were looked at so far.</summary>
    public int Looked { get; init; }

    /// <summary>Those of them who got one; the others had one, or none was left.</summary>
    public int Given { get; init; }
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CouponPush>
    {
        public void Configure(EntityTypeBuilder<CouponPush> push)
        {
            push.Property(p => p.Id).ValueGeneratedNever();
            push.Property(p => p.Audience).HasConversion<string>().HasMaxLength(20);
            push.HasOne(p => p.Issue).WithMany().HasForeignKey(p => p.IssueId);
            push.HasIndex(p => new { p.IssueId, p.Id });
            // For the job: what runs.
            push.HasIndex(p => new { p.DoneAt, p.Id });
            push.HasIndex(p => p.IssueId, "ix_mall_coupon_push_running").IsUnique().HasFilter("done_at IS NULL");
        }
    }
}

/// <summary>A push as its giver sees it. Who got one stays between them and the platform.</summary>
/// <param name="Looked">People who were looked at so far.</param>
/// <param name="Given">Those of them who got one.</param>
/// <param name="DoneAt">Null while it runs.</param>
internal sealed record CouponPushView(PushAudience Audience, int Looked, int Given, DateTimeOffset StartedAt, DateTimeOffset? DoneAt)
{
    public static CouponPushView Of(CouponPush push) => new(push.Audience, push.Looked, push.Given, push.StartedAt, push.DoneAt);
}
