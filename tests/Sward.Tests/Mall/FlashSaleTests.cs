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
            var joined = await waiting.Client.PutJsonAsync($"/api/v1/flash-sales/{scene.SaleId}/waiting?key={key}", new { quantity = 1, addressId = $"{waiting.AddressId}" });
            Assert.Equal(HttpStatusCode.NoContent, joined.Status);
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
