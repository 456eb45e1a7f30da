namespace Sward.Contracts.Mall;

/// <summary>A request after the sale has moved, and somebody may have to do something about it.</summary>
/// <param name="Kind">What the buyer asks for, a stable word: refundOnly, returnAndRefund, exchange, missingItem, doubleDeposit, priceGuarantee.</param>
/// <param name="State">
/// Where it is now, a stable word: applied, sellerRefused, platformIntervening, sellerAgreed, buyerShipping, sellerReceived, sellerRejected, done (the money went back), buyerCancelled, platformRefused.
/// </param>
/// <param name="By">Who moved it, a stable word: buyer, seller, operator, system.</param>
/// <param name="Until">When time decides in the place of whose turn it is; null when it does not.</param>
public sealed record AfterSaleMoved(
    long AfterSaleId, long OrderId, string Number, long SellerId, long BuyerId, string Kind, string State, string By, DateTimeOffset? Until, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.after-sale-moved.v1";
}
