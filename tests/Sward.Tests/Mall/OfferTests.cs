using System.Net;
using System.Text.Json;

namespace Sward.Tests.Mall;

public abstract class OfferTests(AppFixture app)
{
    /// <summary>A store takes it for goods below 88.00.</summary>
    private const long Freight = 800;

    [Fact]
    public async Task Of_several_tiers_the_best_one_reached_counts_and_is_explained()
    {
        var (scene, shopper, tea) = await SceneAsync();
        await MakeAsync(scene, new { threshold = new { tiers = new[] { new { fromMinor = 15_000, offMinor = 1_000 }, new { fromMinor = 30_000, offMinor = 3_000 } } } });

        Assert.Equal(10_000, await TotalAsync(shopper, (tea, 1)));
        Assert.Equal(19_000, await TotalAsync(shopper, (tea, 2)));
        var quote = (await shopper.QuoteAsync((tea, 3))).Body;
        Assert.Equal(27_000, quote.Minor("total"));
        Assert.Equal("¥30.00 off from ¥300.00 in this store", Assert.Single(quote.List("steps"), step => step.GetProperty("step").GetString() is "storeThreshold").GetProperty("text").GetString());
    }

    [Fact]
    public async Task The_second_at_half_price_three_for_two_and_a_bundle()
    {
        var (scene, shopper, tea) = await SceneAsync();
        var (cup, pot) = (await scene.ListAsync(4_000, 100), await scene.ListAsync(20_000, 100));
        await MakeAsync(scene, new { units = new { size = 2, cheaper = 1, percent = 50 } }, products: [await ProductAsync(tea)]);
        await MakeAsync(scene, new { units = new { size = 3, cheaper = 1, percent = 100 } }, products: [await ProductAsync(cup)]);
        await MakeAsync(scene, new { bundle = new { parts = new[] { new { skuId = $"{pot}", units = 1 }, new { skuId = $"{cup}", units = 2 } }, priceMinor = 25_000 } });

        Assert.Equal(15_000, await TotalAsync(shopper, (tea, 2)));
        Assert.Equal(25_000, await TotalAsync(shopper, (tea, 3)));
        Assert.Equal(8_000 + Freight, await TotalAsync(shopper, (cup, 3)));
        Assert.Equal(25_000, await TotalAsync(shopper, (pot, 1), (cup, 2)));
    }

