namespace Sward.Mall.Checkout;

/// <summary>What a buyer would like to use besides money.</summary>
/// <param name="Coupons">Ids of the coupons to use; null for the best of those the buyer has.</param>
/// <param name="Points">The most points to use.</param>
/// <param name="GiftCards">Ids of the gift cards to pay with, used up in this order.</param>
internal sealed record Means(IReadOnlyList<string>? Coupons = null, long Points = 0, IReadOnlyList<long>? GiftCards = null)
{
    /// <summary>More points than anybody has.</summary>
    public const int MostPoints = 1_000_000_000;

    public static Means Best { get; } = new();
}

/// <summary>Something of the buyers' that a batch of checkouts uses up, locked for the length of a transaction.</summary>
internal interface IMeansTill
{
    /// <summary>Why a checkout cannot have what it was quoted with, or null.</summary>
    CheckoutOutcome? RefusalOf(CheckoutWish wish);

    /// <summary>Uses it up; written with SaveChanges.</summary>
    void Use(CheckoutWish wish, long purchaseId);
}
