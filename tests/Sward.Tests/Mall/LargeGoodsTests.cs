using System.Globalization;
using System.Net;
using System.Text.Json;
using Sward.Mall;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall;

public abstract class LargeGoodsTests(AppFixture app)
{
    [Fact]
    public async Task A_buyer_chooses_the_day_and_both_sides_and_the_parcel_show_it()
    {
        var (scene, sofa) = await SceneAsync(app);
        var shopper = await scene.ShopperAsync();
        var days = await DaysAsync(shopper, sofa);
        Assert.All(days, day => Assert.True(DateOnly.Parse(day, CultureInfo.InvariantCulture).DayOfWeek is DayOfWeek.Wednesday or DayOfWeek.Saturday, day));

        var checkout = await BuyAsync(shopper, [(sofa, 1)], new { skuId = $"{sofa}", day = days[2], installation = true });
        Assert.Equal(HttpStatusCode.Created, checkout.Status);
        await shopper.PayAsync(checkout.Body.PaymentId());

        var orderId = checkout.Body.OrderId();
        foreach (var side in new[] { shopper.Client, scene.Seller.Client })
        {
            var order = (await side.GetJsonAsync($"/api/v1/orders/{orderId}")).Body;
            Assert.Equal(("large", "toShip", days[2]), (order.GetProperty("kind").GetString(), order.StateOf(), DayOf(order)));
            Assert.True(order.List("lines").Single().GetProperty("installation").GetBoolean());
            using var page = await side.GetAsync($"/orders/{orderId}", AppFixture.Ct);
            Assert.Contains("With installation", await page.Content.ReadAsStringAsync(AppFixture.Ct), StringComparison.Ordinal);
        }

        var shipped = await scene.ShipAsync(checkout.Body.List("orders").Single());
        Assert.Equal(("shipped", days[2]), (shipped.StateOf(), DayOf(shipped.List("shipments").Single())));
        Assert.Equal((HttpStatusCode.Conflict, "mall.order-state"), await PutDayAsync(shopper.Client, orderId, days[3]));
        Assert.Equal(days[2], DayOf((await shopper.OrderAsync(orderId)).Body));
    }

    [Fact]
    public async Task A_day_that_is_not_offered_and_an_installation_that_is_none_are_refused_and_nothing_is_bought()
    {
        var (scene, sofa) = await SceneAsync(app);
        var plain = await ListAsync(scene, installs: false);
        var shopper = await scene.ShopperAsync();
        var first = DateOnly.Parse((await DaysAsync(shopper, sofa))[0], CultureInfo.InvariantCulture);

        foreach (var day in new[] { first.AddDays(-7), first.AddDays(1), first.AddDays(7 * 52) })
        {
            var refused = await BuyAsync(shopper, [(sofa, 1)], new { skuId = $"{sofa}", day = day.ToString("O", CultureInfo.InvariantCulture) });
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.delivery-day"), (refused.Status, refused.Code));
        }

        Assert.Equal("mall.no-installation", (await BuyAsync(shopper, [(plain, 1)], new { skuId = $"{plain}", installation = true })).Code);
        Assert.Empty((await shopper.Client.GetJsonAsync("/api/v1/orders")).Items());
        Assert.Equal((10, 0, 0), await scene.StockAsync(sofa));
    }

