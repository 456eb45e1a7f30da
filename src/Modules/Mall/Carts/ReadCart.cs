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
    public sealed record Response(
        IReadOnlyList<QuoteLineView> Lines, IReadOnlyList<QuoteStepView> Steps, Money Goods, Money Freight, Money Total, IReadOnlyList<GoneLine> Gone);

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
        var quote = await prices.PriceAsync(wanted, new Buyer(accountId), Means.Best, ct);
        var view = QuoteView.Of(quote, texts);
        var gone = wanted.Where(line => quote.Goods.All(goods => goods.SkuId != line.SkuId)).Select(line => new GoneLine(line.SkuId, line.Quantity));
        return new(view.Lines, view.Steps, view.Goods, view.Freight, view.Total, [.. gone]);
    }

    private static async Task<Ok<Response>> HandleAsync(ReadCart cart, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await cart.ReadAsync(account.Id, ct));
}
