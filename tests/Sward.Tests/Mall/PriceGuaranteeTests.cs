using System.Net;
using System.Text.Json;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall;

public abstract class PriceGuaranteeTests(AppFixture app)
{
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    [Fact]
    public async Task Each_fall_of_the_public_price_is_given_back_once()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, tea, shopper, order) = await BoughtAsync(own, units: 2);
        Assert.Equal("mall.no-price-drop", (await ClaimAsync(shopper, order)).Code);

        await FallAsync(own, scene, tea, 9_000);
        Assert.Equal(2_000, (await ClaimAsync(shopper, order)).Body.Minor("refunded"));
        Assert.Equal("mall.no-price-drop", (await ClaimAsync(shopper, order)).Code);
        await FallAsync(own, scene, tea, 9_500);
        Assert.Equal("mall.no-price-drop", (await ClaimAsync(shopper, order)).Code);
        await FallAsync(own, scene, tea, 8_000);
        var claimed = (await ClaimAsync(shopper, order)).Body;

        Assert.Equal((4_000, "toShip"), (claimed.Minor("refunded"), claimed.StateOf()));
        Assert.Equal([("priceGuarantee", "done", 2_000L), ("priceGuarantee", "done", 2_000L)], claimed.List("afterSales").Select(request =>
            (request.GetProperty("kind").GetString(), request.StateOf(), request.Minor("amount"))));
        Assert.Equal(4_000, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        await AssertBooksAsync(own);
    }

    [Fact]
    public async Task A_price_that_has_risen_again_still_counts_and_the_store_bears_it()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, tea, shopper, order) = await BoughtAsync(own, units: 1);
        await FallAsync(own, scene, tea, 9_000);
        await FallAsync(own, scene, tea, 12_000);
        Assert.Equal(HttpStatusCode.OK, (await ClaimAsync(shopper, order)).Status);
        await scene.ShipAsync(order);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive");

        await own.MoveClockAsync(TimeSpan.FromDays(8));
        await own.RunJobAsync("mall.close-orders");

        Assert.Equal("closed", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(order.Minor("total") - 1_000, await MallScene.BalanceAsync(own, AccountKind.Merchant, scene.StoreId));
        await AssertBooksAsync(own);
    }

    [Fact]
    public async Task Asked_for_twice_at_once_it_is_given_back_once()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, tea, shopper, order) = await BoughtAsync(own, units: 3);
        await FallAsync(own, scene, tea, 9_999);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ClaimAsync(shopper, order)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK);
        Assert.Equal(3, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        await AssertBooksAsync(own);
    }

    [Fact]
    public async Task Units_that_go_back_are_refunded_less_what_the_guarantee_gave_and_it_gives_nothing_for_them()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, tea, shopper, order) = await BoughtAsync(own, units: 2);
        await scene.ShipAsync(order);
        await FallAsync(own, scene, tea, 9_000);
        await ClaimAsync(shopper, order);

        var applied = await ApplyAsync(shopper, order, units: 1);
        Assert.Equal(order.List("lines").Single().GetProperty("units")[0].GetProperty("amount").GetInt64() - 1_000, applied.Minor("amount"));
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{applied.IdOf()}/agree");
        await FallAsync(own, scene, tea, 8_000);
        await ClaimAsync(shopper, order);
        var last = await ApplyAsync(shopper, order, units: 1);
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{last.IdOf()}/agree");

        Assert.Equal("refunded", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(order.Minor("total"), await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        await AssertBooksAsync(own);
    }

    [Fact]
    public async Task A_refused_request_that_comes_to_the_platform_asks_for_what_the_guarantee_left()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, tea, shopper, order) = await BoughtAsync(own, units: 1);
        await scene.ShipAsync(order);
        var applied = await ApplyAsync(shopper, order, units: 1);
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{applied.IdOf()}/refuse", new { reason = "worn" });
        await FallAsync(own, scene, tea, 9_000);
        await ClaimAsync(shopper, order);

        var called = await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{applied.IdOf()}/call-platform", new { reason = "torn" });

        Assert.Equal(applied.Minor("amount") - 1_000, called.Body.Minor("amount"));
    }

    [Fact]
    public async Task It_ends_a_week_after_payment_and_holds_only_for_orders_that_it_was_promised_to()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, tea, shopper, order) = await BoughtAsync(own, units: 1);
        await GuaranteeAsync(scene, on: false);
        var unguaranteed = await MallScene.PaidOrderAsync(shopper, (tea, 1));
        await FallAsync(own, scene, tea, 9_000);

        Assert.Equal("mall.no-price-guarantee", (await ClaimAsync(shopper, unguaranteed)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await shopper.Client.GetJsonAsync($"/api/v1/orders/{unguaranteed.IdOf()}/price-guarantee")).Status);
        // What was promised stays promised.
        Assert.Equal(1_000, (await shopper.Client.GetJsonAsync($"/api/v1/orders/{order.IdOf()}/price-guarantee")).Body.Minor("due"));
        await own.MoveClockAsync(6 * ADay);
        Assert.Equal("mall.after-sale-too-late", (await ClaimAsync(shopper, order)).Code);
    }

    [Fact]
    public async Task What_was_bought_in_a_limited_time_purchase_is_not_covered_and_its_price_is_not_compared()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units: 5);
        await GuaranteeAsync(scene.Store, on: true);
        var shopper = await scene.Store.ShopperAsync();
        var normal = await MallScene.PaidOrderAsync(shopper, (scene.SkuId, 1));
        await shopper.PayAsync((await scene.BuyAsync(shopper)).IdOf("paymentId"));
        var flash = (await shopper.Client.GetJsonAsync("/api/v1/orders")).Items().Single(order => order.IdOf() != normal.IdOf());

        Assert.Equal("mall.no-price-drop", (await ClaimAsync(shopper, normal)).Code);
        await FallAsync(own, scene.Store, scene.SkuId, FlashScene.FlashMinor - 1_000);
        Assert.Equal("mall.no-price-guarantee", (await ClaimAsync(shopper, flash)).Code);
        Assert.Equal(FlashScene.PublicMinor - FlashScene.FlashMinor + 1_000, (await ClaimAsync(shopper, normal)).Body.Minor("refunded"));
    }

    [Fact]
    public async Task Only_the_buyer_claims_it_and_the_store_is_not_asked()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, tea, shopper, order) = await BoughtAsync(own, units: 1);
        await FallAsync(own, scene, tea, 9_000);
        var stranger = await scene.ShopperAsync();

        Assert.Equal("mall.order-not-found", (await ClaimAsync(stranger, order)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetJsonAsync($"/api/v1/orders/{order.IdOf()}/price-guarantee")).Status);
        Assert.Equal("mall.not-yours", (await scene.Seller.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/price-guarantee")).Code);
        var asked = await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/after-sales", new { kind = "priceGuarantee", reason = "cheaper" }, Http.NewKey());
        Assert.Equal("mall.after-sale-kind", asked.Code);
        Assert.Equal(0, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
    }

    [Fact]
    public async Task The_pages_say_what_is_covered_and_the_button_gives_it_back()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, tea, shopper, order) = await BoughtAsync(own, units: 1);
        var url = $"/orders/{order.IdOf()}";
        Assert.Contains("limited-time purchases, live rooms, members and bundles do not count", await shopper.Client.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains("bundles do not count", await own.Visitor.GetStringAsync($"/products/{order.List("lines").Single().IdOf("productId")}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains("name=\"guaranteesPrices\" value=\"true\" checked", await scene.Seller.Client.GetStringAsync($"/desk/{scene.StoreId}/store", AppFixture.Ct), StringComparison.Ordinal);

        await FallAsync(own, scene, tea, 9_000);
        Assert.Contains($"action=\"{url}?handler=Guarantee\"", await shopper.Client.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([]);
        using var answer = await shopper.Client.PostAsync($"{url}?handler=Guarantee", form, AppFixture.Ct);

        Assert.Equal(1_000, (await shopper.OrderAsync(order.IdOf())).Body.Minor("refunded"));
        Assert.DoesNotContain("handler=Guarantee", await shopper.Client.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);
    }

    private static async Task<(MallScene Scene, long SkuId, Shopper Shopper, JsonElement Order)> BoughtAsync(AppFixture host, int units)
    {
        var scene = await MallScene.OpenAsync(host);
        var tea = await scene.ListAsync(10_000);
        await GuaranteeAsync(scene, on: true);
        var (shopper, order) = await scene.PaidOrderAsync((tea, units));
        return (scene, tea, shopper, order);
    }

    private static async Task GuaranteeAsync(MallScene scene, bool on)
    {
        var edited = await scene.Seller.Client.PatchJsonAsync($"/api/v1/stores/{scene.StoreId}", new { guaranteesPrices = on });
        Assert.Equal(on, edited.Body.GetProperty("guaranteesPrices").GetBoolean());
    }

    /// <summary>The next day the goods cost something else.</summary>
    private static async Task FallAsync(AppFixture host, MallScene scene, long skuId, long minor)
    {
        await host.MoveClockAsync(ADay);
        await scene.EditPriceAsync(skuId, minor);
        await host.MoveClockAsync(TimeSpan.FromMinutes(1));
    }

    private static Task<Answer> ClaimAsync(Shopper shopper, JsonElement order) => shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/price-guarantee");

    private static async Task<JsonElement> ApplyAsync(Shopper shopper, JsonElement order, int units) =>
        (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/after-sales", new { kind = "refundOnly", reason = "torn", units }, Http.NewKey())).Body;

    private static async Task AssertBooksAsync(AppFixture host) =>
        Assert.Empty(await host.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
}

public sealed class PriceGuaranteesOnSqlite(OnSqlite app) : PriceGuaranteeTests(app);

public sealed class PriceGuaranteesOnPostgres(OnPostgres app) : PriceGuaranteeTests(app);
