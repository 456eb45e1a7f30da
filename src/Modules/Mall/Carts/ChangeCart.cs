using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Mall.Catalog;

namespace Sward.Mall.Carts;

/// <summary>Sets how many units of a variant are in the cart, or takes it out.</summary>
internal sealed class ChangeCart(MallDb db, TimeProvider clock)
{
    public sealed record Request([property: Range(1, MallOptions.MaxUnits)] int Quantity);

    public static void Map(IEndpointRouteBuilder cart)
    {
        cart.MapPut("/lines/{skuId:long}", HandlePutAsync)
            .WithName("PutIntoCart")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization();
        cart.MapDelete("/lines/{skuId:long}", HandleRemoveAsync)
            .WithName("RemoveFromCart")
            .RequireAuthorization();
    }

    /// <summary>Sets the quantity, or adds to what is there already.</summary>
    public async Task SetAsync(long accountId, long skuId, int quantity, bool add, CancellationToken ct)
    {
        if (await ProductOf(skuId).SingleOrDefaultAsync(ct) is not { } productId)
        {
            throw new Refusal("mall.product-not-found", StatusCodes.Status404NotFound);
        }

        if (await db.Products.AnyAsync(p => p.Id == productId && p.Kind == GoodsKind.LeadForm, ct))
        {
            throw new Refusal("mall.not-bought-here", StatusCodes.Status422UnprocessableEntity);
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.InsertOnceAsync(new CartLine { AccountId = accountId, SkuId = skuId, Quantity = quantity, AddedAt = now }, ct))
        {
            db.Announce(new ProductPutIntoCart(productId, accountId, now));
            await db.SaveChangesAsync(ct);
        }
        else
        {
            await db.CartLines.Where(line => line.AccountId == accountId && line.SkuId == skuId).ExecuteUpdateAsync(
                set => set.SetProperty(line => line.Quantity, line => Math.Min(add ? line.Quantity + quantity : quantity, MallOptions.MaxUnits)), ct);
        }

        var quantities = await db.CartLines.Where(line => line.AccountId == accountId).Select(line => line.Quantity).ToListAsync(ct);
        if (quantities.Count > MallOptions.MaxLines)
        {
            throw new Refusal("mall.cart-full", StatusCodes.Status422UnprocessableEntity, MallOptions.MaxLines);
        }

        if (quantities.Sum() > MallOptions.MaxUnitsTogether)
        {
            throw new Refusal("mall.too-many-units", StatusCodes.Status422UnprocessableEntity, MallOptions.MaxUnitsTogether);
        }

        await transaction.CommitAsync(ct);
    }

    public async Task RemoveAsync(long accountId, long skuId, CancellationToken ct)
    {
        var productId = await ProductOf(skuId).SingleOrDefaultAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.CartLines.Where(line => line.AccountId == accountId && line.SkuId == skuId).ExecuteDeleteAsync(ct) > 0 && productId is { } taken)
        {
            db.Announce(new ProductTakenOutOfCart(taken, accountId, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private IQueryable<long?> ProductOf(long skuId) => db.Skus.Where(sku => sku.Id == skuId).Select(sku => (long?)sku.ProductId);

    private static async Task<NoContent> HandlePutAsync(long skuId, Request request, ChangeCart cart, ICurrentAccount account, CancellationToken ct)
    {
        await cart.SetAsync(account.Id, skuId, request.Quantity, add: false, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> HandleRemoveAsync(long skuId, ChangeCart cart, ICurrentAccount account, CancellationToken ct)
    {
        await cart.RemoveAsync(account.Id, skuId, ct);
        return TypedResults.NoContent();
    }
}
