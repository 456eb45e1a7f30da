using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Checkout;
using Sward.Mall.Pricing;

namespace Sward.Mall.Carts;

/// <summary>The cart at today's prices. What has left the shelf since is named, not priced.</summary>
internal sealed class ReadCart(MallDb db, PriceCart prices, IStringLocalizer texts)
{
    /// <summary>The cart, priced.</summary>
    /// <param name="Gone">Variants in the cart that cannot be bought any more.</param>
    /// <param name="Apart">Goods in another currency than those that were put in first: what is priced and bought together has one. The cart is bought once they are out.</param>
    public sealed record Response(
        IReadOnlyList<QuoteLineView> Lines, IReadOnlyList<QuoteStepView> Steps, Money Goods, Money Freight, Money Total, IReadOnlyList<GoneLine> Gone, IReadOnlyList<QuoteLineView> Apart);

    public sealed record GoneLine(long SkuId, int Quantity);

    public static void Map(IEndpointRouteBuilder cart) => cart
        .MapGet("", HandleAsync)
        .WithName("ReadCart")
        .RequireAuthorization();

    public async Task<Response> ReadAsync(long accountId, CancellationToken ct)
    {
        var wanted = await db.CartLines.AsNoTracking().Where(line => line.AccountId == accountId)
            .OrderBy(line => line.AddedAt).ThenBy(line => line.SkuId)
            .Select(line => new WantedUnits(line.SkuId, line.Quantity)).ToListAsync(ct);
        var quotes = new List<Quote>();
        foreach (var together in await ByCurrencyAsync(wanted, ct))
        {
            quotes.Add(await prices.PriceAsync(together, new Buyer(accountId), Means.Best, ct));
        }

        var views = quotes.ConvertAll(quote => QuoteView.Of(quote, texts));
        var gone = wanted.Where(line => quotes.TrueForAll(quote => quote.Goods.All(goods => goods.SkuId != line.SkuId))).Select(line => new GoneLine(line.SkuId, line.Quantity));
        return new(views[0].Lines, views[0].Steps, views[0].Goods, views[0].Freight, views[0].Total, [.. gone], [.. views.Skip(1).SelectMany(view => view.Lines)]);
    }

    /// <summary>The lines that can be priced together, those of the first line in front; one empty cart when there is none.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<WantedUnits>>> ByCurrencyAsync(List<WantedUnits> wanted, CancellationToken ct)
    {
        var skuIds = wanted.ConvertAll(line => line.SkuId);
        var currencies = await (
            from sku in db.Skus
            join product in db.Products on sku.ProductId equals product.Id
            join store in db.Stores on product.StoreId equals store.Id
            where skuIds.Contains(sku.Id) && product.OnSale
            select new { sku.Id, store.Currency }).ToDictionaryAsync(sku => sku.Id, sku => sku.Currency, ct);
        List<IReadOnlyList<WantedUnits>> together = [.. wanted.Where(line => currencies.ContainsKey(line.SkuId)).GroupBy(line => currencies[line.SkuId], StringComparer.Ordinal).Select(lines => lines.ToList())];
        return together.Count > 0 ? together : [[]];
    }

    private static async Task<Ok<Response>> HandleAsync(ReadCart cart, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await cart.ReadAsync(account.Id, ct));
}