    [Fact]
    public async Task Goods_that_come_on_different_days_are_different_orders_and_travel_for_one_freight()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, sofa) = await SceneAsync(own);
        var (table, tea) = (await ListAsync(scene, installs: false), await scene.ListAsync(300));
        var shopper = await scene.ShopperAsync();
        var days = await DaysAsync(shopper, sofa);

        var checkout = (await BuyAsync(shopper, [(sofa, 2), (table, 1), (tea, 1)], new { skuId = $"{sofa}", day = days[4] })).Body;
        await shopper.PayAsync(checkout.PaymentId());

        var orders = checkout.List("orders").ToList();
        Assert.Equal([days[0], days[4]], orders.Where(order => order.GetProperty("kind").GetString() is "large").Select(DayOf).Order(StringComparer.Ordinal));
        Assert.Equal(3, orders.Count);
        Assert.Equal(800, orders.Sum(order => order.Minor("freight")));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task Either_side_puts_the_delivery_on_another_day_and_the_other_is_told()
    {
        var (scene, sofa) = await SceneAsync(app);
        var shopper = await scene.ShopperAsync();
        var days = await DaysAsync(shopper, sofa);
        var order = await MallScene.PaidOrderAsync(shopper, (sofa, 1));
        Assert.Equal(days[0], DayOf(order));

        Assert.Equal((HttpStatusCode.OK, null), await PutDayAsync(shopper.Client, order.IdOf(), days[1]));
        Assert.Equal((HttpStatusCode.OK, null), await PutDayAsync(shopper.Client, order.IdOf(), days[1]));
        await app.DeliverFactsAsync();
        Assert.Equal((1, 0), (await ToldAsync(scene.Seller), await ToldAsync(shopper.Person)));

        Assert.Equal((HttpStatusCode.OK, null), await PutDayAsync(scene.Seller.Client, order.IdOf(), days[2]));
        await app.DeliverFactsAsync();
        Assert.Equal((1, 1), (await ToldAsync(scene.Seller), await ToldAsync(shopper.Person)));
        var moved = (await shopper.OrderAsync(order.IdOf())).Body;
        Assert.Equal((days[2], "seller"), (DayOf(moved), moved.GetProperty("dayChangedBy").GetString()));
    }

    [Fact]
    public async Task Strangers_and_days_that_are_not_offered_move_nothing_and_what_has_no_day_gets_none()
    {
        var (scene, sofa) = await SceneAsync(app);
        var shopper = await scene.ShopperAsync();
        var days = await DaysAsync(shopper, sofa);
        var order = await MallScene.PaidOrderAsync(shopper, (sofa, 1));
        var tea = await MallScene.PaidOrderAsync(shopper, (await scene.ListAsync(), 1));
        var between = DateOnly.Parse(days[1], CultureInfo.InvariantCulture).AddDays(1).ToString("O", CultureInfo.InvariantCulture);

        Assert.Equal((HttpStatusCode.NotFound, "mall.order-not-found"), await PutDayAsync((await app.SignUpAsync()).Client, order.IdOf(), days[1]));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.delivery-day"), await PutDayAsync(scene.Seller.Client, order.IdOf(), between));
        Assert.Equal((HttpStatusCode.Conflict, "mall.order-state"), await PutDayAsync(shopper.Client, tea.IdOf(), days[1]));
        Assert.Equal(days[0], DayOf((await shopper.OrderAsync(order.IdOf())).Body));
    }

    [Fact]
    public async Task The_checkout_page_takes_the_day_and_the_order_page_changes_it()
    {
        var (scene, sofa) = await SceneAsync(app);
        var shopper = await scene.ShopperAsync();
        var days = await DaysAsync(shopper, sofa);
        var quote = await shopper.QuoteAsync((sofa, 1));
        Assert.Contains($"name=\"day[{sofa}]\"", await shopper.Client.GetStringAsync($"/checkout?sku={sofa}", AppFixture.Ct), StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent(
        [
            new("addressId", $"{shopper.AddressId}"), new("quoteId", quote.Body.GetProperty("id").GetString()), new("key", Http.NewKey()), new($"day[{sofa}]", days[3]), new("install", $"{sofa}"),
        ]);
        using var placed = await shopper.Client.PostAsync($"/checkout?handler=Order&sku={sofa}&quantity=1", form, AppFixture.Ct);
        var order = (await shopper.Client.GetJsonAsync("/api/v1/orders")).Items().Single();
        Assert.Equal((days[3], true), (DayOf(order), order.List("lines").Single().GetProperty("installation").GetBoolean()));

        await shopper.PayAsync(order.IdOf("paymentId"));
        using var other = new FormUrlEncodedContent([new("day", days[1])]);
        using var moved = await shopper.Client.PostAsync($"/orders/{order.IdOf()}?handler=Day", other, AppFixture.Ct);
        Assert.Equal(days[1], DayOf((await shopper.OrderAsync(order.IdOf())).Body));
    }

    [Fact]
    public async Task Only_large_goods_say_when_they_are_delivered_and_stores_change_that()
    {
        var (scene, sofa) = await SceneAsync(app);
        var products = $"/api/v1/stores/{scene.StoreId}/products";
        Assert.Equal("mall.goods-kind", (await scene.Seller.Client.PostJsonAsync(products, BodyOf("large", delivery: null))).Code);
        Assert.Equal("mall.goods-kind", (await scene.Seller.Client.PostJsonAsync(products, BodyOf("shipped", Delivery(installs: true)))).Code);
        Assert.Equal(HttpStatusCode.BadRequest, (await scene.Seller.Client.PostJsonAsync(products, BodyOf("large", new { earliestDays = 3, weekdays = Array.Empty<string>() }))).Status);

        var listed = (await scene.Seller.Client.GetJsonAsync(products)).Items().Single().IdOf();
        var friday = new { delivery = new { earliestDays = 0, weekdays = new[] { "friday" }, installs = false } };
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignUpAsync()).Client.PatchJsonAsync($"/api/v1/products/{listed}", friday)).Status);
        var changed = await scene.Seller.Client.PatchJsonAsync($"/api/v1/products/{listed}", friday);
        Assert.Equal("friday", changed.Body.GetProperty("delivery").List("weekdays").Single().GetString());
        Assert.All(await DaysAsync(await scene.ShopperAsync(), sofa), day => Assert.Equal(DayOfWeek.Friday, DateOnly.Parse(day, CultureInfo.InvariantCulture).DayOfWeek));
    }

    private static string? DayOf(JsonElement order) => order.GetProperty("deliveryDay").GetString();

    private static async Task<(HttpStatusCode Status, string? Code)> PutDayAsync(HttpClient client, long orderId, string day)
    {
        var answer = await client.PutJsonAsync($"/api/v1/orders/{orderId}/delivery-day", new { day });
        return (answer.Status, answer.Code);
    }

    private static async Task<int> ToldAsync(Person person) =>
        (await person.Client.GetJsonAsync("/api/v1/notices")).Items().Count(notice => notice.GetProperty("kind").GetString() is "deliveryDayChanged");

    private static async Task<List<string>> DaysAsync(Shopper shopper, long skuId) =>
        [.. (await shopper.QuoteAsync((skuId, 1))).Body.List("lines").Single().List("deliveryDays").Select(day => day.GetString()!)];

    private static async Task<Answer> BuyAsync(Shopper shopper, IReadOnlyList<(long SkuId, int Quantity)> lines, object delivery)
    {
        var quote = await shopper.QuoteAsync(lines);
        return await shopper.Client.PostJsonAsync("/api/v1/checkout", new
        {
            lines = lines.Select(line => new { skuId = $"{line.SkuId}", quantity = line.Quantity }),
            addressId = $"{shopper.AddressId}",
            quoteId = quote.Body.GetProperty("id").GetString(),
            deliveries = new[] { delivery },
        }, Http.NewKey());
    }

    private static async Task<(MallScene Scene, long SkuId)> SceneAsync(AppFixture host)
    {
        var scene = await MallScene.OpenAsync(host);
        return (scene, await ListAsync(scene, installs: true));
    }

    private static async Task<long> ListAsync(MallScene scene, bool installs)
    {
        var answer = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/products", BodyOf("large", Delivery(installs)));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.List("skus").Single().IdOf();
    }

    private static object Delivery(bool installs) => new { earliestDays = 3, weekdays = new[] { "saturday", "wednesday" }, installs };

    private static object BodyOf(string kind, object? delivery) => new
    {
        name = "A sofa for two",
        origin = "Foshan",
        category = "home",
        pictures = Array.Empty<string>(),
        kind,
        delivery,
        skus = new[] { new { code = "one", price = new { amount = 2_000, currency = "CNY" }, stock = new[] { new { warehouse = "main", units = 10 } } } },
    };
}

public sealed class LargeGoodsOnSqlite(OnSqlite app) : LargeGoodsTests(app);

public sealed class LargeGoodsOnPostgres(OnPostgres app) : LargeGoodsTests(app);
