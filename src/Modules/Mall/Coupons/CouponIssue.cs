using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Coupons;

/// <summary>How people come by a coupon.</summary>
internal enum CouponWay
{
    /// <summary>Anybody takes it where it is shown.</summary>
    Taken,

    /// <summary>Whoever has heard its code types it.</summary>
    Code,

    /// <summary>It is given once to who follows the store's owner.</summary>
    Follow,

    /// <summary>The store or the platform gives it to people who need not come for it.</summary>
    Pushed,
}

/// <summary>A coupon that a store or the platform gives out: so many of them, so many to each person, until a day. A store bears its own; of the platform's the stores that take part may bear a share, fixed when it is issued.</summary>
internal sealed class CouponIssue
{
    public const int TitleLength = 60;

    public long Id { get; init; }

    /// <summary>Whose it is; null for the platform's.</summary>
    public long? StoreId { get; init; }
    public required string Currency { get; init; }
    public required string Title { get; init; }

    /// <summary>Off the goods, or off their freight.</summary>
    public CouponLayer Layer { get; init; }

    public CouponWay Way { get; init; }

    /// <summary>The word by which it is had, as its giver wrote it; null for other ways.</summary>
    public string? Code { get; init; }

    /// <summary>The same as it is looked for (<see cref="CouponCode"/>); null also when the word went on to a later coupon, once this one was over.</summary>
    public string? CodeKey { get; init; }

    /// <summary>The kinds of goods it is for; empty for all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The least worth of the goods, after the offers that come before coupons.</summary>
    public long FromMinor { get; init; }

    /// <summary>An amount, or a share: one of the two.</summary>
    public long OffMinor { get; init; }

    /// <summary>A share in hundredths of a percent.</summary>
    public int BasisPoints { get; init; }

    /// <summary>The most that a share may come to; null for no limit.</summary>
    public long? CapMinor { get; init; }

    /// <summary>What share of the platform's coupon stores bear, each on its own goods, in hundredths of a percent: then it counts only for those that take part.</summary>
    public int StoresBasisPoints { get; init; }

    public bool IsShared => StoresBasisPoints > 0;

    public int Quota { get; init; }

    /// <summary>How many were given out; the database keeps it within the quota.</summary>
    public int Given { get; init; }

