namespace Sward.Mall.FlashSales;

/// <summary>What a sale would mean, before it is made.</summary>
/// <param name="Was">Public price of one unit now.</param>
/// <param name="Units">Units that would leave the shelf if it started now.</param>
/// <param name="OnHand">Units on the shelf now.</param>
internal sealed record FlashPreview(Money Was, Money Price, int Units, int OnHand)
{
    public Money Saving => new(Was.Amount - Price.Amount, Was.Currency);

    /// <summary>Never rounded up: 1 % off is not 2 %.</summary>
    public long SavingPercent => Saving.Amount * 100 / Was.Amount;

    public int StayOnShelf => OnHand - Units;
}
