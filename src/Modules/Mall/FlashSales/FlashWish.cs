using Sward.Mall.Checkout;

namespace Sward.Mall.FlashSales;

/// <summary>What somebody asks a sale for, as it stands in a page's address.</summary>
internal sealed record FlashWish(int Quantity, long AddressId, string QuoteId, MeansForm Means)
{
    /// <summary>The same as the API takes it.</summary>
    /// <exception cref="Refusal">It is not in order.</exception>
    public BuyInSale.Request ToRequest()
    {
        var means = Means.ToMeans();
        return new BuyInSale.Request(Quantity, AddressId, QuoteId, means.Coupons, means.Points, means.GiftCards).Checked();
    }

    public string ToQuery() => FormattableString.Invariant($"quantity={Quantity}&addressId={AddressId}&quoteId={Uri.EscapeDataString(QuoteId)}{Means.ToQuery()}");
}
