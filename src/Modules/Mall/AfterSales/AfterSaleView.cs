using Sward.Mall.Orders;

namespace Sward.Mall.AfterSales;

/// <summary>A request as buyer, store and platform see it.</summary>
/// <param name="Reason">What the buyer adds to the cause; may be empty.</param>
/// <param name="Amount">What the buyer gets back when it is agreed to.</param>
/// <param name="KeptFreight">Freight of the way to the buyer that is not in it.</param>
/// <param name="ReturnFreightBy">Who bears the freight of the way back.</param>
/// <param name="ReturnFreight">What the buyer says that it cost; the store owes it beside the amount once it has the goods.</param>
internal sealed record AfterSaleView(
    long Id, long OrderId, long LineId, AfterSaleKind Kind, AfterSaleCause Cause, AfterSaleState State, int Units, string Reason, Money Amount, Money KeptFreight, ActorKind ReturnFreightBy, Money ReturnFreight, string? SellerReason,
    string? Carrier, string? TrackingNumber, DateTimeOffset AppliedAt, IReadOnlyList<AfterSaleStepView> Log)
{
    public static AfterSaleView Of(AfterSale afterSale) => new(
        afterSale.Id, afterSale.OrderId, afterSale.LineId, afterSale.Kind, afterSale.Cause, afterSale.State, afterSale.Units.Count, afterSale.Reason,
        new Money(afterSale.AmountMinor, afterSale.Currency), new Money(afterSale.KeptFreightMinor, afterSale.Currency),
        afterSale.Cause.IsFault() ? ActorKind.Seller : ActorKind.Buyer, new Money(afterSale.ReturnFreightMinor, afterSale.Currency), afterSale.SellerReason, afterSale.Carrier, afterSale.TrackingNumber, afterSale.AppliedAt,
        [.. afterSale.Steps.OrderBy(step => step.At).ThenBy(step => step.Round).ThenBy(step => step.State).Select(step => new AfterSaleStepView(step.State, step.By, step.Reason, step.At))]);
}

/// <summary>Who moved the request, when and why.</summary>
internal sealed record AfterSaleStepView(AfterSaleState State, ActorKind By, string Reason, DateTimeOffset At);
