using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Carts;
using Sward.Mall.Catalog;
using Sward.Mall.Stores;

namespace Sward.Mall.FlashSales;

/// <summary>Plans a limited-time purchase of a variant of one's own store; operators may do it for every store.</summary>
internal sealed class MakeFlashSale(MallDb db, ICurrentAccount account, ReadFlashSale read, WasPrices was, Idempotency once, Ids ids, TimeProvider clock)
{
    /// <summary>A sale that lasts longer is a price.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public sealed record Request(
        long SkuId, [property: Required] Money Price, [property: Range(1, 1_000_000)] int Units, [property: Range(1, MallOptions.MaxUnits)] int PerBuyer,
        DateTimeOffset StartsAt, DateTimeOffset EndsAt);

    public static void Map(IEndpointRouteBuilder stores) => stores
        .MapPost("/{storeId:long}/flash-sales", async (long storeId, Request request, MakeFlashSale make, CancellationToken ct) => await make.MakeAsync(storeId, request, ct))
        .WithName("MakeFlashSale")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    public async Task<Created<FlashSaleView>> MakeAsync(long storeId, Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Under the store's lock nobody else is making one.
        var store = await DeskStores.LockAsync(db, account, storeId, ct);
        await CheckAsync(store, request, ct);
        var sale = new FlashSale
        {
            Id = ids.Next(),
            StoreId = storeId,
            SkuId = request.SkuId,
            PriceMinor = request.Price.Amount,
            Units = request.Units,
            PerBuyer = request.PerBuyer,
            StartsAt = request.StartsAt.ToUniversalTime(),
            EndsAt = request.EndsAt.ToUniversalTime(),
        };
        db.Add(sale);
        await db.SaveChangesAsync(ct);
        var view = (await read.FindAsync(sale.Id, ct))!;
        return await once.CreatedAsync(db, transaction, $"/api/v1/flash-sales/{sale.Id}", view, ct);
    }

    /// <summary>What a sale would mean for the shelf and the price; refused as making it would be. Changes nothing.</summary>
    public async Task<FlashPreview> PreviewAsync(Store store, Request request, CancellationToken ct)
    {
        var publicMinor = await CheckAsync(store, request, ct);
        var cut = new PriceCut(request.SkuId, request.StartsAt.ToUniversalTime(), request.Price.Amount);
        var before = await was.OfAsync([cut], ct);
        var onHand = await db.StockLevels.Where(level => level.SkuId == request.SkuId).SumAsync(level => level.OnHand, ct);
        return new(before.TryGetValue(cut, out var minor) ? new Money(minor, store.Currency) : null, request.Price, Math.Min(request.Units, onHand), onHand,
            await CartsWith.OfAsync(db, request.SkuId, publicMinor, request.Price, request.PerBuyer, ct));
    }

    /// <summary>Refuses what cannot be a sale; returns the public price of one unit.</summary>
    private async Task<long> CheckAsync(Store store, Request request, CancellationToken ct)
    {
        var (starts, ends) = (request.StartsAt.ToUniversalTime(), request.EndsAt.ToUniversalTime());
        if (ends <= starts || ends <= clock.GetUtcNow() || ends - starts > Longest)
        {
            throw new Refusal("mall.flash-sale-times", StatusCodes.Status422UnprocessableEntity, Longest.Days);
        }

        var goods = await (
            from sku in db.Skus
            join product in db.Products on sku.ProductId equals product.Id
            where sku.Id == request.SkuId && product.StoreId == store.Id
            select new { sku.PriceMinor, product.Kind }).SingleOrDefaultAsync(ct) ?? throw new Refusal("mall.product-not-found", StatusCodes.Status404NotFound);
        if (goods.Kind is GoodsKind.LeadForm)
        {
            throw new Refusal("mall.not-bought-here", StatusCodes.Status422UnprocessableEntity);
        }

        if (request.Price.Amount <= 0 || request.Price.Amount >= goods.PriceMinor || !string.Equals(request.Price.Currency, store.Currency, StringComparison.Ordinal))
        {
            throw new Refusal("mall.flash-price", StatusCodes.Status422UnprocessableEntity);
        }

        return await db.FlashSales.AnyAsync(s => s.SkuId == request.SkuId && s.StartsAt < ends && starts < s.EndsAt && s.State != FlashSaleState.Cancelled, ct)
            ? throw new Refusal("mall.flash-sale-overlaps")
            : goods.PriceMinor;
    }
}
