using Sward.Contracts.Accounts;

namespace Sward.Mall.Wants;

/// <summary>Somebody wants a variant, or takes that back. Wanting it twice is wanting it once.</summary>
internal sealed class WantGoods(MallDb db, OnShelf shelf, Ids ids, TimeProvider clock)
{
    /// <summary>Wants of one person.</summary>
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder wants)
    {
        wants.MapPut("/{skuId:long}", async (long skuId, WantGoods want, ICurrentAccount account, CancellationToken ct) =>
            {
                await want.WantAsync(account.Id, skuId, ct);
                return TypedResults.NoContent();
            })
            .WithName("WantGoods")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization();
        wants.MapDelete("/{skuId:long}", async (long skuId, WantGoods want, ICurrentAccount account, CancellationToken ct) =>
            {
                await want.TakeBackAsync(account.Id, skuId, ct);
                return TypedResults.NoContent();
            })
            .WithName("TakeBackWant")
            .RequireAuthorization();
    }

    /// <summary>Remembers the want, with what is true now: of that nobody is told.</summary>
    public async Task WantAsync(long accountId, long skuId, CancellationToken ct)
    {
        var sku = await db.Skus.Where(s => s.Id == skuId).Select(s => new { s.PriceMinor }).SingleOrDefaultAsync(ct)
            ?? throw new Refusal("mall.product-not-found", StatusCodes.Status404NotFound);
        var stock = await shelf.Skus.AnyAsync(s => s.Id == skuId, ct) ? StockWatch.There : StockWatch.Gone;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.InsertOnceAsync(new Want { Id = ids.Next(), AccountId = accountId, SkuId = skuId, At = clock.GetUtcNow(), PriceMinor = sku.PriceMinor, Stock = stock }, ct);
        if (await db.Wants.CountAsync(w => w.AccountId == accountId, ct) > Most)
        {
            throw new Refusal("mall.too-many-wants", StatusCodes.Status422UnprocessableEntity, Most);
        }

        await transaction.CommitAsync(ct);
    }

    public Task<int> TakeBackAsync(long accountId, long skuId, CancellationToken ct) => db.Wants.Where(w => w.AccountId == accountId && w.SkuId == skuId).ExecuteDeleteAsync(ct);
}
