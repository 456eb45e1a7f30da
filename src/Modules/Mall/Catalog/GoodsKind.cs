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

    /// <summary>It is sent on a day that the buyer chooses, and the store may install it.</summary>
    Large,

    /// <summary>It is not bought here: whoever wants it asks the store.</summary>
    LeadForm,

    /// <summary>Lessons that the buyer reads here.</summary>
    Course,
}

/// <summary>Kinds that go the same way.</summary>
internal static class GoodsKinds
{
    /// <summary>What travels in parcels.</summary>
    public static readonly GoodsKind[] Sent = [GoodsKind.Shipped, GoodsKind.Large];

    /// <summary>What the store takes a code for.</summary>
    public static readonly GoodsKind[] Redeemed = [GoodsKind.Voucher, GoodsKind.Booking];

    public static bool IsSent(this GoodsKind kind) => Sent.Contains(kind);

    public static bool IsRedeemed(this GoodsKind kind) => Redeemed.Contains(kind);
}

/// <summary>What the kind of goods says about one variant.</summary>
/// <param name="ValidDays">How many days a voucher can be used after it was paid.</param>
/// <param name="Day">The day that a place is booked for, in the site's time zone.</param>
/// <param name="Returns">Whether it may be returned without a reason.</param>
/// <param name="IsPriceGuaranteed">The store gives back what the public price falls soon after; only of goods that are sent.</param>
internal sealed record GoodsTerms(GoodsKind Kind, int ValidDays = 0, DateOnly? Day = null, bool IsPriceGuaranteed = false, ReturnRule Returns = ReturnRule.SevenDays)
{
    public static readonly GoodsTerms Shipped = new(GoodsKind.Shipped);

    /// <summary>The days on which large goods can be delivered, the first of them first; empty for other kinds.</summary>
    public IReadOnlyList<DateOnly> DeliveryDays { get; init; } = [];

    /// <summary>The store installs large goods for whoever wants it; the price includes it.</summary>
    public bool Installs { get; init; }
}
