using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Orders;
using Sward.Mall.Reviews;

namespace Sward.Mall.Vouchers;

/// <summary>A voucher as it was taken by a store.</summary>
internal sealed record RedeemedVoucher(long Id, string Code, string ProductName, DateTimeOffset RedeemedAt);

/// <summary>The store takes a voucher, once. The same key is the same redemption: on a bad line it may be sent again.</summary>
internal sealed class RedeemVoucher(MallDb db, VoucherTickets tickets, ChangeOrder change, OrderVouchers vouchers, InviteNotes invite, IAccountCards accounts, TimeProvider clock)
{
    /// <summary>What the buyer shows.</summary>
    /// <param name="Ticket">The text of the QR code, or the code that stands under it.</param>
    public sealed record Request([property: Required, StringLength(100, MinimumLength = 1)] string Ticket);

    public static void Map(IEndpointRouteBuilder stores) => stores
        .MapPost("/{storeId:long}/redemptions", HandleAsync)
        .WithName("RedeemVoucher")
        .WithIdempotency(required: true)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    /// <summary>Takes the voucher of a store of this account.</summary>
    /// <param name="key">Names this one redemption.</param>
    public async Task<RedeemedVoucher> RedeemAsync(long accountId, long storeId, string ticket, string key, CancellationToken ct)
    {
        if (!await db.Stores.AnyAsync(s => s.Id == storeId && s.OwnerId == accountId, ct))
        {
            throw new Refusal("mall.store-not-found", StatusCodes.Status404NotFound);
        }

        var code = await tickets.ReadAsync(storeId, ticket, ct);
        var found = await db.Vouchers.AsNoTracking().SingleOrDefaultAsync(v => v.Code == code && v.StoreId == storeId, ct)
            ?? throw new Refusal("mall.voucher-not-found", StatusCodes.Status404NotFound);
        await change.RunAsync(accountId, found.OrderId, [ActorKind.Seller], async (_, order, seller) =>
        {
            var voucher = await db.Vouchers.SingleAsync(v => v.Id == found.Id, ct);
            if (voucher.State is VoucherState.Redeemed && string.Equals(voucher.EndKey, key, StringComparison.Ordinal))
            {
                return;
            }

            await RefuseAsync(voucher, ct);
            voucher.End(VoucherState.Redeemed, seller, key, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            if (await db.Vouchers.CountAsync(v => v.OrderId == order.Id && v.State == VoucherState.Redeemed, ct) == 1)
            {
                // The first of the order: the others may follow months later.
                invite.Invite(order, order.Lines.Where(line => line.Id == voucher.LineId), voucher.EndedAt!.Value);
            }

            await vouchers.CompleteAsync(order, ct);
        }, ct);
        return await (
            from voucher in db.Vouchers
            join line in db.OrderLines on voucher.LineId equals line.Id
            where voucher.Id == found.Id && voucher.EndKey == key
            select new RedeemedVoucher(voucher.Id, voucher.Code, line.ProductName, voucher.EndedAt!.Value)).SingleOrDefaultAsync(ct)
            // The key has taken another voucher of this order.
            ?? throw new Refusal("kernel.idempotency-key-reused", StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Says why a voucher cannot be used; of one that was used, when and by whom.</summary>
    private async Task RefuseAsync(Voucher voucher, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (voucher is { State: VoucherState.Redeemed, EndedBy: { } by, EndedAt: { } at })
        {
            var name = (await accounts.GetAsync([by], ct)).TryGetValue(by, out var card) ? card.Nickname : "";
            throw new Refusal("mall.voucher-redeemed", StatusCodes.Status409Conflict, at, name);
        }

        if (voucher.State is not VoucherState.Issued || voucher.ValidUntil <= now)
        {
            throw new Refusal("mall.voucher-ended");
        }

        if (voucher.ValidFrom > now)
        {
            throw new Refusal("mall.voucher-too-early", StatusCodes.Status409Conflict, voucher.ValidFrom);
        }
    }

    private static async Task<Ok<RedeemedVoucher>> HandleAsync(
        long storeId, Request request, RedeemVoucher redeem, Idempotency once, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await redeem.RedeemAsync(account.Id, storeId, request.Ticket, once.Key!, ct));
}
