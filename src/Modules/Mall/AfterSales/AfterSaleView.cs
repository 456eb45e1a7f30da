using Sward.Mall.Orders;

namespace Sward.Mall.AfterSales;

/// <summary>A request as buyer, store and platform see it.</summary>
internal sealed record AfterSaleView(
    long Id, long OrderId, long LineId, AfterSaleKind Kind, AfterSaleState State, int Units, string Reason, Money Amount, string? SellerReason,
    string? Carrier, string? TrackingNumber, DateTimeOffset AppliedAt, IReadOnlyList<AfterSaleStepView> Log)
{
    public static AfterSaleView Of(AfterSale afterSale) => new(
        afterSale.Id, afterSale.OrderId, afterSale.LineId, afterSale.Kind, afterSale.State, afterSale.Units.Count, afterSale.Reason,
        new Money(afterSale.AmountMinor, afterSale.Currency), afterSale.SellerReason, afterSale.Carrier, afterSale.TrackingNumber, afterSale.AppliedAt,
        [.. afterSale.Steps.OrderBy(step => step.At).ThenBy(step => step.Round).ThenBy(step => step.State).Select(step => new AfterSaleStepView(step.State, step.By, step.Reason, step.At))]);
}

/// <summary>Who moved the request, when and why.</summary>
internal sealed record AfterSaleStepView(AfterSaleState State, ActorKind By, string Reason, DateTimeOffset At);
