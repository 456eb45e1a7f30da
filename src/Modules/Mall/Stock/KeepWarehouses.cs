using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Stores;

namespace Sward.Mall.Stock;

/// <summary>A warehouse as its store sees it.</summary>
internal sealed record WarehouseView(string Code, string Country);

/// <summary>A store's warehouses: which there are, and in which country each of them stands.</summary>
internal sealed class KeepWarehouses(MallDb db, ICurrentAccount account, Ids ids, TimeProvider clock)
{
    private const int MaxCode = 40;

    public sealed record Request([property: Required, MaxLength(2)] string Country);

    public static void Map(IEndpointRouteBuilder stores)
    {
        stores.MapGet("/{storeId:long}/warehouses", async Task<Results<Ok<Page<WarehouseView>>, ProblemHttpResult>> (long storeId, KeepWarehouses keep, CancellationToken ct) =>
                await keep.ListAsync(storeId, ct) is { } warehouses ? TypedResults.Ok(new Page<WarehouseView>(warehouses, Next: null)) : Problems.NotFound("mall.store-not-found"))
            .WithName("ListWarehouses")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
        stores.MapPut("/{storeId:long}/warehouses/{code}", async Task<Results<NoContent, ProblemHttpResult>> (
                long storeId, [MinLength(1), MaxLength(MaxCode)] string code, Request request, KeepWarehouses keep, CancellationToken ct) =>
                await keep.PlaceAsync(storeId, code, request, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.store-not-found"))
            .WithName("PlaceWarehouse")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization();
    }

    /// <summary>Null when the account has no such store.</summary>
    public async Task<IReadOnlyList<WarehouseView>?> ListAsync(long storeId, CancellationToken ct)
    {
        var ownerId = account.Id;
        return await db.Stores.AnyAsync(s => s.Id == storeId && s.OwnerId == ownerId, ct)
            ? await db.Warehouses.Where(w => w.StoreId == storeId).OrderBy(w => w.Code).Select(w => new WarehouseView(w.Code, w.Country)).ToListAsync(ct)
            : null;
    }

    /// <summary>Says where a warehouse stands, and makes it if there is none of this code; false when the account has no such store. Orders that were placed stay as they are.</summary>
    public async Task<bool> PlaceAsync(long storeId, string code, Request request, CancellationToken ct)
    {
        if (code.Length is 0 or > MaxCode || !ShippingCountries.All.Contains(request.Country, StringComparer.Ordinal))
        {
            throw new Refusal("mall.country-unknown", StatusCodes.Status422UnprocessableEntity);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await OwnStore.LockAsync(db, storeId, account.Id, ct) is not { } store)
        {
            return false;
        }

        var warehouseId = (await Warehouses.EnsureAsync(db, storeId, [code], ids, ct))[code].Id;
        var moved = await db.Warehouses.Where(w => w.Id == warehouseId && w.Country != request.Country).ExecuteUpdateAsync(set => set.SetProperty(w => w.Country, request.Country), ct) > 0;
        if (moved)
        {
            var kept = db.Products.Where(p => p.StoreId == storeId && db.Skus.Any(sku => sku.ProductId == p.Id && db.StockLevels.Any(level => level.SkuId == sku.Id && level.WarehouseId == warehouseId)));
            await AnnounceGoods.RunAsync(db, store, kept, clock.GetUtcNow(), ct);
        }

        await transaction.CommitAsync(ct);
        return true;
    }
}
