using Sward.Mall.Carts;

namespace Sward.Mall.PreSales;

/// <summary>What a pre-sale would mean, before it is made; amounts are of one unit.</summary>
/// <param name="Was">Public price now.</param>
/// <param name="OnHand">Units on the shelf now: an order holds its units there from its first minute.</param>
/// <param name="Carts">Who has it in their cart now, and what they would pay together.</param>
internal sealed record PreSalePreview(Money Was, Money Price, Money Deposit, Money CountsAs, int Units, int OnHand, CartsWith Carts)
{
    /// <summary>What is left to pay later, freight apart.</summary>
    public Money Rest => new(Price.Amount - CountsAs.Amount, Price.Currency);

    /// <summary>What a buyer pays together.</summary>
    public Money Together => new(Deposit.Amount + Rest.Amount, Price.Currency);

    /// <summary>What the store owes for each unit that it does not send in time, beside the buyer's money.</summary>
    public Money Penalty => Deposit;

    /// <summary>Never rounded up.</summary>
    public long DepositPercent => Deposit.Amount * 100 / Price.Amount;
}
