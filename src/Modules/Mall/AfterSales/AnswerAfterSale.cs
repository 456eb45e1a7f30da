using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Orders;

namespace Sward.Mall.AfterSales;

/// <summary>
/// Carries a request on: the store agrees or refuses, the buyer sends the goods back or thinks better of it, the store has them or rejects them, and whom it
/// refuses may call the platform in.
/// </summary>
internal sealed class AnswerAfterSale(MallDb db, ChangeOrder change, SettleAfterSale settle, AnnounceAfterSale announce, IOptions<MallOptions> options, TimeProvider clock)
{
    public sealed record ReasonRequest([property: Required, StringLength(500, MinimumLength = 1)] string Reason);

    /// <summary>With whom the goods travel back.</summary>
    /// <param name="FreightMinor">What it cost, where the store bears it; at most <see cref="MallOptions.MostReturnFreightMinor"/>.</param>
    public sealed record ShipRequest(
        [property: Required, MaxLength(40)] string Carrier, [property: Required, MaxLength(60)] string Number, [property: Range(0, 1_000_000_000)] long? FreightMinor = null);

    public static void Map(IEndpointRouteBuilder afterSales)
    {
        Describe(afterSales.MapPost("/{afterSaleId:long}/agree", HandleAgreeAsync), "AgreeToAfterSale");
        Describe(afterSales.MapPost("/{afterSaleId:long}/refuse", HandleRefuseAsync), "RefuseAfterSale");
        Describe(afterSales.MapPost("/{afterSaleId:long}/ship", HandleShipAsync), "ShipAfterSale");
        Describe(afterSales.MapPost("/{afterSaleId:long}/received", HandleReceivedAsync), "ReceiveAfterSale");
        Describe(afterSales.MapPost("/{afterSaleId:long}/reject", HandleRejectAsync), "RejectAfterSaleGoods");
        Describe(afterSales.MapPost("/{afterSaleId:long}/call-platform", HandleCallAsync), "CallPlatformIntoAfterSale");
        Describe(afterSales.MapPost("/{afterSaleId:long}/cancel", HandleCancelAsync), "CancelAfterSale");
    }

    public Task<AfterSaleView> AgreeAsync(long accountId, long afterSaleId, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Seller, (dossier, afterSale, by) => settle.AgreeAsync(dossier, afterSale, by, "agreed", ct), ct);

    public Task<AfterSaleView> RefuseAsync(long accountId, long afterSaleId, string reason, CancellationToken ct) =>
        RefuseAsAsync(AfterSaleState.SellerRefused, accountId, afterSaleId, reason, ct);

    public Task<AfterSaleView> RejectAsync(long accountId, long afterSaleId, string reason, CancellationToken ct) =>
        RefuseAsAsync(AfterSaleState.SellerRejected, accountId, afterSaleId, reason, ct);

    public Task<AfterSaleView> ShipAsync(long accountId, long afterSaleId, ShipRequest parcel, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Buyer, (_, afterSale, by) =>
        {
            if (!afterSale.NeedsReturn)
            {
                throw new Refusal("mall.after-sale-state");
            }

            var (freight, most) = (parcel.FreightMinor ?? 0, afterSale.Cause.IsFault() ? options.Value.MostReturnFreightMinor : 0);
            if (freight > most)
            {
                throw new Refusal("mall.return-freight", StatusCodes.Status422UnprocessableEntity, new Money(most, afterSale.Currency).ToPlainString());
            }

            afterSale.SendBack(parcel.Carrier, parcel.Number, freight, by, clock.GetUtcNow());
            return Task.CompletedTask;
        }, ct);

    public Task<AfterSaleView> ReceivedAsync(long accountId, long afterSaleId, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Seller, (dossier, afterSale, by) => settle.ReceiveAsync(dossier, afterSale, by, "received", ct), ct);

    public Task<AfterSaleView> CallPlatformAsync(long accountId, long afterSaleId, string reason, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Buyer, async (dossier, afterSale, by) =>
        {
            // Another request may be about the same units by now.
            var taken = await db.AfterSales.Where(a => a.LineId == afterSale.LineId && a.Id != afterSaleId).ToListAsync(ct);
            if (taken.SelectMany(a => a.ClaimedUnits).Intersect(afterSale.Units).Any())
            {
                throw new Refusal("mall.after-sale-exists");
            }

            // While nobody claimed them, the price guarantee may have given a part back.
            afterSale.AskFor(dossier.Order(afterSale.OrderId).Lines.Single(line => line.Id == afterSale.LineId));
            afterSale.MoveTo(AfterSaleState.PlatformIntervening, by, reason, clock.GetUtcNow());
        }, ct);

    public Task<AfterSaleView> CancelAsync(long accountId, long afterSaleId, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Buyer, (_, afterSale, by) =>
        {
            afterSale.MoveTo(AfterSaleState.BuyerCancelled, by, "taken-back", clock.GetUtcNow());
            return Task.CompletedTask;
        }, ct);

    private Task<AfterSaleView> RefuseAsAsync(AfterSaleState state, long accountId, long afterSaleId, string reason, CancellationToken ct) =>
        RunAsync(accountId, afterSaleId, ActorKind.Seller, (_, afterSale, by) =>
        {
            afterSale.MoveTo(state, by, reason, clock.GetUtcNow());
            afterSale.SellerReason = reason;
            return Task.CompletedTask;
        }, ct);

    private async Task<AfterSaleView> RunAsync(
        long accountId, long afterSaleId, ActorKind by, Func<Dossier, AfterSale, Actor, Task> moveAsync, CancellationToken ct)
    {
        var orderId = await db.AfterSales.Where(a => a.Id == afterSaleId).Select(a => a.OrderId).SingleOrDefaultAsync(ct);
        await change.RunAsync(accountId, orderId, [by], async (dossier, order, actor) =>
        {
            var afterSale = await db.AfterSales.SingleAsync(a => a.Id == afterSaleId, ct);
            await moveAsync(dossier, afterSale, actor);
            announce.Moved(order, afterSale, actor);
        }, ct);
        return AfterSaleView.Of(await db.AfterSales.AsNoTracking().Include(a => a.Steps).SingleAsync(a => a.Id == afterSaleId, ct));
    }

    private static void Describe(RouteHandlerBuilder endpoint, string name) => endpoint
        .WithName(name)
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    private static async Task<Ok<AfterSaleView>> HandleAgreeAsync(long afterSaleId, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.AgreeAsync(account.Id, afterSaleId, ct));

    private static async Task<Ok<AfterSaleView>> HandleRefuseAsync(
        long afterSaleId, ReasonRequest request, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.RefuseAsync(account.Id, afterSaleId, request.Reason, ct));

    private static async Task<Ok<AfterSaleView>> HandleShipAsync(
        long afterSaleId, ShipRequest request, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.ShipAsync(account.Id, afterSaleId, request, ct));

    private static async Task<Ok<AfterSaleView>> HandleReceivedAsync(long afterSaleId, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.ReceivedAsync(account.Id, afterSaleId, ct));

    private static async Task<Ok<AfterSaleView>> HandleRejectAsync(
        long afterSaleId, ReasonRequest request, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.RejectAsync(account.Id, afterSaleId, request.Reason, ct));

    private static async Task<Ok<AfterSaleView>> HandleCallAsync(
        long afterSaleId, ReasonRequest request, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.CallPlatformAsync(account.Id, afterSaleId, request.Reason, ct));

    private static async Task<Ok<AfterSaleView>> HandleCancelAsync(long afterSaleId, AnswerAfterSale answer, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await answer.CancelAsync(account.Id, afterSaleId, ct));
}
