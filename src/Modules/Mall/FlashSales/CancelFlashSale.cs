using Sward.Contracts.Accounts;
using Sward.Mall.Stores;

namespace Sward.Mall.FlashSales;

/// <summary>Calls a sale off before it starts. One that has begun has buyers and runs to its end.</summary>
internal sealed class CancelFlashSale(MallDb db, ICurrentAccount account)
{
    public static void Map(IEndpointRouteBuilder sales) => sales
        .MapDelete("/{saleId:long}", async (long saleId, CancelFlashSale cancel, CancellationToken ct) =>
        {
            await cancel.CancelAsync(saleId, ct);
            return TypedResults.NoContent();
        })
        .WithName("CancelFlashSale")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    public async Task CancelAsync(long saleId, CancellationToken ct)
    {
        var storeId = await db.FlashSales.Where(s => s.Id == saleId).Select(s => (long?)s.StoreId).SingleOrDefaultAsync(ct)
            ?? throw new Refusal("mall.flash-sale-not-found", StatusCodes.Status404NotFound);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await DeskStores.LockAsync(db, account, storeId, ct);
        if (await db.FlashSales.Where(s => s.Id == saleId && (s.State == FlashSaleState.Planned || s.State == FlashSaleState.Cancelled))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, FlashSaleState.Cancelled), ct) == 0)
        {
            throw new Refusal("mall.flash-sale-started");
        }

        await transaction.CommitAsync(ct);
    }
}
