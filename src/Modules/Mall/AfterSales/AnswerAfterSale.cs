using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Orders;
using Sward.Mall.Payments;

namespace Sward.Mall.AfterSales;

/// <summary>Carries a request on: the seller agrees or refuses, the buyer sends the goods back or thinks better of it, the seller has them, and the money goes back.</summary>
internal sealed class AnswerAfterSale(MallDb db, ChangeOrder change, Refunds refunds, TimeProvider clock)
{
    public sealed record RefuseRequest([property: Required, StringLength(500, MinimumLength = 1)] string Reason);

    public static void Map(IEndpointRouteBuilder afterSales)
    {
        Describe(afterSales.MapPost("/{afterSaleId:long}/agree", HandleAgreeAsync), "AgreeToAfterSale");
        Describe(afterSales.MapPost("/{afterSaleId:long}/refuse", HandleRefuseAsync), "RefuseAfterSale");
        Describe(afterSales.MapPost("/{afterSaleId:long}/ship", HandleShipAsync), "ShipAfterSale");
        Describe(afterSales.MapPost("/{afterSaleId:long}/received", HandleReceivedAsync), "ReceiveAfterSale");
        Describe(afterSales.MapPost("/{afterSaleId:long}/cancel", HandleCancelAsync), "CancelAfterSale");
    }

    public Task<AfterSaleView> AgreeAsync(long accountId, long afterSaleId, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Seller, Agree, ct);

    public Task<AfterSaleView> RefuseAsync(long accountId, long afterSaleId, string reason, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Seller, (_, _, afterSale, actor) =>
        {
            afterSale.MoveTo(AfterSaleState.SellerRefused, actor, clock.GetUtcNow());
            afterSale.SellerReason = reason;
        }, ct);

    public Task<AfterSaleView> ShipAsync(long accountId, long afterSaleId, ShipOrder.Request parcel, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Buyer, (_, _, afterSale, actor) =>
        {
            afterSale.MoveTo(AfterSaleState.BuyerShipping, actor, clock.GetUtcNow());
            (afterSale.Carrier, afterSale.TrackingNumber) = (parcel.Carrier, parcel.Number);
        }, ct);

    public Task<AfterSaleView> ReceivedAsync(long accountId, long afterSaleId, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Seller, Received, ct);

    public Task<AfterSaleView> CancelAsync(long accountId, long afterSaleId, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Buyer, Cancel, ct);

    /// <summary>Agreed: goods that need not come back are refunded at once.</summary>
    public void Agree(Dossier dossier, Order order, AfterSale afterSale, Actor by)
    {
        afterSale.MoveTo(AfterSaleState.SellerAgreed, by, clock.GetUtcNow());
        if (afterSale.Kind is AfterSaleKind.RefundOnly)
        {
            GiveBack(dossier, order, afterSale);
        }
    }

    public void Received(Dossier dossier, Order order, AfterSale afterSale, Actor by)
    {
        afterSale.MoveTo(AfterSaleState.SellerReceived, by, clock.GetUtcNow());
        GiveBack(dossier, order, afterSale);
    }

    public void Cancel(Dossier dossier, Order order, AfterSale afterSale, Actor by) => afterSale.MoveTo(AfterSaleState.BuyerCancelled, by, clock.GetUtcNow());

    private void GiveBack(Dossier dossier, Order order, AfterSale afterSale)
    {
        afterSale.MoveTo(AfterSaleState.Refunding, Actor.System, clock.GetUtcNow());
        refunds.OfOrder(dossier, order, afterSale.AmountMinor, "after-sale", order.Lines.Single(line => line.Id == afterSale.LineId));
        afterSale.MoveTo(AfterSaleState.Done, Actor.System, clock.GetUtcNow());
    }

    private async Task<AfterSaleView> RunAsync(
        long accountId, long afterSaleId, ActorKind by, Action<Dossier, Order, AfterSale, Actor> move, CancellationToken ct)
    {
        var orderId = await db.AfterSales.Where(a => a.Id == afterSaleId).Select(a => a.OrderId).SingleOrDefaultAsync(ct);
        AfterSaleView? view = null;
        await change.RunAsync(accountId, orderId, [by], async (dossier, order, actor) =>
        {
            var afterSale = await db.AfterSales.SingleAsync(a => a.Id == afterSaleId, ct);
            move(dossier, order, afterSale, actor);
            view = AfterSaleView.Of(afterSale);
        }, ct);
        return view!;
    }

    private static void Describe(RouteHandlerBuilder endpoint, string name) => endpoint
        .WithName(name)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    private static async Task<Ok<AfterSaleView>> HandleAgreeAsync(long afterSaleId, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.AgreeAsync(account.Id, afterSaleId, ct));

    private static async Task<Ok<AfterSaleView>> HandleRefuseAsync(
        long afterSaleId, RefuseRequest request, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.RefuseAsync(account.Id, afterSaleId, request.Reason, ct));

    private static async Task<Ok<AfterSaleView>> HandleShipAsync(
        long afterSaleId, ShipOrder.Request request, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.ShipAsync(account.Id, afterSaleId, request, ct));

    private static async Task<Ok<AfterSaleView>> HandleReceivedAsync(long afterSaleId, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.ReceivedAsync(account.Id, afterSaleId, ct));

    private static async Task<Ok<AfterSaleView>> HandleCancelAsync(long afterSaleId, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.CancelAsync(account.Id, afterSaleId, ct));
}
