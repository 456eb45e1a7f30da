using Sward.Mall.Carts;

namespace Sward.Mall.FlashSales;

/// <summary>What a sale would mean, before it is made.</summary>
/// <param name="Was">What buyers are told that one unit cost before; null when they are told nothing.</param>
/// <param name="Units">Units that would leave the shelf if it started now.</param>
/// <param name="OnHand">Units on the shelf now.</param>
/// <param name="Carts">Who has it in their cart now, and what they would pay.</param>
internal sealed record FlashPreview(Money? Was, Money Price, int Units, int OnHand, CartsWith Carts)
{
    public Money? Saving => Was is { } was ? new(was.Amount - Price.Amount, was.Currency) : null;

    /// <summary>Never rounded up: 1 % off is not 2 %.</summary>
    public long SavingPercent => Was is { } was ? (was.Amount - Price.Amount) * 100 / was.Amount : 0;

    public int StayOnShelf => OnHand - Units;
}
