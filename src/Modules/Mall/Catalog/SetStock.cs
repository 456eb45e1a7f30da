using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Mall.Catalog;

/// <summary>
/// The seller counts the shelf: sets how many units of a variant are free to be ordered. What is held or sold is not touched, and a count that began
/// before somebody ordered is refused.
/// </summary>
internal sealed class SetStock(MallDb db, ICurrentAccount account, Ids ids, TimeProvider clock)
{
    /// <summary>How many units there are.</summary>
    /// <param name="Seen">How many the seller was shown before counting; 0 for a warehouse that has not had the variant yet.</param>
    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(40)] string Warehouse, [property: Range(0, 1_000_000)] int Units, [property: Range(0, int.MaxValue)] int Seen);

    public static void Map(IEndpointRouteBuilder products) => products
        .MapPut("/{productId:long}/skus/{skuId:long}/stock", async Task<Results<NoContent, ProblemHttpResult>> (
            long productId, long skuId, Request request, SetStock set, CancellationToken ct) =>
            await set.SetAsync(productId, skuId, request, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.product-not-found"))
        .WithName("SetStock")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    /// <summary>False when the variant is not in a store of this account.</summary>
    public async Task<bool> SetAsync(long productId, long skuId, Request request, CancellationToken ct)
    {
        var accountId = account.Id;
        var storeId = await (
            from sku in db.Skus
            join product in db.Products on sku.ProductId equals product.Id
            join store in db.Stores on product.StoreId equals store.Id
            where sku.Id == skuId && product.Id == productId && store.OwnerId == accountId
            select (long?)store.Id).SingleOrDefaultAsync(ct);
        if (storeId is not { } known)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var warehouseId = (await Warehouses.EnsureAsync(db, known, [request.Warehouse], ids, ct))[request.Warehouse].Id;
        var shelf = db.StockLevels.Where(level => level.SkuId == skuId && level.WarehouseId == warehouseId);
        var isNew = request.Seen == 0 && await db.InsertOnceAsync(new StockLevel { SkuId = skuId, WarehouseId = warehouseId, OnHand = request.Units }, ct);
        if (!isNew && await shelf.Where(level => level.OnHand == request.Seen).ExecuteUpdateAsync(set => set.SetProperty(level => level.OnHand, request.Units), ct) == 0)
        {
            throw new Refusal("mall.stock-changed", StatusCodes.Status409Conflict, await shelf.Select(level => level.OnHand).SingleOrDefaultAsync(ct));
        }

        if (isNew && await OwnStore.LockAsync(db, known, accountId, ct) is { } owned)
        {
            // Another warehouse may stand in another country.
            await AnnounceGoods.RunAsync(db, owned, db.Products.Where(p => p.Id == productId), clock.GetUtcNow(), ct);
        }

        await transaction.CommitAsync(ct);
        return true;
    }
}
