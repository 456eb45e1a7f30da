using Sward.Contracts.Accounts;
using Sward.Mall.Orders;

namespace Sward.Mall.Vouchers;

/// <summary>The buyer gives one voucher back that nobody has used; the others of the order stay.</summary>
internal sealed class ReturnVoucher(MallDb db, ChangeOrder change, OrderVouchers vouchers)
{
    public static void Map(IEndpointRouteBuilder vouchers) => vouchers
        .MapPost("/{voucherId:long}/return", HandleAsync)
        .WithName("ReturnVoucher")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    /// <summary>Ends the voucher of this buyer and gives its money back; to everybody else it does not exist.</summary>
    public async Task ReturnAsync(long buyerId, long voucherId, CancellationToken ct)
    {
        var orderId = await db.Vouchers.Where(v => v.Id == voucherId && v.BuyerId == buyerId).Select(v => (long?)v.OrderId).SingleOrDefaultAsync(ct)
            ?? throw new Refusal("mall.voucher-unknown", StatusCodes.Status404NotFound);
        await change.RunAsync(buyerId, orderId, [ActorKind.Buyer], async (dossier, order, buyer) =>
            await vouchers.ReturnAsync(dossier, order, await db.Vouchers.SingleAsync(v => v.Id == voucherId, ct), buyer, ct), ct);
    }

    private static async Task<Ok<VoucherView>> HandleAsync(long voucherId, ReturnVoucher give, ReadVouchers vouchers, ICurrentAccount account, CancellationToken ct)
    {
        await give.ReturnAsync(account.Id, voucherId, ct);
        return TypedResults.Ok((await vouchers.FindAsync(account.Id, voucherId, ct))!);
    }
}
