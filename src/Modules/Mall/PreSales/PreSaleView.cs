namespace Sward.Mall.PreSales;

/// <summary>A pre-sale as everybody may see it. Amounts are of one unit.</summary>
/// <param name="Left">Units that can be ordered: nobody has yet, and they are on the shelf.</param>
/// <param name="Now">The server's clock: countdowns go by it, not by the reader's.</param>
internal sealed record PreSaleView(
    long Id, long StoreId, long ProductId, long SkuId, Money Price, Money PublicPrice, Money Deposit, Money CountsAs, int Units, int Left,
    DateTimeOffset DepositFrom, DateTimeOffset DepositUntil, DateTimeOffset FinalFrom, DateTimeOffset FinalUntil, DateOnly ShipBy, bool IsCancelled, DateTimeOffset Now)
{
    /// <summary>What the deposit counts for beyond itself.</summary>
    public Money Bonus => new(CountsAs.Amount - Deposit.Amount, Price.Currency);

    /// <summary>What is left to pay for one unit, freight apart.</summary>
    public Money Rest => new(Price.Amount - CountsAs.Amount, Price.Currency);

    public bool IsOpen() => !IsCancelled && DepositFrom <= Now && Now < DepositUntil;

    /// <summary>Whether it has neither begun nor been called off.</summary>
    public bool IsPlanned() => !IsCancelled && Now < DepositFrom;
}
