using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;
using Sward.Mall.Catalog;

namespace Sward.Mall.Wants;

/// <summary>A wanted variant as its person sees it.</summary>
/// <param name="PriceThen">The public price when it was wanted.</param>
/// <param name="IsThere">Whether it can be bought now.</param>
/// <param name="Told">What the person was told already, words of <see cref="WantNews"/>.</param>
internal sealed record WantView(
    long SkuId, long ProductId, string Name, IReadOnlyDictionary<string, string> Options, MediaCard? Picture, Money Price, Money PriceThen, bool OnSale, bool IsThere, IReadOnlyList<string> Told, DateTimeOffset At);

/// <summary>What a person wants, the latest first. Nobody else sees it.</summary>
internal sealed class ListWants(MallDb db, OnShelf shelf, IMediaCards media)
{
    public static void Map(IEndpointRouteBuilder wants) => wants
        .MapGet("", HandleAsync)
        .WithName("ListWants")
        .RequireAuthorization();

    /// <summary>One page, or null when the cursor is none of ours.</summary>
    /// <param name="productId">Only variants of this product; null for all.</param>
    public async Task<Page<WantView>?> PageAsync(long accountId, long? productId, string? cursor, int size, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return null;
        }

        var page = Page<Row>.Of(await Rows(db, shelf.Skus, accountId, productId, before).Take(size + 1).ToListAsync(ct), size, row => Cursor.Encode(row.Want.Id));
        var pictures = await media.GetAsync([.. page.Items.Select(row => Picture(row.Product)).OfType<long>()], ct);
        return new([.. page.Items.Select(row => ViewOf(row, pictures))], page.Next);
    }

    /// <summary>Which of these variants the person wants.</summary>
    public async Task<IReadOnlySet<long>> AmongAsync(long? accountId, IEnumerable<long> skuIds, CancellationToken ct) => accountId is { } wanterId
        ? await db.Wants.Where(w => w.AccountId == wanterId && skuIds.Contains(w.SkuId)).Select(w => w.SkuId).ToHashSetAsync(ct)
        : new HashSet<long>();

    /// <summary>The name of a variant's product; null when there is none.</summary>
    public Task<string?> NameAsync(long skuId, CancellationToken ct) =>
        db.Products.Where(p => db.Skus.Any(sku => sku.Id == skuId && sku.ProductId == p.Id)).Select(p => p.Name).SingleOrDefaultAsync(ct);

    internal sealed record Row(Want Want, Sku Sku, Product Product, string Currency, bool IsThere);

    /// <summary>Walks the index of one person's wants.</summary>
    internal static IQueryable<Row> Rows(MallDb db, IQueryable<Sku> there, long accountId, long? productId, long before) =>
        from want in db.Wants.AsNoTracking()
        join sku in db.Skus on want.SkuId equals sku.Id
        join product in db.Products on sku.ProductId equals product.Id
        join store in db.Stores on product.StoreId equals store.Id
        where want.AccountId == accountId && want.Id < before && (productId == null || product.Id == productId)
        orderby want.Id descending
        select new Row(want, sku, product, store.Currency, there.Any(s => s.Id == sku.Id));

    private static WantView ViewOf(Row row, IReadOnlyDictionary<long, MediaCard> pictures) => new(
        row.Sku.Id, row.Product.Id, row.Product.Name, row.Sku.Options, pictures.Of(Picture(row.Product)), new Money(row.Sku.PriceMinor, row.Currency), new Money(row.Want.PriceMinor, row.Currency),
        row.Product.OnSale, row.IsThere, [.. ToldOf(row.Want)], row.Want.At);

    private static long? Picture(Product product) => product.PictureIds.Count == 0 ? null : product.PictureIds[0];

    private static IEnumerable<string> ToldOf(Want want)
    {
        if (want.Stock is StockWatch.Told)
        {
            yield return WantNews.BackInStock;
        }

        if (want.IsPriceTold)
        {
            yield return WantNews.PriceDropped;
        }

        if (want.IsSaleTold)
        {
            yield return WantNews.SaleStarted;
        }
    }

    private static async Task<Results<Ok<Page<WantView>>, ProblemHttpResult>> HandleAsync(
        long? productId, [AsParameters] PageQuery page, ListWants list, ICurrentAccount account, CancellationToken ct) =>
        await list.PageAsync(account.Id, productId, page.Cursor, page.Size, ct) is { } found ? TypedResults.Ok(found) : Problems.BadRequest("kernel.bad-cursor");
}
