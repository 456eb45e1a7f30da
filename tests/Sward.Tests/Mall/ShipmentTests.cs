using System.Net;
using System.Text.Json;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall;

public abstract class ShipmentTests(AppFixture app)
{
    [Fact]
    public async Task An_order_follows_its_parcels()
    {
        var (scene, shopper, order, lines) = await PaidAsync();

        var first = await SendAsync(scene, order, (lines[0], 2));
        Assert.Equal("partShipped", await shopper.OrderStateAsync(order.IdOf()));
        var second = await SendAsync(scene, order, (lines[0], 1), (lines[1], 2));
        Assert.Equal("shipped", await shopper.OrderStateAsync(order.IdOf()));
        await MoveAsync(scene, first, "inTransit");
        await MoveAsync(scene, first, "signed");
        Assert.Equal("shipped", await shopper.OrderStateAsync(order.IdOf()));
        await MoveAsync(scene, second, "signed");

        var delivered = (await shopper.OrderAsync(order.IdOf())).Body;
        Assert.Equal("delivered", delivered.StateOf());
        Assert.Equal(
            ["pendingPayment buyer", "paid system", "toShip system", "partShipped system", "shipped system", "delivered system"],
            delivered.List("log").Select(step => $"{step.StateOf()} {step.GetProperty("by").GetString()}"));
        Assert.Equal(
            ["created seller", "packed seller", "handedOver seller", "inTransit seller", "signed seller"],
            delivered.List("shipments").First().List("log").Select(step => $"{step.StateOf()} {step.GetProperty("by").GetString()}"));
    }

