namespace Sward.Mall.Catalog;

/// <summary>How a buyer comes to what was bought.</summary>
internal enum GoodsKind
{
    /// <summary>It is sent.</summary>
    Shipped,

    /// <summary>A code is issued that the store takes once, within some days.</summary>
    Voucher,

    /// <summary>The same for a place on one day; the places of a day are its stock.</summary>
    Booking,
}

/// <summary>What the kind of goods says about one variant.</summary>
/// <param name="ValidDays">How many days a voucher can be used after it was paid.</param>
/// <param name="Day">The day that a place is booked for, in the site's time zone.</param>
/// <param name="Returns">Whether it may be returned without a reason.</param>
/// <param name="IsPriceGuaranteed">The store gives back what the public price falls soon after; only of goods that are sent.</param>
internal sealed record GoodsTerms(GoodsKind Kind, int ValidDays = 0, DateOnly? Day = null, bool IsPriceGuaranteed = false, ReturnRule Returns = ReturnRule.SevenDays)
{
    public static readonly GoodsTerms Shipped = new(GoodsKind.Shipped);
}
