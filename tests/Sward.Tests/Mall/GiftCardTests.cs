using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sward.Mall.GiftCards;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall;

public abstract class GiftCardTests(AppFixture app)
{
    [Fact]
    public async Task It_pays_its_part_after_all_discounts_and_the_rest_is_paid_with_money()
    {
        var (scene, shopper, tea) = await SceneAsync();
        var card = await CardAsync(shopper, 3_000);

        var quote = (await QuoteAsync(shopper, tea, 2, card)).Body;
        Assert.Equal((20_000, 17_000), (quote.Minor("total"), quote.Minor("due")));
        var checkout = await BuyAsync(shopper, tea, 2, card);
        Assert.Equal(17_000, checkout.GetProperty("payment").Minor("amount"));
        Assert.Empty(await CardsAsync(shopper));

        await shopper.PayAsync(checkout.PaymentId());
        Assert.Equal("toShip", await shopper.OrderStateAsync(checkout.OrderId()));
        Assert.Equal(-3_000, await MallScene.BalanceAsync(app, AccountKind.GiftCard, card));
        await AssertAddsUpAsync(scene);
    }

    [Fact]
    public async Task It_pays_all_and_the_order_is_paid_at_once()
    {
        var (scene, shopper, tea) = await SceneAsync();
        var card = await CardAsync(shopper, 12_000);

        var checkout = await BuyAsync(shopper, tea, 1, card);

        Assert.Equal(("toShip", "settled"), (await shopper.OrderStateAsync(checkout.OrderId()), await shopper.PaymentStateAsync(checkout.PaymentId())));
        Assert.Equal((99, 0, 1), await scene.StockAsync(tea));
        Assert.Equal(2_000, Assert.Single(await CardsAsync(shopper)).Minor("balance"));

        await shopper.Client.PostJsonAsync($"/api/v1/orders/{checkout.OrderId()}/cancel");
        Assert.Equal(12_000, Assert.Single(await CardsAsync(shopper)).Minor("balance"));
        await AssertAddsUpAsync(scene);
    }

