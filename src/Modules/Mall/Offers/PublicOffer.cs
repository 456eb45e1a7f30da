using System.Globalization;
using Sward.Mall.Pricing;

namespace Sward.Mall.Offers;

/// <summary>
/// An offer that is open to everybody while it runs: a store's on its own goods, or the platform's across stores. Whoever made it bears it. Its terms stay as they
/// were made; it can be ended.
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
        PlatformBasisPoints = StoreId is null ? Benefit.Whole : 0,
    };

    /// <summary>Whether it is about a product.</summary>
    /// <param name="skuIds">The product's variants.</param>
    public bool Covers(WantedLine product, IReadOnlyCollection<long> skuIds) =>
        Terms.Bundle is { } bundle ? bundle.Parts.Any(part => skuIds.Contains(part.SkuId)) : Scope.Covers(product);

    private Scope Scope => new()
    {
        StoreIds = StoreId is { } storeId ? new HashSet<long> { storeId } : null,
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
            offer.HasOne<Stores.Store>().WithMany().HasForeignKey(o => o.StoreId);
            // What runs, of one store or of the platform.
            offer.HasIndex(o => new { o.StoreId, o.Until });
        }
    }
}
