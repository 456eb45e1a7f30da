using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Coupons;

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

    /// <summary>Until then it is given out and used.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>It is not given out any more; what was given stays good.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>As the price engine knows it.</summary>
    public Coupon Of(HeldCoupon held) => new(held.OfferId, Layer, StoreId, FromMinor, new Benefit(OffMinor, BasisPoints, CapMinor))
    {
        Until = Until,
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
            issue.HasOne<Store>().WithMany().HasForeignKey(i => i.StoreId);
            issue.HasIndex(i => new { i.StoreId, i.Id });
            issue.Ignore(i => i.IsShared);
            issue.ToTable(table => table.HasCheckConstraint("ck_mall_coupon_issue_given", "given >= 0 AND given <= quota"));
            issue.ToTable(table => table.HasCheckConstraint("ck_mall_coupon_issue_share", "stores_basis_points BETWEEN 0 AND 10000 AND (store_id IS NULL OR stores_basis_points = 0)"));
        }
    }
}

/// <summary>A coupon in somebody's hands.</summary>
internal sealed class HeldCoupon
{
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

    /// <summary>The stores for whose goods a shared one counts: those that take part, or did when it was taken. Nobody's until they are loaded.</summary>
    public IReadOnlySet<long> Partakers { get; set; } = new HashSet<long>();

    /// <summary>Its name in the explanation of a price.</summary>
    public string OfferId => NameOf(Id);

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
        }
    }
}
