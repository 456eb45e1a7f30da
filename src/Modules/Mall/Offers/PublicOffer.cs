using System.Globalization;
using Sward.Mall.Pricing;

namespace Sward.Mall.Offers;

/// <summary>
/// An offer that is open to everybody while it runs: a store's on its own goods, or the platform's across stores. A store bears its own; of the platform's the stores that take
/// part may bear a share. Its terms and who bears what stay as they were made; it can be ended.
/// </summary>
internal sealed class PublicOffer
{
    public const int TitleLength = 60;

    public long Id { get; init; }

    /// <summary>Whose it is; null for the platform's.</summary>
    public long? StoreId { get; init; }
    public required string Title { get; init; }
    public required string Currency { get; init; }
    public required OfferTerms Terms { get; init; }

    /// <summary>The products it is about; empty for all.</summary>
    public IReadOnlyList<long> ProductIds { get; init; } = [];

    /// <summary>The kinds of goods it is about; empty for all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
    public int Priority { get; init; }
    public bool IsExclusive { get; init; }

    /// <summary>What share of the platform's offer stores bear, each on its own goods, in hundredths of a percent: then it counts only for those that take part.</summary>
    public int StoresBasisPoints { get; init; }

    public bool IsShared => StoresBasisPoints > 0;

    /// <summary>The stores that take part in a shared offer. Whoever loads offers to price with loads them too: nobody's goods count until then.</summary>
    public IReadOnlySet<long> Partakers { get; set; } = new HashSet<long>();
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset From { get; init; }
    public DateTimeOffset Until { get; init; }

    /// <summary>It was stopped before its time.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>As the price engine knows it.</summary>
    public Offer ToOffer() => Terms.Of($"offer:{Id.ToString(CultureInfo.InvariantCulture)}", StoreId) with
    {
        From = From,
        Until = Until,
        Scope = Scope,
        Priority = Priority,
        IsExclusive = IsExclusive,
        PlatformBasisPoints = StoreId is null ? Benefit.Whole - StoresBasisPoints : 0,
    };

    /// <summary>Whether it is about a product.</summary>
    /// <param name="skuIds">The product's variants.</param>
    public bool Covers(WantedLine product, IReadOnlyCollection<long> skuIds) =>
        Terms.Bundle is { } bundle ? bundle.Parts.Any(part => skuIds.Contains(part.SkuId)) : Scope.Covers(product);

    private Scope Scope => new()
    {
        StoreIds = StoreId is { } storeId ? new HashSet<long> { storeId } : IsShared ? Partakers : null,
        ProductIds = ProductIds.Count > 0 ? ProductIds.ToHashSet() : null,
        Categories = Categories.Count > 0 ? Categories.ToHashSet(StringComparer.Ordinal) : null,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<PublicOffer>
    {
        public void Configure(EntityTypeBuilder<PublicOffer> offer)
        {
            offer.Property(o => o.Id).ValueGeneratedNever();
            offer.Property(o => o.Title).HasMaxLength(TitleLength);
            offer.Property(o => o.Currency).HasMaxLength(3);
            offer.Property(o => o.Terms).HasConversion(new JsonColumn<OfferTerms>(), JsonColumn.Comparer<OfferTerms>());
            offer.Ignore(o => o.IsShared);
            offer.Ignore(o => o.Partakers);
            offer.ToTable(table => table.HasCheckConstraint("ck_mall_public_offer_share", "stores_basis_points BETWEEN 0 AND 10000 AND (store_id IS NULL OR stores_basis_points = 0)"));
            offer.HasOne<Stores.Store>().WithMany().HasForeignKey(o => o.StoreId);
            // What runs, of one store or of the platform.
            offer.HasIndex(o => new { o.StoreId, o.Until });
        }
    }
}
