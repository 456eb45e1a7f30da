using Sward.Contracts.Media;

namespace Sward.Mall.Catalog;

/// <summary>Shows a product with its variants and what is left of them.</summary>
internal sealed class ReadProduct(MallDb db, IMediaCards media)
{
    public static void Map(IEndpointRouteBuilder products) => products
        .MapGet("/{productId:long}", async Task<Results<Ok<ProductView>, ProblemHttpResult>> (long productId, ReadProduct read, CancellationToken ct) =>
            await read.FindAsync(productId, ct) is { } product ? TypedResults.Ok(product) : Problems.NotFound("mall.product-not-found"))
        .WithName("ReadProduct")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .AllowAnonymous();

    public async Task<ProductView?> FindAsync(long productId, CancellationToken ct)
    {
        var found = await (
            from product in db.Products.AsNoTracking()
            join store in db.Stores on product.StoreId equals store.Id
            where product.Id == productId
            select new { product, store }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var skus = await db.Skus.AsNoTracking().Where(sku => sku.ProductId == productId).OrderBy(sku => sku.Id)
            .Select(sku => new { sku, available = db.StockLevels.Where(level => level.SkuId == sku.Id).Sum(level => level.OnHand) }).ToListAsync(ct);
        var currency = found.store.Currency;
        return ProductView.Of(
            found.product, found.store,
            skus.Select(row => new SkuView(
                row.sku.Id, row.sku.Code, row.sku.Options, new Money(row.sku.PriceMinor, currency),
                row.sku.MemberPriceMinor is { } member ? new Money(member, currency) : null, row.available, row.sku.Day)),
            await media.GetAsync(found.product.PictureIds, ct), (await ShipsFrom.OfAsync(db, [productId], ct))[productId]);
    }
}
