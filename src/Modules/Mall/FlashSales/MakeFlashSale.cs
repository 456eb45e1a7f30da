using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Stores;

namespace Sward.Mall.FlashSales;

/// <summary>Plans a limited-time purchase of a variant of one's own store; operators may do it for every store.</summary>
internal sealed class MakeFlashSale(MallDb db, ICurrentAccount account, ReadFlashSale read, Idempotency once, Ids ids, TimeProvider clock)
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
        var now = clock.GetUtcNow();
        var (starts, ends) = (request.StartsAt.ToUniversalTime(), request.EndsAt.ToUniversalTime());
        if (ends <= starts || ends <= now || ends - starts > Longest)
        {
            throw new Refusal("mall.flash-sale-times", StatusCodes.Status422UnprocessableEntity, Longest.Days);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var store = await FlashStores.LockAsync(db, account, storeId, ct);
        var priceMinor = await db.Skus.Where(sku => sku.Id == request.SkuId && db.Products.Any(p => p.Id == sku.ProductId && p.StoreId == storeId))
            .Select(sku => (long?)sku.PriceMinor).SingleOrDefaultAsync(ct) ?? throw new Refusal("mall.product-not-found", StatusCodes.Status404NotFound);
        if (request.Price.Amount <= 0 || request.Price.Amount >= priceMinor || !string.Equals(request.Price.Currency, store.Currency, StringComparison.Ordinal))
        {
            throw new Refusal("mall.flash-price", StatusCodes.Status422UnprocessableEntity);
        }

        // Under the store's lock nobody else is making one.
        if (await db.FlashSales.AnyAsync(s => s.SkuId == request.SkuId && s.StartsAt < ends && starts < s.EndsAt && s.State != FlashSaleState.Cancelled, ct))
        {
            throw new Refusal("mall.flash-sale-overlaps");
        }

        var sale = new FlashSale
        {
            Id = ids.Next(),
            StoreId = storeId,
            SkuId = request.SkuId,
            PriceMinor = request.Price.Amount,
            Units = request.Units,
            PerBuyer = request.PerBuyer,
            StartsAt = starts,
            EndsAt = ends,
        };
        db.Add(sale);
        await db.SaveChangesAsync(ct);
        var view = (await read.FindAsync(sale.Id, ct))!;
        return await once.CreatedAsync(db, transaction, $"/api/v1/flash-sales/{sale.Id}", view, ct);
    }
}
