using System.Collections.ObjectModel;
using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.Deliveries;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Mall.Catalog;

/// <summary>Puts goods on sale: the product, its variants and their first stock. A warehouse code that the store does not have yet becomes a warehouse.</summary>
internal sealed class ListProduct(MallDb db, ICurrentAccount account, IMediaCards media, ReadProduct read, Idempotency once, Ids ids, TimeProvider clock)
{
    /// <summary>Characters of an option's name, and of its value.</summary>
    private const int MaxOption = 60;

    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(120)] string Name,
        [property: Required, MinLength(1), MaxLength(40)] string Origin,
        [property: Required, MaxLength(40)] string Category,
        [property: MaxLength(60)] string? Brand,
        [property: MaxLength(5000)] string? Description,
        [property: Required, MaxLength(9)] IReadOnlyList<long> Pictures,
        [property: Required, MinLength(1), MaxLength(100)] IReadOnlyList<SkuRequest> Skus,
        GoodsKind Kind = GoodsKind.Shipped,
        [property: Range(0, MallOptions.MaxValidDays)] int? ValidDays = null,
        DeliveryTerms? Delivery = null,
        ReturnRule Returns = ReturnRule.SevenDays);

    /// <summary>A variant to list.</summary>
    /// <param name="Floor">No discount takes a unit below this; only the store sees it.</param>
    public sealed record SkuRequest(
        [property: Required, MinLength(1), MaxLength(60)] string Code,
        [property: MaxLength(5)] IReadOnlyDictionary<string, string>? Options,
        [property: Required] Money Price,
        Money? MemberPrice,
        [property: Required, MinLength(1), MaxLength(20)] IReadOnlyList<StockRequest> Stock,
        DateOnly? Day = null,
        Money? Floor = null);

    public sealed record StockRequest([property: Required, MinLength(1), MaxLength(40)] string Warehouse, [property: Range(0, 1_000_000)] int Units);

    public static void Map(IEndpointRouteBuilder stores) => stores
        .MapPost("/{storeId:long}/products", HandleAsync)
        .WithName("ListProduct")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithIdempotency()
        .RequireAuthorization();

    /// <summary>Lists the goods in a store of the account, or returns null when there is no such store.</summary>
    public async Task<Created<ProductView>?> ListAsync(long storeId, Request request, CancellationToken ct)
    {
        var accountId = account.Id;
        var store = await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId && s.OwnerId == accountId, ct);
        if (store is null)
        {
            return null;
        }

        await CheckAsync(request, store, ct);
        var now = clock.GetUtcNow();
        var product = new Product
        {
            Id = ids.Next(),
            StoreId = storeId,
            Name = request.Name.Trim(),
            Origin = request.Origin.Trim(),
            Category = request.Category,
            Brand = request.Brand,
            Description = request.Description ?? "",
            PictureIds = request.Pictures,
            // A course is put on sale once it has a lesson.
            OnSale = request.Kind is not GoodsKind.Course,
            Kind = request.Kind,
            ValidDays = request.ValidDays ?? 0,
            Delivery = request.Delivery,
            Returns = request.Returns,
            PriceMinor = request.Skus.Min(sku => sku.Price.Amount),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Products.Add(product);
        var shipsFrom = await AddSkusAsync(product, request, store, now, ct);
        db.Announce(product.Listed(store, now, shipsFrom));
        db.Announce(new MediaUsed($"mall.product:{product.Id}", product.PictureIds, now));
        await db.SaveChangesAsync(ct);
        return await once.CreatedAsync(db, transaction, $"/api/v1/products/{product.Id}", (await read.FindAsync(product.Id, ct))!, ct);
    }

    private async Task CheckAsync(Request request, Store store, CancellationToken ct)
    {
        if (!Categories.Knows(request.Category))
        {
            throw new Refusal("mall.category-unknown", StatusCodes.Status422UnprocessableEntity);
        }

        // The API checks what is nested only in types that everybody sees.
        request.Delivery?.Checked();
        if (!FitsItsKind(request))
        {
            throw new Refusal("mall.goods-kind", StatusCodes.Status422UnprocessableEntity);
        }

        var prices = request.Skus.Select(sku => sku.Price).Concat(request.Skus.Select(sku => sku.MemberPrice).OfType<Money>());
        if (prices.Any(price => price.Amount is < 1 or > 1_000_000_000 || !string.Equals(price.Currency, store.Currency, StringComparison.Ordinal)) || request.Skus.Any(sku => !Floors.Fits(sku.Floor, store)))
        {
            throw new Refusal("mall.price-invalid", StatusCodes.Status422UnprocessableEntity, store.Currency);
        }

        if (request.Skus.Any(sku => sku.MemberPrice is { } member && member.Amount >= sku.Price.Amount))
        {
            throw new Refusal("mall.member-price-not-lower", StatusCodes.Status422UnprocessableEntity);
        }

        if (request.Skus.DistinctBy(sku => sku.Code, StringComparer.Ordinal).Count() != request.Skus.Count)
        {
            throw new Refusal("mall.code-twice", StatusCodes.Status422UnprocessableEntity);
        }

        if (request.Skus.SelectMany(sku => sku.Options ?? ReadOnlyDictionary<string, string>.Empty).Any(option =>
            option is not { Key.Length: >= 1 and <= MaxOption, Value.Length: >= 1 and <= MaxOption }))
        {
            throw new Refusal("mall.option-invalid", StatusCodes.Status422UnprocessableEntity, MaxOption);
        }

        await OwnPictures.CheckAsync(media, store.OwnerId, request.Pictures, ct);
    }

    /// <summary>Says what its kind needs, and nothing that only others have.</summary>
    private static bool FitsItsKind(Request request) =>
        request.Kind is GoodsKind.Voucher == request.ValidDays > 0
        && request.Skus.All(sku => sku.Day is not null == request.Kind is GoodsKind.Booking)
        && request.Delivery is not null == request.Kind is GoodsKind.Large
        // Whoever has a course has all of it.
        && (request.Kind is not GoodsKind.Course || request.Skus.Count == 1);

    /// <summary>Adds the variants and their stock and says from which countries they are shipped.</summary>
    private async Task<IEnumerable<string>> AddSkusAsync(Product product, Request request, Store store, DateTimeOffset now, CancellationToken ct)
    {
        var warehouses = await Warehouses.EnsureAsync(db, store.Id, request.Skus.SelectMany(sku => sku.Stock).Select(stock => stock.Warehouse), ids, ct);
        foreach (var wanted in request.Skus)
        {
            var sku = new Sku
            {
                Id = ids.Next(),
                ProductId = product.Id,
                Code = wanted.Code,
                Options = wanted.Options ?? new Dictionary<string, string>(StringComparer.Ordinal),
                MemberPriceMinor = wanted.MemberPrice?.Amount,
                FloorMinor = wanted.Floor?.Amount ?? 0,
                Day = wanted.Day,
            };
            db.Skus.Add(sku.Priced(wanted.Price, ids.Next(), now));
            db.StockLevels.AddRange(wanted.Stock.GroupBy(stock => warehouses[stock.Warehouse].Id)
                .Select(stock => new StockLevel { SkuId = sku.Id, WarehouseId = stock.Key, OnHand = stock.Sum(s => s.Units) }));
        }

        return request.Skus.SelectMany(sku => sku.Stock).Select(stock => warehouses[stock.Warehouse].Country).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static async Task<Results<Created<ProductView>, ProblemHttpResult>> HandleAsync(long storeId, Request request, ListProduct list, CancellationToken ct) =>
        await list.ListAsync(storeId, request, ct) is { } created ? created : Problems.NotFound("mall.store-not-found");
}
