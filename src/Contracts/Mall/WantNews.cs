namespace Sward.Contracts.Mall;

/// <summary>What somebody who wants a variant is told of. The words are in facts, and never change.</summary>
public static class WantNews
{
    /// <summary>It was not to be had, and can be bought again.</summary>
    public const string BackInStock = "backInStock";

    /// <summary>Its public price is below the one at which it was wanted.</summary>
    public const string PriceDropped = "priceDropped";

    /// <summary>A limited-time purchase of it has begun.</summary>
    public const string SaleStarted = "saleStarted";
}
