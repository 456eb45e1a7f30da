using Sward.Contracts.Accounts;
using Sward.Mall.Stores;

namespace Sward.Mall.Catalog;

/// <summary>The floors of a product's variants, below which no discount takes a unit: a store's own affair, shown to nobody else.</summary>
internal static class Floors
{
    /// <summary>The floor of one variant.</summary>
    public sealed record View(long SkuId, Money Floor);

    public static void Map(IEndpointRouteBuilder products) => products
        .MapGet("/{productId:long}/floors", HandleAsync)
        .WithName("ListFloors")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization();

    /// <summary>Whether it can be the floor of goods of a store; there need not be one.</summary>
    public static bool Fits(Money? floor, Store store) =>
        floor is not { } money || (money.Amount is >= 0 and <= 1_000_000_000 && string.Equals(money.Currency, store.Currency, StringComparison.Ordinal));

    private static async Task<Results<Ok<Page<View>>, ProblemHttpResult>> HandleAsync(long productId, MallDb db, ICurrentAccount account, CancellationToken ct)
    {
        var ownerId = account.Id;
        var floors = await (
            from sku in db.Skus.AsNoTracking()
            join product in db.Products on sku.ProductId equals product.Id
            join store in db.Stores on product.StoreId equals store.Id
            where product.Id == productId && store.OwnerId == ownerId
            orderby sku.Id
            select new View(sku.Id, new Money(sku.FloorMinor, store.Currency))).ToListAsync(ct);
        return floors.Count > 0 ? TypedResults.Ok(new Page<View>(floors, Next: null)) : Problems.NotFound("mall.product-not-found");
    }
}