    [Fact]
    public async Task An_offer_is_about_the_goods_it_names_and_stands_on_their_page()
    {
        var (scene, shopper, tea) = await SceneAsync();
        var cup = await scene.ListAsync(10_000, 5);
        await MakeAsync(scene, Off(10_000, 2_500), products: [await ProductAsync(tea)]);

        Assert.Equal(7_500 + Freight, await TotalAsync(shopper, (tea, 1)));
        Assert.Equal(10_000, await TotalAsync(shopper, (cup, 1)));
        Assert.Contains("25.00 off from ¥100.00", await app.Visitor.GetStringAsync($"/products/{await ProductAsync(tea)}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("25.00 off from ¥100.00", await app.Visitor.GetStringAsync($"/products/{await ProductAsync(cup)}", AppFixture.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ends_between_quote_and_order_is_not_charged_unseen()
    {
        var (scene, shopper, tea) = await SceneAsync();
        var offer = await MakeAsync(scene, Off(10_000, 2_500));
        var quoteId = (await shopper.QuoteAsync((tea, 1))).Body.GetProperty("id").GetString()!;

        Assert.Equal(HttpStatusCode.NoContent, (await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/offers/{offer}/end")).Status);

        Assert.Equal("mall.price-changed", (await shopper.CheckoutAsync(quoteId, Http.NewKey(), (tea, 1))).Code);
        Assert.Equal(10_000, await TotalAsync(shopper, (tea, 1)));
        Assert.Empty((await shopper.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/offers")).Items());
    }

    [Fact]
    public async Task It_counts_from_its_first_to_its_last_instant()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (shopper, tea) = (await scene.ShopperAsync(), await scene.ListAsync(10_000, 5));
        await MakeAsync(scene, Off(10_000, 2_500), from: own.Clock.GetUtcNow().AddDays(1), until: own.Clock.GetUtcNow().AddDays(2));

        Assert.Equal(10_000, await TotalAsync(shopper, (tea, 1)));
        await own.MoveClockAsync(TimeSpan.FromDays(1));
        Assert.Equal(7_500 + Freight, await TotalAsync(shopper, (tea, 1)));
        await own.MoveClockAsync(TimeSpan.FromDays(1));
        Assert.Equal(10_000, await TotalAsync(shopper, (tea, 1)));
    }

    [Fact]
    public async Task Across_stores_the_platform_bears_it_and_each_line_has_its_share()
    {
        await using var own = await app.OwnHostAsync();
        var (left, right, keeper) = (await MallScene.OpenAsync(own), await MallScene.OpenAsync(own), await KeeperAsync(own));
        var shopper = await left.ShopperAsync();
        var (tea, cup) = (await left.ListAsync(20_000, 5), await right.ListAsync(10_000, 5));
        Assert.Equal(HttpStatusCode.Created, (await keeper.Client.PostJsonAsync("/api/v1/offers", Body(own, Off(30_000, 5_000)))).Status);

        Assert.Equal(20_000, await TotalAsync(shopper, (tea, 1)));
        var checkout = await shopper.BuyAsync((tea, 1), (cup, 1));

        Assert.Equal([8_333 + Freight, 16_667], checkout.List("orders").Select(order => order.Minor("total")).Order());
        var shares = await own.InDb<Sward.Mall.MallDb, List<IReadOnlyList<long>>>(db => Task.FromResult(db.OrderLines.OrderBy(l => l.TotalMinor).Select(l => l.UnitGoodsSubsidyMinor).ToList()));
        Assert.Equal([[1_667], [3_333]], shares);
    }

    [Fact]
    public async Task A_platform_coupon_goes_beside_a_stores_and_only_one_of_them()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, keeper) = (await MallScene.OpenAsync(own), await KeeperAsync(own));
        var (shopper, tea) = (await scene.ShopperAsync(), await scene.ListAsync(20_000, 5));
        foreach (var off in (int[])[1_000, 700])
        {
            var coupon = await keeper.Client.PostJsonAsync("/api/v1/coupons", CouponBody(own, "platform", off));
            Assert.Equal(HttpStatusCode.OK, (await shopper.Client.PostJsonAsync($"/api/v1/coupons/{coupon.Body.IdOf()}/claim")).Status);
        }

        var ofStore = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons", CouponBody(own, "store", 500));
        await shopper.Client.PostJsonAsync($"/api/v1/coupons/{ofStore.Body.IdOf()}/claim");

        var order = (await shopper.OrderAsync((await shopper.BuyAsync((tea, 1))).OrderId())).Body;
        Assert.Equal(18_500, order.Minor("total"));
        var subsidy = await own.InDb<Sward.Mall.MallDb, IReadOnlyList<long>>(db => Task.FromResult(db.OrderLines.Select(l => l.UnitGoodsSubsidyMinor).Single()));
        Assert.Equal([1_000], subsidy);
        Assert.Equal(2, (await own.Visitor.GetJsonAsync("/api/v1/coupons")).Items().Count());
    }

    [Fact]
    public async Task A_preview_tries_real_carts_and_shows_a_store_nothing_but_its_own_goods()
    {
        var (scene, shopper, tea) = await SceneAsync();
        var other = await MallScene.OpenAsync(app);
        var dear = await other.ListAsync(90_000, 5);
        await shopper.BuyAsync((tea, 1));
        foreach (var (sku, units) in new[] { (tea, 3), (dear, 1) })
        {
            Assert.True((await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{sku}", new { quantity = units })).Status is HttpStatusCode.OK or HttpStatusCode.NoContent);
        }

        var preview = (await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/offers/preview", Body(app, Off(20_000, 2_000)))).Body;

        Assert.Equal((2, 1), (preview.GetProperty("baskets").GetInt32(), preview.GetProperty("touched").GetInt32()));
        Assert.Equal((30_000, 2_000), (preview.Minor("goods"), preview.Minor("off")));
        Assert.Equal((30_000, 28_000), (preview.List("examples").Single().Minor("now"), preview.List("examples").Single().Minor("then")));
        Assert.Empty((await shopper.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/offers")).Items());
    }

    [Fact]
    public async Task Only_the_store_itself_and_for_all_stores_only_the_operator_makes_and_ends_offers()
    {
        var (scene, shopper, _) = await SceneAsync();
        var offer = await MakeAsync(scene, Off(10_000, 2_500));
        var stores = $"/api/v1/stores/{scene.StoreId}/offers";

        foreach (var url in (string[])[stores, $"{stores}/preview", $"{stores}/{offer}/end"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await shopper.Client.PostJsonAsync(url, Body(app, Off(10_000, 1)))).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync(url, Body(app, Off(10_000, 1)))).Status);
        }

        foreach (var url in (string[])["/api/v1/offers", "/api/v1/offers/preview", $"/api/v1/offers/{offer}/end", "/api/v1/coupons"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await scene.Seller.Client.PostJsonAsync(url, Body(app, Off(10_000, 1)))).Status);
        }

        Assert.Single((await app.Visitor.GetJsonAsync(stores)).Items());
    }

    [Theory]
    [InlineData("{}", "mall.offer-one-kind")]
    [InlineData("""{"threshold":{"tiers":[{"fromMinor":100,"offMinor":100}]}}""", "mall.discount-too-large")]
    [InlineData("""{"threshold":{"tiers":[{"fromMinor":100}]}}""", "mall.amount-or-share")]
    [InlineData("""{"threshold":{"tiers":[{"fromMinor":100,"offMinor":1},{"fromMinor":100,"offMinor":2}]}}""", "mall.offer-tiers")]
    [InlineData("""{"threshold":{"tiers":[{"fromMinor":100,"offMinor":1}]},"units":{"size":2,"cheaper":1,"percent":50}}""", "mall.offer-one-kind")]
    [InlineData("""{"units":{"size":2,"cheaper":2,"percent":50}}""", "mall.offer-units")]
    [InlineData("""{"bundle":{"parts":[{"skuId":"1","units":1}],"priceMinor":5}}""", "mall.offer-bundle")]
    [InlineData("""{"bundle":{"parts":[{"skuId":"1","units":2}],"priceMinor":5}}""", "mall.sku-not-found")]
    public async Task What_promises_nothing_or_too_much_is_refused(string terms, string code)
    {
        var (scene, _, _) = await SceneAsync();

        var answer = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/offers", Body(app, JsonSerializer.Deserialize<JsonElement>(terms)));

        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task An_offer_is_not_about_goods_of_others_and_not_over_before_it_begins()
    {
        var (scene, _, tea) = await SceneAsync();
        var other = await MallScene.OpenAsync(app);
        var url = $"/api/v1/stores/{other.StoreId}/offers";

        Assert.Equal("mall.product-not-found", (await other.Seller.Client.PostJsonAsync(url, Body(app, Off(10_000, 1), products: [await ProductAsync(tea)]))).Code);
        Assert.Equal("mall.offer-over", (await other.Seller.Client.PostJsonAsync(url, Body(app, Off(10_000, 1), until: app.Clock.GetUtcNow().AddDays(-1)))).Code);
        Assert.NotEqual(scene.StoreId, other.StoreId);
    }

    [Fact]
    public async Task An_offer_is_not_about_kinds_of_goods_that_there_are_not()
    {
        var (scene, shopper, tea) = await SceneAsync();
        var url = $"/api/v1/stores/{scene.StoreId}/offers";
        object With(params string[] categories) => new { title = "Autumn", terms = Off(10_000, 2_500), priority = 0, exclusive = false, categories, until = app.Clock.GetUtcNow().AddDays(7) };

        var refused = await scene.Seller.Client.PostJsonAsync(url, With("food", "fod"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.category-unknown"), (refused.Status, refused.Code));
        Assert.Equal(10_000, await TotalAsync(shopper, (tea, 1)));
        Assert.Equal(HttpStatusCode.Created, (await scene.Seller.Client.PostJsonAsync(url, With("food"))).Status);
        Assert.Equal(7_500 + Freight, await TotalAsync(shopper, (tea, 1)));
    }

    private async Task<(MallScene Scene, Shopper Shopper, long SkuId)> SceneAsync()
    {
        var scene = await MallScene.OpenAsync(app);
        return (scene, await scene.ShopperAsync(), await scene.ListAsync(10_000, 100));
    }

    private static async Task<Person> KeeperAsync(AppFixture host)
    {
        var keeper = await host.SignUpAsync("Keeper");
        await FlashScene.MakeOperatorAsync(host, keeper);
        return keeper;
    }

    private Task<long> ProductAsync(long skuId) =>
        app.InDb<Sward.Mall.MallDb, long>(db => Task.FromResult(db.Skus.Where(sku => sku.Id == skuId).Select(sku => sku.ProductId).Single()));

    private static object Off(long fromMinor, long offMinor) => new { threshold = new { tiers = new[] { new { fromMinor, offMinor } } } };

    private async Task<long> MakeAsync(MallScene scene, object terms, long[]? products = null, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var answer = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/offers", Body(app, terms, products, from, until));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.IdOf();
    }

    private static object Body(AppFixture host, object terms, long[]? products = null, DateTimeOffset? from = null, DateTimeOffset? until = null) => new
    {
        title = "Autumn",
        terms,
        productIds = products?.Select(id => $"{id}"),
        priority = 0,
        exclusive = false,
        from,
        until = until ?? host.Clock.GetUtcNow().AddDays(7),
    };

    private static object CouponBody(AppFixture host, string layer, int offMinor) => new
    {
        title = "Spring",
        layer,
        fromMinor = 0,
        offMinor,
        percent = 0,
        quota = 10,
        perPerson = 1,
        until = host.Clock.GetUtcNow().AddDays(7),
    };

    private static async Task<long> TotalAsync(Shopper shopper, params (long SkuId, int Quantity)[] lines) => (await shopper.QuoteAsync(lines)).Body.Minor("total");
}

public sealed class OffersOnSqlite(OnSqlite app) : OfferTests(app);

public sealed class OffersOnPostgres(OnPostgres app) : OfferTests(app);
