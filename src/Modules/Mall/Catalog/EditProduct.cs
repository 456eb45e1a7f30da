using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.Courses;
using Sward.Mall.Deliveries;
using Sward.Mall.Stores;

namespace Sward.Mall.Catalog;

/// <summary>Changes goods, their prices, or whether they are on sale. Fields that are absent stay. Orders keep the price they were made at.</summary>
internal sealed class EditProduct(MallDb db, ICurrentAccount account, IMediaCards media, ReadProduct read, ProductCards cards, Ids ids, TimeProvider clock)
{
    public sealed record Request
    {
        [MinLength(1), MaxLength(120)]
        public string? Name { get; init; }

        [MinLength(1), MaxLength(40)]
        public string? Origin { get; init; }

        [MaxLength(40)]
        public string? Category { get; init; }

        [MaxLength(60)]
        public string? Brand { get; init; }

        [MaxLength(5000)]
        public string? Description { get; init; }

        [MaxLength(9)]
        public IReadOnlyList<long>? Pictures { get; init; }

        public bool? OnSale { get; init; }

        /// <summary>When large goods are delivered from now on; orders keep their day.</summary>
        public DeliveryTerms? Delivery { get; init; }

        /// <summary>Holds for what is bought from now on.</summary>
        public ReturnRule? Returns { get; init; }

        /// <summary>New prices of variants, and floors.</summary>
        [MaxLength(100)]
        public IReadOnlyList<SkuPrice>? Prices { get; init; }
    }

    /// <summary>What of a variant changes.</summary>
    /// <param name="Floor">No discount takes a unit below this; an amount of 0 takes the floor away.</param>
    public sealed record SkuPrice(long SkuId, Money? Price = null, Money? Floor = null);

    public static void Map(IEndpointRouteBuilder products) => products
        .MapPatch("/{productId:long}", async Task<Results<Ok<ProductView>, ProblemHttpResult>> (long productId, Request request, EditProduct edit, CancellationToken ct) =>
            await edit.ChangeAsync(productId, request, ct) is { } product ? TypedResults.Ok(product) : Problems.NotFound("mall.product-not-found"))
        .WithName("EditProduct")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    /// <summary>The changed product, or null when it is not in a store of this account.</summary>
    public async Task<ProductView?> ChangeAsync(long productId, Request request, CancellationToken ct)
    {
        if (request.Category is { } category && !Categories.Knows(category))
        {
            throw new Refusal("mall.category-unknown", StatusCodes.Status422UnprocessableEntity);
        }

        // The API checks what is nested only in types that everybody sees.
        request.Delivery?.Checked();
        await OwnPictures.CheckAsync(media, account.Id, request.Pictures ?? [], ct);
        var storeId = await db.Products.Where(p => p.Id == productId).Select(p => p.StoreId).SingleOrDefaultAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await OwnStore.LockAsync(db, storeId, account.Id, ct) is not { } store)
        {
            return null;
        }

        var product = await db.Products.SingleAsync(p => p.Id == productId, ct);
        var now = clock.GetUtcNow();
        Apply(request, product);
        if (product is { Kind: GoodsKind.Course, OnSale: true } && !await EditLessons.IsSellableAsync(db, productId, ct))
        {
            throw new Refusal("mall.course-empty", StatusCodes.Status422UnprocessableEntity);
        }

        await PriceAsync(request.Prices ?? [], product, store, now, ct);
        db.Announce(product.Listed(store, now, (await ShipsFrom.OfAsync(db, [productId], ct))[productId]));
        db.Announce(new MediaUsed($"mall.product:{productId}", product.PictureIds, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        cards.Evict(productId);
        return await read.FindAsync(productId, ct);
    }

    private static void Apply(Request request, Product product)
    {
        if (request.Delivery is not null && product.Kind is not GoodsKind.Large)
        {
            throw new Refusal("mall.goods-kind", StatusCodes.Status422UnprocessableEntity);
        }

        product.Delivery = request.Delivery ?? product.Delivery;
        product.Name = request.Name?.Trim() is { Length: > 0 } name ? name : product.Name;
        product.Origin = request.Origin?.Trim() is { Length: > 0 } origin ? origin : product.Origin;
        product.Category = request.Category ?? product.Category;
        product.Brand = request.Brand ?? product.Brand;
        product.Description = request.Description ?? product.Description;
        product.PictureIds = request.Pictures ?? product.PictureIds;
        product.OnSale = request.OnSale ?? product.OnSale;
        product.Returns = request.Returns ?? product.Returns;
    }

    private async Task PriceAsync(IReadOnlyList<SkuPrice> prices, Product product, Store store, DateTimeOffset now, CancellationToken ct)
    {
        if (prices.Count == 0)
        {
            return;
        }

        var skus = await db.Skus.Where(sku => sku.ProductId == product.Id).ToListAsync(ct);
        foreach (var price in prices)
        {
            var valid = price.Price is not { } money || (money.Amount is >= 1 and <= 1_000_000_000 && string.Equals(money.Currency, store.Currency, StringComparison.Ordinal));
            if (!valid || !Floors.Fits(price.Floor, store) || skus.Find(sku => sku.Id == price.SkuId) is not { } sku)
            {
                throw new Refusal("mall.price-invalid", StatusCodes.Status422UnprocessableEntity, store.Currency);
            }

            if (sku.MemberPriceMinor >= price.Price?.Amount)
            {
                throw new Refusal("mall.member-price-not-lower", StatusCodes.Status422UnprocessableEntity);
            }

            sku.FloorMinor = price.Floor?.Amount ?? sku.FloorMinor;
            if (price.Price is { } changed)
            {
                sku.Priced(changed, ids.Next(), now);
            }
        }

        product.PriceMinor = skus.Min(sku => sku.PriceMinor);
    }
}
