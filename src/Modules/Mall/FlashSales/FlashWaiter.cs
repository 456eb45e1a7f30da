using Sward.Mall.Checkout;

namespace Sward.Mall.FlashSales;

/// <summary>Somebody who gets units of a sale when others let theirs lapse; first come, first served. Until then newcomers get nothing.</summary>
internal sealed class FlashWaiter
{
    public long SaleId { get; init; }
    [Personal]
    public long BuyerId { get; init; }

    /// <summary>The order of the list.</summary>
    public long Id { get; init; }
    public int Units { get; init; }
    [Personal]
    public long AddressId { get; init; }

    /// <summary>What shall go into the purchase besides money; null for the best coupons alone.</summary>
    public Means? Means { get; init; }

    /// <summary>What the purchase was quoted with. Whatever becomes dearer is left to be paid with money, where the buyer sees it first.</summary>
    public long AgreedMinor { get; init; }

    /// <summary>The key of the purchase that will be made, see <see cref="Purchase.Key"/>.</summary>
    public required string Key { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FlashWaiter>
    {
        public void Configure(EntityTypeBuilder<FlashWaiter> waiter)
        {
            waiter.HasKey(w => new { w.SaleId, w.BuyerId });
            waiter.Property(w => w.Id).ValueGeneratedNever();
            waiter.Property(w => w.Key).HasMaxLength(100);
            waiter.Property(w => w.Means).HasConversion(new JsonColumn<Means?>(), JsonColumn.Comparer<Means>());
            waiter.HasIndex(w => new { w.SaleId, w.Id });
        }
    }
}
