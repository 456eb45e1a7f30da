using System.Net;
using System.Text.Json;
using Sward.Mall;
using Sward.Mall.Points;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Mall;

public abstract class PointsTests(AppFixture app)
{
    [Fact]
    public async Task They_pay_up_to_a_twentieth_of_the_goods_in_whole_steps()
    {
        var (shopper, tea) = await SceneAsync(points: 2_150);

        // 5 % of 100.00 would be 500 points; of 1,000.00, all that make whole steps.
        Assert.Equal(9_500, await TotalAsync(shopper, tea, 1));
        Assert.Equal(97_900, await TotalAsync(shopper, tea, 10));
        Assert.Equal(10_000, (await shopper.QuoteAsync((tea, 1))).Body.Minor("total"));
    }

    [Fact]
    public async Task What_two_checkouts_want_at_once_one_gets()
    {
        var (shopper, tea) = await SceneAsync(points: 500);
        var quoteId = (await QuoteAsync(shopper, tea, 1)).Body.GetProperty("id").GetString()!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => CheckoutAsync(shopper, tea, quoteId)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.Created), answer => Assert.Contains(answer.Code, new[] { "mall.points-spent", "mall.price-changed" }));
        Assert.Equal(0, await PointsAsync(shopper));
    }

    [Fact]
    public async Task They_come_back_when_all_of_the_purchase_is_undone()
    {
        var (shopper, tea) = await SceneAsync(points: 700);
        var quoteId = (await QuoteAsync(shopper, tea, 1)).Body.GetProperty("id").GetString()!;
        var checkout = (await CheckoutAsync(shopper, tea, quoteId)).Body;
        Assert.Equal(200, await PointsAsync(shopper));

        await shopper.PayAsync(checkout.PaymentId());
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{checkout.OrderId()}/cancel");

        Assert.Equal(700, await PointsAsync(shopper));
        Assert.Equal(["earned", "returned", "spent"], (await shopper.Client.GetJsonAsync("/api/v1/points/mine")).Body.List("moves").Select(move => move.GetProperty("kind").GetString()).Order());
    }

    [Fact]
    public async Task An_order_that_stays_bought_earns_them_once()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync(12_345, 5);
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1));
        await scene.ShipAsync(order);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive");
        Assert.Equal(0, await PointsAsync(shopper));

        await own.MoveClockAsync(TimeSpan.FromDays(8));
        await own.RunJobAsync("mall.close-orders");
        await own.RunJobAsync("mall.close-orders");

        Assert.Equal("closed", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(123, await PointsAsync(shopper));
    }

    [Fact]
    public async Task A_refund_after_the_end_takes_its_part_back_and_what_was_spent_is_owed()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, cup) = (await scene.ListAsync(30_000, 5), await scene.ListAsync(10_000, 5));
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1));
        await scene.ReceiveAsync(shopper, order);
        await own.CloseOrdersAsync();
        Assert.Equal(300, await PointsAsync(shopper));

        await own.RefundAsync(order.IdOf(), tea, 10_000);
        Assert.Equal(200, await PointsAsync(shopper));
        var quoteId = (await QuoteAsync(shopper, cup, 1)).Body.GetProperty("id").GetString()!;
        await shopper.PayAsync((await CheckoutAsync(shopper, cup, quoteId)).Body.PaymentId());
        await own.RefundAsync(order.IdOf(), tea, 5_000);
        await own.RefundAsync(order.IdOf(), tea, 15_000);

        Assert.Equal(-200, await PointsAsync(shopper));
        Assert.Equal(0, (await shopper.Client.GetJsonAsync("/api/v1/points/mine")).Body.Minor("worth"));
        Assert.Contains("−100", await shopper.Client.GetStringAsync("/points", AppFixture.Ct), StringComparison.Ordinal);
        // What is owed pays nothing, and is earned first.
        Assert.Equal(10_000, await TotalAsync(shopper, cup, 1));
        var next = await MallScene.PaidOrderAsync(shopper, (tea, 1));
        await scene.ReceiveAsync(shopper, next);
        await own.CloseOrdersAsync();
        Assert.Equal(100, await PointsAsync(shopper));
    }

    [Fact]
    public async Task A_visitor_has_none()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync("/api/v1/points/mine")).Status);
    }

    private async Task<(Shopper Shopper, long SkuId)> SceneAsync(long points)
    {
        var scene = await MallScene.OpenAsync(app);
        var shopper = await scene.ShopperAsync();
        await GiveAsync(app, shopper, points);
        return (shopper, await scene.ListAsync(10_000, 100));
    }

    internal static Task<int> GiveAsync(AppFixture host, Shopper shopper, long points) => host.InDb<MallDb, int>(db =>
    {
        var purse = new PointsPurse { AccountId = shopper.Person.Id };
        purse.Move("earned:0", points, host.Clock.GetUtcNow());
        db.Add(purse);
        return db.SaveChangesAsync(AppFixture.Ct);
    });

    private static Task<Answer> QuoteAsync(Shopper shopper, long skuId, int units) =>
        shopper.Client.PostJsonAsync("/api/v1/checkout/quote", new { lines = new[] { new { skuId = $"{skuId}", quantity = units } }, points = 100_000 });

    private static Task<Answer> CheckoutAsync(Shopper shopper, long skuId, string quoteId) => shopper.Client.PostJsonAsync(
        "/api/v1/checkout", new { lines = new[] { new { skuId = $"{skuId}", quantity = 1 } }, points = 100_000, addressId = $"{shopper.AddressId}", quoteId }, Http.NewKey());

    private static async Task<long> TotalAsync(Shopper shopper, long skuId, int units) => (await QuoteAsync(shopper, skuId, units)).Body.Minor("total");

    internal static async Task<long> PointsAsync(Shopper shopper) => (await shopper.Client.GetJsonAsync("/api/v1/points/mine")).Body.GetProperty("points").GetInt64();
}

public sealed class PointsOnSqlite(OnSqlite app) : PointsTests(app);

public sealed class PointsOnPostgres(OnPostgres app) : PointsTests(app);