    public int PerPerson { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>It is given out at once, and used from then on; null for at once.</summary>
    public DateTimeOffset? UsableFrom { get; init; }

    /// <summary>No other coupon beside it. Of two such the one of the higher <see cref="Priority"/> stands.</summary>
    public bool IsExclusive { get; init; }

    public int Priority { get; init; }

    /// <summary>Until then it is given out and used.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>It is not given out any more; what was given stays good.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whether it is given out at all; the last ones may be gone.</summary>
    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && now < Until;

    /// <summary>As the price engine knows it.</summary>
    public Coupon Of(HeldCoupon held) => new(held.OfferId, Layer, StoreId, FromMinor, new Benefit(OffMinor, BasisPoints, CapMinor))
    {
        From = UsableFrom,
        Until = Until,
        IsExclusive = IsExclusive,
        Priority = Priority,
        Scope = new Scope
        {
            StoreIds = IsShared ? held.Partakers : null,
            Categories = Categories.Count > 0 ? Categories.ToHashSet(StringComparer.Ordinal) : null,
        },
        PlatformBasisPoints = StoreId is null ? Benefit.Whole - StoresBasisPoints : 0,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<CouponIssue>
    {
        public void Configure(EntityTypeBuilder<CouponIssue> issue)
        {
            issue.Property(i => i.Id).ValueGeneratedNever();
            issue.Property(i => i.Title).HasMaxLength(TitleLength);
            issue.Property(i => i.Currency).HasMaxLength(3);
            issue.Property(i => i.Layer).HasConversion<string>().HasMaxLength(20);
            issue.Property(i => i.Way).HasConversion<string>().HasMaxLength(20).HasDefaultValue(CouponWay.Taken);
            issue.Property(i => i.Code).HasMaxLength(CouponCode.Longest);
            issue.Property(i => i.CodeKey).HasMaxLength(CouponCode.Longest);
            issue.HasIndex(i => i.CodeKey).IsUnique();
            issue.HasOne<Store>().WithMany().HasForeignKey(i => i.StoreId);
            issue.HasIndex(i => new { i.StoreId, i.Id });
            // For the coupon centre and for what is about to expire.
            issue.HasIndex(i => new { i.Until, i.Id });
            issue.Ignore(i => i.IsShared);
            issue.ToTable(table => table.HasCheckConstraint("ck_mall_coupon_issue_given", "given >= 0 AND given <= quota"));
            issue.ToTable(table => table.HasCheckConstraint("ck_mall_coupon_issue_share", "stores_basis_points BETWEEN 0 AND 10000 AND (store_id IS NULL OR stores_basis_points = 0)"));
        }
    }
}

/// <summary>A coupon in somebody's hands.</summary>
internal sealed class HeldCoupon
{
    /// <summary>So long before its end people are told of one that they have not used.</summary>
    public static readonly TimeSpan LastDay = TimeSpan.FromDays(1);

    private const string Prefix = "coupon:";

    public long Id { get; init; }
    public long IssueId { get; init; }
    public CouponIssue Issue { get; init; } = null!;
    [Personal]
    public long AccountId { get; init; }

    /// <summary>Counts those of one issue that one person has, from 1: the unique row is the limit.</summary>
    public int Number { get; init; }
    public DateTimeOffset ClaimedAt { get; init; }

    /// <summary>The purchase that used it; null while it can be used.</summary>
    public long? PurchaseId { get; set; }

    /// <summary>When its owner was told that it is about to expire. Who gets it on its last day has just been told.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>The stores for whose goods a shared one counts: those that take part, or did when it was taken. Nobody's until they are loaded.</summary>
    public IReadOnlySet<long> Partakers { get; set; } = new HashSet<long>();

    /// <summary>Its name in the explanation of a price.</summary>
    public string OfferId => NameOf(Id);

    /// <summary>One of an issue for somebody, out of its quota.</summary>
    public static HeldCoupon Of(long id, CouponIssue issue, long accountId, int number, DateTimeOffset now) => new()
    {
        Id = id,
        IssueId = issue.Id,
        AccountId = accountId,
        Number = number,
        ClaimedAt = now,
        ToldAt = issue.Until - now <= LastDay ? now : null,
    };

    public static string NameOf(long id) => FormattableString.Invariant($"{Prefix}{id}");

    /// <summary>The ids of the held coupons among the offers that priced a cart.</summary>
    public static long[] IdsIn(PricedCart cart) =>
    [
        .. from offerId in cart.Steps.Select(step => step.OfferId).OfType<string>()
           where offerId.StartsWith(Prefix, StringComparison.Ordinal)
           select long.Parse(offerId[Prefix.Length..], System.Globalization.CultureInfo.InvariantCulture),
    ];

    internal sealed class Mapping : IEntityTypeConfiguration<HeldCoupon>
    {
        public void Configure(EntityTypeBuilder<HeldCoupon> held)
        {
            held.Property(h => h.Id).ValueGeneratedNever();
            held.Ignore(h => h.OfferId);
            held.Ignore(h => h.Partakers);
            held.HasOne(h => h.Issue).WithMany().HasForeignKey(h => h.IssueId);
            held.HasIndex(h => new { h.IssueId, h.AccountId, h.Number }).IsUnique();
            held.HasIndex(h => new { h.AccountId, h.PurchaseId });
            held.HasIndex(h => h.PurchaseId);
            held.HasIndex(h => new { h.IssueId, h.AccountId }, "ix_mall_held_coupon_untold").HasFilter("told_at IS NULL AND purchase_id IS NULL");
        }
    }
}