    [Fact]
    public async Task A_purchase_that_nobody_pays_for_gives_it_back()
    {
        var (scene, shopper, tea) = await SceneAsync();
        var card = await CardAsync(shopper, 3_000);
        var checkout = await BuyAsync(shopper, tea, 1, card);

        await shopper.Client.PostJsonAsync($"/api/v1/orders/{checkout.OrderId()}/cancel");

        Assert.Equal(3_000, Assert.Single(await CardsAsync(shopper)).Minor("balance"));
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.GiftCard, card));
        await AssertAddsUpAsync(scene);
    }

    [Fact]
    public async Task Refunds_go_back_as_the_purchase_was_paid_and_to_the_cent_in_the_end()
    {
        var scene = await MallScene.OpenAsync(app);
        // Two warehouses make two orders.
        var (tea, cup) = (await scene.ListAsync(9_999, 5), await scene.ListAsync(20_002, 5));
        var shopper = await scene.ShopperAsync();
        var (first, second) = (await CardAsync(shopper, 1_000), await CardAsync(shopper, 3_333));
        var lines = new[] { (tea, 1), (cup, 1) };
        var quote = (await shopper.Client.PostJsonAsync("/api/v1/checkout/quote", Body(lines, [first, second]))).Body;
        var checkout = (await shopper.Client.PostJsonAsync("/api/v1/checkout", Body(lines, [first, second], shopper.AddressId, quote.GetProperty("id").GetString()), Http.NewKey())).Body;
        await shopper.PayAsync(checkout.PaymentId());
        var orders = checkout.List("orders").OrderBy(order => order.Minor("total")).Select(order => order.IdOf()).ToArray();

        await shopper.Client.PostJsonAsync($"/api/v1/orders/{orders[0]}/cancel");
        // 4,333 of 30,001 was paid with cards: 9,999 x 4,333 / 30,001 = 1,444.1.
        Assert.Equal(1_444, (await CardsAsync(shopper)).Sum(card => card.Minor("balance")));
        await AssertAddsUpAsync(scene);

        await shopper.Client.PostJsonAsync($"/api/v1/orders/{orders[1]}/cancel");
        Assert.Equal([1_000, 3_333], (await CardsAsync(shopper)).Select(card => card.Minor("balance")).Order());
        Assert.Equal("refunded", await shopper.PaymentStateAsync(checkout.PaymentId()));
        await AssertAddsUpAsync(scene);
    }

    [Fact]
    public async Task A_code_makes_it_ones_own_once_and_for_nobody_else()
    {
        var (_, shopper, tea) = await SceneAsync();
        var code = Assert.Single(await IssueAsync(5_000));
        var other = await app.SignUpAsync();

        Assert.Equal(HttpStatusCode.OK, (await shopper.Client.PostJsonAsync("/api/v1/gift-cards/claim", new { code = code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant() })).Status);
        var card = Assert.Single(await CardsAsync(shopper)).IdOf();
        Assert.Equal("mall.gift-card-not-found", (await other.Client.PostJsonAsync("/api/v1/gift-cards/claim", new { code })).Code);
        Assert.Equal("mall.gift-card-not-found", (await other.Client.PostJsonAsync("/api/v1/gift-cards/claim", new { code = "0000-0000-0000-0000" })).Code);
        Assert.Equal("mall.gift-card-not-found", (await other.Client.PostJsonAsync("/api/v1/checkout/quote", Body([(tea, 1)], [card]))).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync("/api/v1/gift-cards/claim", new { code })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Client.PostJsonAsync("/api/v1/gift-cards", new { count = 1, amountMinor = 5_000, days = 1 })).Status);
    }

    [Fact]
    public async Task It_is_good_until_its_day()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (shopper, tea) = (await scene.ShopperAsync(), await scene.ListAsync(10_000, 5));
        var card = await CardAsync(shopper, 5_000, own);

        await own.MoveClockAsync(TimeSpan.FromDays(31));

        Assert.Empty(await CardsAsync(shopper));
        Assert.Equal(10_000, (await QuoteAsync(shopper, tea, 1, card)).Body.Minor("due"));
    }

    private async Task<(MallScene Scene, Shopper Shopper, long SkuId)> SceneAsync()
    {
        var scene = await MallScene.OpenAsync(app);
        return (scene, await scene.ShopperAsync(), await scene.ListAsync(10_000, 100));
    }

    private Task<IReadOnlyList<string>> IssueAsync(long minor, AppFixture? host = null) => IssueAsync(host ?? app, minor);

    private static async Task<IReadOnlyList<string>> IssueAsync(AppFixture host, long minor)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IssueGiftCards>().RunAsync(new IssueGiftCards.Request(1, minor, 30), AppFixture.Ct)).Codes;
    }

    /// <summary>A card that is the shopper's own.</summary>
    internal static async Task<long> CardAsync(AppFixture host, Shopper shopper, long minor) =>
        (await shopper.Client.PostJsonAsync("/api/v1/gift-cards/claim", new { code = (await IssueAsync(host, minor))[0] })).Body.IdOf();

    private Task<long> CardAsync(Shopper shopper, long minor, AppFixture? host = null) => CardAsync(host ?? app, shopper, minor);

    private static async Task<IReadOnlyList<JsonElement>> CardsAsync(Shopper shopper) => [.. (await shopper.Client.GetJsonAsync("/api/v1/gift-cards/mine")).Items()];

    private static Task<Answer> QuoteAsync(Shopper shopper, long skuId, int units, long card) =>
        shopper.Client.PostJsonAsync("/api/v1/checkout/quote", Body([(skuId, units)], [card]));

    private static Task<Answer> CheckoutAsync(Shopper shopper, long skuId, int units, string quoteId, long card) =>
        shopper.Client.PostJsonAsync("/api/v1/checkout", Body([(skuId, units)], [card], shopper.AddressId, quoteId), Http.NewKey());

    private static async Task<JsonElement> BuyAsync(Shopper shopper, long skuId, int units, long card)
    {
        var quoteId = (await QuoteAsync(shopper, skuId, units, card)).Body.GetProperty("id").GetString()!;
        var answer = await CheckoutAsync(shopper, skuId, units, quoteId, card);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body;
    }

    private static object Body((long SkuId, int Units)[] lines, long[] cards, long? addressId = null, string? quoteId = null) => new
    {
        lines = lines.Select(line => new { skuId = $"{line.SkuId}", quantity = line.Units }),
        giftCards = cards.Select(card => $"{card}"),
        addressId = addressId is null ? null : $"{addressId}",
        quoteId,
    };

    private async Task AssertAddsUpAsync(MallScene scene)
    {
        Assert.NotEqual(0, scene.StoreId);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<Invariants>().BrokenAsync(AppFixture.Ct));
    }
}

public sealed class GiftCardsOnSqlite(OnSqlite app) : GiftCardTests(app);

public sealed class GiftCardsOnPostgres(OnPostgres app) : GiftCardTests(app);
