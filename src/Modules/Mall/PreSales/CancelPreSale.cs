using Sward.Contracts.Accounts;
using Sward.Mall.Stores;

namespace Sward.Mall.PreSales;

/// <summary>Calls a pre-sale off before deposits can be paid. Afterwards it has buyers: their orders can be cancelled one by one, each with its deposit back twice.</summary>
internal sealed class CancelPreSale(MallDb db, ICurrentAccount account, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder sales) => sales
        .MapDelete("/{preSaleId:long}", async (long preSaleId, CancelPreSale cancel, CancellationToken ct) =>
        {
            await cancel.CancelAsync(preSaleId, ct);
            return TypedResults.NoContent();
        })
        .WithName("CancelPreSale")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    public async Task CancelAsync(long preSaleId, CancellationToken ct)
    {
        var storeId = await db.PreSales.Where(s => s.Id == preSaleId).Select(s => (long?)s.StoreId).SingleOrDefaultAsync(ct)
            ?? throw new Refusal("mall.pre-sale-not-found", StatusCodes.Status404NotFound);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await DeskStores.LockAsync(db, account, storeId, ct);
        var now = clock.GetUtcNow();
        if (await db.PreSales.Where(s => s.Id == preSaleId && (s.CancelledAt != null || s.DepositFrom > now))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.CancelledAt, s => s.CancelledAt ?? now), ct) == 0)
        {
            throw new Refusal("mall.pre-sale-begun");
        }

        await transaction.CommitAsync(ct);
    }
}
