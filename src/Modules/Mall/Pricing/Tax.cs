namespace Sward.Mall.Pricing;

/// <summary>How the tax of a variant is found.</summary>
internal enum TaxKind
{
    /// <summary>On top of the discounted goods.</summary>
    Added,

    /// <summary>In the price already; shown, not charged.</summary>
    Included,

    /// <summary>On the dutiable value, on top: list price less discounts open to everybody, with the share of the freight. Coupons, points and member prices do not lower it.</summary>
    CrossBorder,
}

/// <summary>A rate of tax as a fraction, so that (ct + vat) / (1 − ct) × 70 % loses nothing.</summary>
internal sealed record Tax(TaxKind Kind, long Numerator, long Denominator)
{
    public static Tax Percent(TaxKind kind, decimal percent) => new(kind, (long)(percent * 10_000), 1_000_000);

    /// <summary>The rate for goods from abroad (mall.md 5): 70 % of consumption tax and value-added tax, both in percent.</summary>
    public static Tax Abroad(decimal consumptionPercent, decimal valueAddedPercent) =>
        new(TaxKind.CrossBorder, (long)((consumptionPercent + valueAddedPercent) * 70 * 100), (long)((100 - consumptionPercent) * 100 * 100));

    /// <summary>The tax of a line, rounded half up.</summary>
    public long On(long minor) => Kind is TaxKind.Included
        ? Rounding.HalfUp((Int128)minor * Numerator, Denominator + Numerator)
        : Rounding.HalfUp((Int128)minor * Numerator, Denominator);
}
