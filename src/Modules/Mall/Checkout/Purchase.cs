using System.ComponentModel.DataAnnotations.Schema;
using Sward.Mall.Addresses;
using Sward.Mall.Catalog;

namespace Sward.Mall.Checkout;

/// <summary>What one checkout made: one payment for one or more orders, or in a pre-sale two. Whoever changes any of them locks this row first.</summary>
internal sealed class Purchase
{
    public long Id { get; init; }
    [Personal]
    public long BuyerId { get; init; }

    /// <summary>The buyer's Idempotency-Key: the same key never buys twice, however long ago the first time was.</summary>
    public required string Key { get; init; }
    public required string Currency { get; init; }
    public long TotalMinor { get; init; }

    /// <summary>How many points went into it.</summary>
    public long PointsUsed { get; init; }

    /// <summary>What gift cards paid of the total; the payment is for the rest.</summary>
    public long CardsMinor { get; init; }
    [Personal]
    public required ShipTo ShipTo { get; init; }
    public DateTimeOffset PlacedAt { get; init; }

    /// <summary>The pre-sale that it was made in.</summary>
    public long? PreSaleId { get; init; }

    /// <summary>Which text about goods that cannot be returned the buyer confirmed (<see cref="ReturnRules.TextVersion"/>); null when there were none, or it was not asked.</summary>
    public string? ReturnTerms { get; init; }

    /// <summary>Until then the stock is held for the payment, in a pre-sale for that of the deposit.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Counts the changes; raising it takes the lock.</summary>
    public int Version { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Purchase>
    {
        public void Configure(EntityTypeBuilder<Purchase> purchase)
        {
            purchase.Property(p => p.Id).ValueGeneratedNever();
            purchase.Property(p => p.Key).HasMaxLength(100);
            purchase.Property(p => p.Currency).HasMaxLength(3);
            purchase.Property(p => p.ReturnTerms).HasMaxLength(20);
            purchase.ComplexProperty(p => p.ShipTo);
            purchase.HasIndex(p => new { p.BuyerId, p.Key }).IsUnique();
            purchase.HasIndex(p => p.PreSaleId).HasFilter("pre_sale_id IS NOT NULL");
        }
    }
}

/// <summary>The address as it was when the order was made.</summary>
[ComplexType]
internal sealed record ShipTo(string Name, string Phone, string Country, string Region, string City, string District, string Line, string Postcode)
{
    public static ShipTo Of(Address address) => new(
        address.Name, address.Phone, address.Country, address.Region, address.City, address.District, address.Line, address.Postcode);
}