    [Fact]
    public async Task No_unit_goes_into_two_parcels()
    {
        var (scene, shopper, order, lines) = await PaidAsync();
        await SendAsync(scene, order, (lines[0], 2));

        var refused = await TrySendAsync(scene, order, Http.NewKey(), (lines[0], 2));
        Assert.Equal((HttpStatusCode.Conflict, "mall.units-not-left"), (refused.Status, refused.Code));
        Assert.Equal("mall.line-not-found", (await TrySendAsync(scene, order, Http.NewKey(), (5, 1))).Code);
        Assert.Single((await shopper.OrderAsync(order.IdOf())).Body.List("shipments"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TrySendAsync(scene, order, Http.NewKey(), (lines[0], 1))));
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.Created), answer => Assert.Equal("mall.units-not-left", answer.Code));
    }

    [Fact]
    public async Task The_same_key_sends_one_parcel_and_moves_it_once()
    {
        var (scene, shopper, order, lines) = await PaidAsync();
        var key = Http.NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TrySendAsync(scene, order, key, (lines[0], 1))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        var parcel = Assert.Single(answers.Select(answer => answer.Body.IdOf()).Distinct());

        var moveKey = Http.NewKey();
        for (var i = 0; i < 3; i++)
        {
            var moved = await scene.Seller.Client.PostJsonAsync($"/api/v1/shipments/{parcel}/move", new { state = "inTransit" }, moveKey);
            Assert.Equal((HttpStatusCode.OK, "inTransit"), (moved.Status, moved.Body.StateOf()));
        }

        Assert.Equal("mall.shipment-state", (await scene.Seller.Client.PostJsonAsync($"/api/v1/shipments/{parcel}/move", new { state = "inTransit" }, Http.NewKey())).Code);
        Assert.Single((await shopper.OrderAsync(order.IdOf())).Body.List("shipments").Single().List("log"), step => step.StateOf() is "inTransit");
    }

    [Fact]
    public async Task What_is_lost_is_sent_again_and_keeps_the_order_from_being_delivered()
    {
        var (scene, shopper, order, lines) = await PaidAsync();
        var first = await SendAsync(scene, order, (lines[0], 3));
        var second = await SendAsync(scene, order, (lines[1], 2));
        await MoveAsync(scene, second, "signed");
        await MoveAsync(scene, first, "exception");
        await MoveAsync(scene, first, "lost");
        Assert.Equal("shipped", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal("mall.order-state", (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive")).Code);

        await MoveAsync(scene, await SendAsync(scene, order, (lines[0], 3)), "signed");

        Assert.Equal("delivered", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
    }

    [Fact]
    public async Task Time_delivers_no_parcel_that_went_astray()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order, lines) = await PaidAsync(own);
        var first = await SendAsync(scene, order, (lines[0], 3), (lines[1], 2));
        await MoveAsync(scene, first, "exception");

        await own.MoveClockAsync(TimeSpan.FromDays(11));
        await own.RunJobAsync("mall.receive-overdue-orders");
        Assert.Equal("shipped", await shopper.OrderStateAsync(order.IdOf()));

        await MoveAsync(scene, first, "signed");
        await own.MoveClockAsync(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.receive-overdue-orders");
        Assert.Equal("delivered", await shopper.OrderStateAsync(order.IdOf()));
        await own.MoveClockAsync(TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.receive-overdue-orders");
        Assert.Equal("completed", await shopper.OrderStateAsync(order.IdOf()));
    }

    [Fact]
    public async Task The_buyer_says_of_all_parcels_on_their_way_that_they_are_there()
    {
        var (scene, shopper, order, lines) = await PaidAsync();
        await SendAsync(scene, order, (lines[0], 3));
        await SendAsync(scene, order, (lines[1], 2));

        var received = (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive")).Body;

        Assert.Equal("completed", received.StateOf());
        Assert.All(received.List("shipments"), parcel => Assert.Equal("signed buyer", $"{parcel.StateOf()} {parcel.List("log").Last().GetProperty("by").GetString()}"));
    }

    [Fact]
    public async Task A_parcel_that_is_put_together_leaves_with_a_carrier_and_until_then_the_order_can_be_cancelled()
    {
        var (scene, shopper, order, lines) = await PaidAsync();
        var url = $"/api/v1/orders/{order.IdOf()}";
        var parcel = (await scene.Seller.Client.PostJsonAsync($"{url}/shipments", new { lines = new[] { new { lineId = $"{lines[0]}", units = 1 } } })).Body;
        Assert.Equal(("created", "toShip"), (parcel.StateOf(), await shopper.OrderStateAsync(order.IdOf())));
        await MoveAsync(scene, parcel, "packed");
        Assert.Equal("mall.carrier-needed", (await scene.Seller.Client.PostJsonAsync($"/api/v1/shipments/{parcel.IdOf()}/move", new { state = "handedOver" })).Code);

        Assert.Equal("cancelled", (await shopper.Client.PostJsonAsync($"{url}/cancel")).Body.StateOf());
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Seller.Client.PostJsonAsync($"/api/v1/shipments/{parcel.IdOf()}/move", new { state = "handedOver", carrier = "SF", number = "1" })).Status);
    }

    [Fact]
    public async Task Neither_the_buyer_nor_a_stranger_sends_or_moves_a_parcel()
    {
        var (scene, shopper, order, lines) = await PaidAsync();
        var parcel = await SendAsync(scene, order, (lines[0], 1));
        var stranger = await scene.ShopperAsync();

        Assert.Equal("mall.not-yours", (await shopper.Client.PostJsonAsync($"/api/v1/shipments/{parcel.IdOf()}/move", new { state = "signed" })).Code);
        Assert.Equal("mall.order-not-found", (await stranger.Client.PostJsonAsync($"/api/v1/shipments/{parcel.IdOf()}/move", new { state = "signed" })).Code);
        Assert.Equal("mall.order-not-found", (await stranger.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/shipments", new { carrier = "SF", number = "1" })).Code);
        Assert.Equal("handedOver", (await shopper.OrderAsync(order.IdOf())).Body.List("shipments").Single().StateOf());
    }

    private async Task<(MallScene Scene, Shopper Shopper, JsonElement Order, long[] Lines)> PaidAsync(AppFixture? host = null)
    {
        var scene = await MallScene.OpenAsync(host ?? app);
        var (tea, cup) = await scene.ListPairAsync(1_999, 3_001);
        var (shopper, order) = await scene.PaidOrderAsync((tea, 3), (cup, 2));
        return (scene, shopper, order, [.. order.List("lines").Select(line => line.IdOf())]);
    }

    private static async Task<JsonElement> SendAsync(MallScene scene, JsonElement order, params (long LineId, int Units)[] lines)
    {
        var sent = await TrySendAsync(scene, order, Http.NewKey(), lines);
        Assert.Equal(HttpStatusCode.Created, sent.Status);
        return sent.Body;
    }

    private static Task<Answer> TrySendAsync(MallScene scene, JsonElement order, string key, params (long LineId, int Units)[] lines) => scene.Seller.Client.PostJsonAsync(
        $"/api/v1/orders/{order.IdOf()}/shipments",
        new { carrier = "SF", number = "SF1", lines = lines.Select(line => new { lineId = $"{line.LineId}", units = line.Units }).ToArray() }, key);

    private static async Task MoveAsync(MallScene scene, JsonElement parcel, string state) =>
        Assert.Equal(state, (await scene.Seller.Client.PostJsonAsync($"/api/v1/shipments/{parcel.IdOf()}/move", new { state })).Body.StateOf());
}

public sealed class ShipmentsOnSqlite(OnSqlite app) : ShipmentTests(app);

public sealed class ShipmentsOnPostgres(OnPostgres app) : ShipmentTests(app);
