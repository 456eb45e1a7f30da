using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sward.Mall;
using Sward.Mall.FlashSales;

namespace Sward.Tests.Mall;

public abstract class FlashSaleTests(AppFixture app)
{
    [Theory]
    [InlineData(30, 12)]
    [InlineData(8, 12)]
    public async Task As_many_get_a_unit_as_there_are_units_or_buyers(int buyers, int units)
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units);
        var shoppers = await Task.WhenAll(Enumerable.Range(0, buyers).Select(_ => scene.Store.ShopperAsync()));

        var results = await Task.WhenAll(shoppers.Select(shopper => scene.BuyAsync(shopper)));

        Assert.Equal(Math.Min(buyers, units), results.Count(result => result.StateOf() is "placed"));
        Assert.All(results.Where(result => result.StateOf() is not "placed"), result => Assert.Equal("mall.sold-out", result.GetProperty("code").GetString()));
        Assert.Equal((Math.Min(buyers, units), 1), await scene.TakenAsync());
    }

    [Fact]
    public async Task Nobody_gets_more_than_the_cap_however_many_requests_they_send_at_once()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units: 20, perBuyer: 3);
        var shopper = await scene.Store.ShopperAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => scene.BuyAsync(shopper)));

        Assert.Equal(3, results.Count(result => result.StateOf() is "placed"));
        Assert.Equal(7, results.Count(result => result.GetProperty("code").GetString() is "mall.flash-cap"));
        Assert.Equal((3, 3), await scene.TakenAsync());
    }

    [Fact]
    public async Task The_same_key_buys_once_at_the_price_of_the_sale()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units: 5, perBuyer: 5);
        var shopper = await scene.Store.ShopperAsync();
        var key = Http.NewKey();

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.BuyAsync(shopper, key: key)));

        var paymentId = Assert.Single(results.Select(result => result.IdOf("paymentId")).Distinct());
        Assert.Equal((1, 1), await scene.TakenAsync());
        await shopper.PayAsync(paymentId);
        var order = (await shopper.Client.GetJsonAsync("/api/v1/orders")).Items().Single();
        Assert.Equal(("toShip", FlashScene.FlashMinor), (order.StateOf(), order.Minor("goods")));
    }

    [Fact]
    public async Task Units_move_out_of_normal_stock_at_the_start_and_the_rest_back_at_the_end_once()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.PlanAsync(own, units: 10, onHand: 30);
        Assert.Equal((30, 0, 0), await scene.Store.StockAsync(scene.SkuId));

        await scene.TurnAsync(FlashScene.UntilStart);
        await own.RunJobAsync("mall.turn-flash-sales");
        Assert.Equal((20, 0, 0), await scene.Store.StockAsync(scene.SkuId));
        Assert.Equal((10, "running"), await scene.SaleAsync());
        var shopper = await scene.Store.ShopperAsync();
        await shopper.PayAsync((await scene.BuyAsync(shopper)).IdOf("paymentId"));
        Assert.Equal((20, 0, 1), await scene.Store.StockAsync(scene.SkuId));

        await scene.TurnAsync(FlashScene.Length);
        await own.RunJobAsync("mall.turn-flash-sales");
        Assert.Equal((29, 0, 1), await scene.Store.StockAsync(scene.SkuId));
        Assert.Equal((0, "ended"), await scene.SaleAsync());
        Assert.Equal((1, 1), await scene.TakenAsync());
    }

    [Fact]
    public async Task What_was_sold_since_the_last_move_is_not_forgotten_by_the_next()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.PlanAsync(own, units: 10, onHand: 30);
        await own.MoveClockAsync(FlashScene.UntilStart);
        await using var scope = own.Services.CreateAsyncScope();
        var move = scope.ServiceProvider.GetRequiredService<MoveFlashUnits>();
        await move.StartAsync(scene.SaleId, own.Clock.GetUtcNow(), AppFixture.Ct);
        await scene.BuyAsync(await scene.Store.ShopperAsync());

        await own.MoveClockAsync(FlashScene.Length);
        await move.EndAsync(scene.SaleId, own.Clock.GetUtcNow(), AppFixture.Ct);

        Assert.Equal((29, 1, 0), await scene.Store.StockAsync(scene.SkuId));
    }

    [Fact]
    public async Task What_is_given_back_after_the_end_goes_to_normal_stock()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units: 10, onHand: 10);
        await own.MoveClockAsync(FlashScene.Length - TimeSpan.FromMinutes(1));
        await scene.BuyAsync(await scene.Store.ShopperAsync());
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await own.RunJobAsync("mall.turn-flash-sales");
        Assert.Equal((9, 1, 0), await scene.Store.StockAsync(scene.SkuId));

        await scene.TurnAsync(TimeSpan.FromMinutes(5));

        Assert.Equal((10, 0, 0), await scene.Store.StockAsync(scene.SkuId));
        Assert.Equal((0, 0), await scene.TakenAsync());
    }

    [Fact]
    public async Task A_lapse_after_five_minutes_serves_the_waiting_list_before_newcomers()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units: 1);
        var (first, second, third, late) = (await scene.Store.ShopperAsync(), await scene.Store.ShopperAsync(), await scene.Store.ShopperAsync(), await scene.Store.ShopperAsync());
        Assert.Equal("placed", (await scene.BuyAsync(first)).StateOf());
        var tooLate = Http.NewKey();
        Assert.Equal("refused", (await scene.BuyAsync(second, key: tooLate)).StateOf());
        foreach (var (waiting, key) in new[] { (second, tooLate), (third, "") })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await scene.WaitAsync(waiting, key: key)).Status);
        }

        Assert.Equal("waiting", (await scene.ResultAsync(second, tooLate)).StateOf());
        await own.MoveClockAsync(TimeSpan.FromMinutes(5));
        await own.RunJobAsync("mall.expire-orders");
        Assert.Equal("mall.sold-out", (await scene.BuyAsync(late)).GetProperty("code").GetString());
        await own.RunJobAsync("mall.serve-waiters");

        Assert.Equal("placed", (await scene.ResultAsync(second, tooLate)).StateOf());
        var order = Assert.Single((await second.Client.GetJsonAsync("/api/v1/orders")).Items());
        Assert.Equal("pendingPayment", order.StateOf());
        Assert.Empty((await third.Client.GetJsonAsync("/api/v1/orders")).Items());
        await own.DeliverFactsAsync();
        var turn = Assert.Single((await second.Client.GetJsonAsync("/api/v1/notices?kind=flashTurn")).Items());
        Assert.Equal($"/pay/{order.IdOf("paymentId")}", turn.GetProperty("url").GetString());
        Assert.Contains(order.GetProperty("number").GetString()!, turn.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty((await first.Client.GetJsonAsync("/api/v1/notices?kind=flashTurn")).Items());
        Assert.Empty((await third.Client.GetJsonAsync("/api/v1/notices?kind=flashTurn")).Items());
        Assert.Equal((1, 1), await scene.TakenAsync());
        Assert.Equal(1, await own.InDb<MallDb, int>(db => db.FlashWaiters.CountAsync(w => w.SaleId == scene.SaleId, AppFixture.Ct)));
    }

    [Fact]
    public async Task Units_too_few_for_the_first_who_waits_go_to_the_next_and_to_newcomers_and_the_place_is_kept()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units: 4, perBuyer: 2);
        var (one, another, two) = (await scene.Store.ShopperAsync(), await scene.Store.ShopperAsync(), await scene.Store.ShopperAsync());
        var (wantsTwo, wantsOne, late) = (await scene.Store.ShopperAsync(), await scene.Store.ShopperAsync(), await scene.Store.ShopperAsync());
        await scene.BuyAsync(one);
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await scene.BuyAsync(another);
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await scene.BuyAsync(two, quantity: 2);
        await WaitAsync(scene, wantsTwo, 2);
        await WaitAsync(scene, wantsOne, 1);

        // One unit lapses: too few for the first in line, enough for the second.
        await scene.TurnAsync(TimeSpan.FromMinutes(3));
        Assert.Empty((await wantsTwo.Client.GetJsonAsync("/api/v1/orders")).Items());
        Assert.Single((await wantsOne.Client.GetJsonAsync("/api/v1/orders")).Items());

        // Another one: nobody in line can be served with it, so a newcomer may have it.
        await scene.TurnAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((1, "running"), await scene.SaleAsync());
        Assert.Equal("placed", (await scene.BuyAsync(late)).StateOf());

        // Two at once: they are for the first in line, whoever comes.
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await own.RunJobAsync("mall.expire-orders");
        Assert.Equal("mall.sold-out", (await scene.BuyAsync(one)).GetProperty("code").GetString());
        await own.RunJobAsync("mall.serve-waiters");
        Assert.Equal(2, Assert.Single((await wantsTwo.Client.GetJsonAsync("/api/v1/orders")).Items()).List("lines").Single().GetProperty("quantity").GetInt32());
        Assert.Equal((4, 2), await scene.TakenAsync());
        Assert.Equal(0, await own.InDb<MallDb, int>(db => db.FlashWaiters.CountAsync(w => w.SaleId == scene.SaleId, AppFixture.Ct)));
    }

    [Fact]
    public async Task Five_of_twenty_four_who_pay_at_once_have_paid_and_nineteen_were_refused_before_money_moved()
    {
        await using var own = await app.OwnHostAsync();
        await RaceAsync(own, await FlashScene.StartAsync(own, units: 5), [own]);
    }

    [Fact]
    public async Task The_result_comes_as_events_and_the_stream_ends_by_itself()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units: 1);
        var shopper = await scene.Store.ShopperAsync();
        var key = Http.NewKey();
        await scene.AskAsync(shopper.Client, shopper, key);

        var events = await shopper.Client.GetStringAsync($"/api/v1/flash-sales/{scene.SaleId}/requests/{key}/events", AppFixture.Ct);

        Assert.Contains("event: result", events, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"placed\"", events[events.LastIndexOf("data:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        var stranger = await scene.Store.ShopperAsync();
        Assert.Equal("mall.flash-request-not-found", (await stranger.Client.GetJsonAsync($"/api/v1/flash-sales/{scene.SaleId}/requests/{key}")).Code);
    }

    [Fact]
    public async Task Before_the_start_and_after_the_end_nothing_is_sold()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.PlanAsync(own, units: 5);
        var shopper = await scene.Store.ShopperAsync();
        Assert.Equal("mall.flash-sale-not-open", (await scene.AskAsync(shopper.Client, shopper, Http.NewKey())).Code);

        await own.MoveClockAsync(FlashScene.UntilStart);
        Assert.Equal("placed", (await scene.BuyAsync(shopper)).StateOf());

        await own.MoveClockAsync(FlashScene.Length);
        Assert.Equal("mall.flash-sale-not-open", (await scene.AskAsync(shopper.Client, shopper, Http.NewKey())).Code);
        Assert.Equal((1, 1), await scene.TakenAsync());
    }

    [Fact]
    public async Task Only_the_store_and_operators_make_and_cancel_sales_and_only_before_the_start()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.PlanAsync(own, units: 5);
        var (stranger, keeper) = (await own.SignUpAsync(), await own.SignUpAsync());
        await FlashScene.MakeOperatorAsync(own, keeper);
        var keeping = own.NewClient(keeper.Token);
        var url = $"/api/v1/stores/{scene.Store.StoreId}/flash-sales";

        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Visitor.PostJsonAsync(url, FlashScene.BodyOf(own, scene.SkuId, 1, 1))).Status);
        Assert.Equal("mall.store-not-found", (await stranger.Client.PostJsonAsync(url, FlashScene.BodyOf(own, scene.SkuId, 1, 1))).Code);
        Assert.Equal("mall.store-not-found", (await stranger.Client.DeleteJsonAsync($"/api/v1/flash-sales/{scene.SaleId}")).Code);
        Assert.Equal("mall.flash-sale-overlaps", (await scene.Store.Seller.Client.PostJsonAsync(url, FlashScene.BodyOf(own, scene.SkuId, 1, 1))).Code);
        Assert.Single((await scene.Store.Seller.Client.GetJsonAsync(url)).Items());

        Assert.Equal(HttpStatusCode.NoContent, (await keeping.DeleteJsonAsync($"/api/v1/flash-sales/{scene.SaleId}")).Status);
        var again = await keeping.PostJsonAsync(url, FlashScene.BodyOf(own, scene.SkuId, 5, 1));
        Assert.Equal(HttpStatusCode.Created, again.Status);
        await scene.TurnAsync(FlashScene.UntilStart);
        Assert.Equal("mall.flash-sale-started", (await keeping.DeleteJsonAsync($"/api/v1/flash-sales/{again.Body.IdOf()}")).Code);
        Assert.Equal((95, 0, 0), await scene.Store.StockAsync(scene.SkuId));
    }

    [Fact]
    public async Task A_sale_is_tried_on_real_carts_by_its_store_and_by_operators_who_see_those_of_all_stores()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.PlanAsync(own, units: 5);
        var (stranger, keeper, tea) = (await own.SignUpAsync(), await own.SignUpAsync(), await scene.Store.ListAsync(10_000, 9));
        await FlashScene.MakeOperatorAsync(own, keeper);
        foreach (var units in (int[])[1, 3])
        {
            await (await own.SignUpAsync()).Client.PutJsonAsync($"/api/v1/cart/lines/{tea}", new { quantity = units });
        }

        // Four units in two carts, of which each buyer may have two: three at 60.00 and one at 100.00.
        foreach (var visit in new[] { scene.Store.Seller.Client, own.NewClient(keeper.Token) })
        {
            var looked = await PreviewAsync(visit);
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
            Assert.Contains("People who have it in their cart now: 2, 4 units for ¥400.00. They would pay ¥280.00.", WebUtility.HtmlDecode(await looked.Content.ReadAsStringAsync(AppFixture.Ct)), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PreviewAsync(stranger.Client)).StatusCode);
        Assert.Contains($"/desk/{scene.Store.StoreId}/flash", await own.NewClient(keeper.Token).GetStringAsync("/operator/sales?q=Harbour", AppFixture.Ct), StringComparison.Ordinal);
        using var refused = await scene.Store.Seller.Client.GetAsync(new Uri("/operator/sales", UriKind.Relative), AppFixture.Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        async Task<HttpResponseMessage> PreviewAsync(HttpClient client)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["skuId"] = $"{tea}", ["price"] = "60", ["units"] = "5", ["perBuyer"] = "2", ["hours"] = "2" });
            return await client.PostAsync(new Uri($"/desk/{scene.Store.StoreId}/flash?handler=Preview", UriKind.Relative), form, AppFixture.Ct);
        }
    }

    [Fact]
    public async Task What_it_costs_is_said_before_one_asks_and_another_price_is_not_charged_unseen()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.PlanAsync(own, units: 5, perBuyer: 2);
        var shopper = await scene.Store.ShopperAsync();
        await scene.Store.GiveCouponAsync(shopper, offMinor: 1_000);

        Assert.Equal(FlashScene.FlashMinor - 1_000 + FlashScene.FreightMinor, (await scene.QuoteAsync(shopper.Client)).Body.Minor("due"));
        var two = await shopper.Client.GetStringAsync($"/flash/{scene.SaleId}?quantity=2", AppFixture.Ct);
        var quoteOfTwo = (await scene.QuoteAsync(shopper.Client, 2)).Body;
        // Above 88.00 it travels free.
        Assert.Equal((2 * FlashScene.FlashMinor) - 1_000, quoteOfTwo.Minor("due"));
        Assert.Contains($"name=\"quoteId\" value=\"{quoteOfTwo.GetProperty("id").GetString()}\"", two, StringComparison.Ordinal);
        Assert.Contains("Store coupon: ¥10.00 off", WebUtility.HtmlDecode(two), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await scene.QuoteAsync(own.Visitor)).Status);

        await scene.TurnAsync(FlashScene.UntilStart);
        var seen = (await scene.QuoteAsync(shopper.Client)).Body.GetProperty("id").GetString();
        await scene.Store.GiveCouponAsync(shopper, offMinor: 2_000);
        var body = new { quantity = 1, addressId = $"{shopper.AddressId}", quoteId = seen };
        var url = $"/api/v1/flash-sales/{scene.SaleId}";
        Assert.Equal("mall.price-changed", (await shopper.Client.PostJsonAsync($"{url}/requests", body, Http.NewKey())).Code);
        Assert.Equal("mall.price-changed", (await shopper.Client.PutJsonAsync($"{url}/waiting", body)).Code);
        Assert.Equal((0, 0), await scene.TakenAsync());
        Assert.Equal("placed", (await scene.BuyAsync(shopper)).StateOf());

        await scene.TurnAsync(FlashScene.Length);
        Assert.Equal("mall.flash-sale-not-open", (await scene.QuoteAsync(shopper.Client)).Code);
    }

    [Fact]
    public async Task Points_and_gift_cards_pay_their_part_and_come_back_when_nobody_pays_the_rest()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units: 5);
        var (shopper, other) = (await scene.Store.ShopperAsync(), await scene.Store.ShopperAsync());
        var means = new FlashMeans(Points: 100_000, GiftCards: [$"{await GiftCardTests.CardAsync(own, shopper, 2_000)}"]);
        await PointsTests.GiveAsync(own, shopper, 100_000);
        // Points pay a twentieth of the goods at most.
        var due = FlashScene.FlashMinor - (FlashScene.FlashMinor / 20) + FlashScene.FreightMinor - 2_000;

        Assert.Equal(due, (await scene.QuoteAsync(shopper.Client, means: means)).Body.Minor("due"));
        // Nobody pays with the card of others.
        Assert.Equal("mall.gift-card-not-found", (await scene.QuoteAsync(other.Client, means: means)).Code);
        var placed = await scene.BuyAsync(shopper, means: means);
        Assert.Equal(due, (await shopper.Client.GetJsonAsync($"/api/v1/payments/{placed.IdOf("paymentId")}")).Body.Minor("amount"));
        Assert.Equal((99_700L, 0), (await PointsTests.PointsAsync(shopper), (await shopper.Client.GetJsonAsync("/api/v1/gift-cards/mine")).Items().Count()));

        await scene.TurnAsync(TimeSpan.FromMinutes(5));
        Assert.Equal((100_000L, 2_000L), (await PointsTests.PointsAsync(shopper), (await shopper.Client.GetJsonAsync("/api/v1/gift-cards/mine")).Items().Single().Minor("balance")));
        Assert.Equal((0, 0), await scene.TakenAsync());

        await shopper.PayAsync((await scene.BuyAsync(shopper, means: means)).IdOf("paymentId"));
        Assert.Contains((await shopper.Client.GetJsonAsync("/api/v1/orders")).Items(), order => order.StateOf() is "toShip");
        Assert.Equal((1, 1), await scene.TakenAsync());
    }

    [Fact]
    public async Task Who_waits_pays_by_the_means_that_were_chosen_unless_it_became_dearer()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units: 2);
        Shopper[] first = [await scene.Store.ShopperAsync(), await scene.Store.ShopperAsync()];
        Shopper[] waiting = [await scene.Store.ShopperAsync(), await scene.Store.ShopperAsync()];
        foreach (var shopper in first)
        {
            await scene.BuyAsync(shopper);
        }

        foreach (var shopper in waiting)
        {
            var card = await GiftCardTests.CardAsync(own, shopper, 20_000);
            await scene.Store.GiveCouponAsync(shopper, offMinor: 1_000);
            Assert.Equal(HttpStatusCode.NoContent, (await scene.WaitAsync(shopper, means: new FlashMeans(GiftCards: [$"{card}"]))).Status);
        }

        // The coupon of the second goes elsewhere in the meantime.
        await waiting[1].BuyAsync((await scene.Store.ListAsync(10_000), 1));
        await scene.TurnAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("toShip", Assert.Single((await waiting[0].Client.GetJsonAsync("/api/v1/orders")).Items()).StateOf());
        Assert.All((await waiting[1].Client.GetJsonAsync("/api/v1/orders")).Items(), order => Assert.Equal("pendingPayment", order.StateOf()));
        Assert.Equal(20_000, (await waiting[1].Client.GetJsonAsync("/api/v1/gift-cards/mine")).Items().Single().Minor("balance"));
        Assert.Equal((2, 1), await scene.TakenAsync());
    }

    [Fact]
    public async Task What_leaves_nothing_to_pay_is_paid_at_once_and_leads_to_no_till()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await FlashScene.StartAsync(own, units: 1);
        var (first, second) = (await FreeAsync(scene), await FreeAsync(scene));
        var key = Http.NewKey();

        Assert.Equal("placed", (await scene.BuyAsync(first, key: key)).StateOf());
        var order = Assert.Single((await first.Client.GetJsonAsync("/api/v1/orders")).Items());
        Assert.Equal(("toShip", 0), (order.StateOf(), order.Minor("total")));
        Assert.DoesNotContain("href=\"/pay/", await first.Client.GetStringAsync($"/flash/{scene.SaleId}/requests/{key}", AppFixture.Ct), StringComparison.Ordinal);

        // The same for who waited.
        await WaitAsync(scene, second, 1);
        await first.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/cancel");
        await own.RunJobAsync("mall.serve-waiters");
        Assert.Equal("toShip", Assert.Single((await second.Client.GetJsonAsync("/api/v1/orders")).Items()).StateOf());
        Assert.Equal((1, 1), await scene.TakenAsync());
    }

    /// <summary>Somebody with coupons for the goods and their freight.</summary>
    private static async Task<Shopper> FreeAsync(FlashScene scene)
    {
        var shopper = await scene.Store.ShopperAsync();
        await scene.Store.GiveCouponAsync(shopper, FlashScene.FlashMinor);
        await scene.Store.GiveCouponAsync(shopper, FlashScene.FreightMinor, layer: "freight");
        return shopper;
    }

    private static async Task WaitAsync(FlashScene scene, Shopper shopper, int quantity) => Assert.Equal(HttpStatusCode.NoContent, (await scene.WaitAsync(shopper, quantity)).Status);

    /// <summary>24 buyers, one unit each, over as many hosts as there are; who gets one pays at once.</summary>
    private protected static async Task RaceAsync(AppFixture own, FlashScene scene, IReadOnlyList<AppFixture> hosts)
    {
        var shoppers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => scene.Store.ShopperAsync()));

        var states = await Task.WhenAll(shoppers.Select(async (shopper, n) =>
        {
            var client = hosts[n % hosts.Count].NewClient(shopper.Person.Token);
            var result = await scene.BuyAsync(shopper, client: client);
            return result.StateOf() is "placed"
                ? (await client.PostJsonAsync($"/api/v1/payments/{result.IdOf("paymentId")}/sandbox", new { outcome = "succeed" })).Body.StateOf()
                : result.GetProperty("code").GetString();
        }));

        Assert.Equal((5, 19), (states.Count(state => state is "settled"), states.Count(state => state is "mall.sold-out")));
        Assert.Equal((5, 1), await scene.TakenAsync());
        Assert.Equal(5, await own.InDb<MallDb, int>(db => db.SandboxCharges.CountAsync(AppFixture.Ct)));
    }
}

public sealed class FlashSaleOnSqlite(OnSqlite app) : FlashSaleTests(app);

public sealed class FlashSaleOnPostgres(OnPostgres app) : FlashSaleTests(app)
{
    private readonly OnPostgres app = app;

    [Fact]
    public async Task Two_hosts_on_one_database_sell_no_unit_twice()
    {
        await using var first = await app.OwnHostAsync();
        var database = first.Services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")!;
        await using var second = await app.OwnHostAsync(settings => settings["ConnectionStrings:Postgres"] = database);
        await second.MoveClockAsync(FlashScene.UntilStart);
        await RaceAsync(first, await FlashScene.StartAsync(first, units: 5), [first, second]);
    }
}
