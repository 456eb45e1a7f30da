using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Contracts.Mall;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall;

public abstract class OrderTests(AppFixture app)
{
    [Fact]
    public async Task An_order_goes_from_payment_to_the_buyers_hands_and_remembers_who_did_what()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync();
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1));

        var shipped = await scene.ShipAsync(order);
        var parcel = shipped.List("shipments").Single();
        Assert.Equal(("shipped", "SF", "SF123"), (shipped.StateOf(), parcel.GetProperty("carrier").GetString(), parcel.GetProperty("trackingNumber").GetString()));

        var received = (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive")).Body;
        Assert.Equal(
            ["pendingPayment buyer", "paid system", "toShip system", "shipped system", "delivered system", "completed buyer"],
            received.List("log").Select(step => $"{step.StateOf()} {step.GetProperty("by").GetString()}"));
        await AssertAnnouncedAsync(OrderPaid.Name, order);
        await AssertAnnouncedAsync(OrderShipped.Name, order);
        await AssertAnnouncedAsync(OrderReceived.Name, order);
    }

    [Theory]
    [InlineData("ship")]
    [InlineData("receive")]
    public async Task An_unpaid_order_is_neither_sent_nor_received(string verb)
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync();
        var shopper = await scene.ShopperAsync();
        var orderId = (await shopper.BuyAsync((tea, 1))).OrderId();
        var who = verb is "ship" ? scene.Seller.Client : shopper.Client;

        var answer = await who.PostJsonAsync($"/api/v1/orders/{orderId}/{verb}", new { carrier = "SF", number = "1" });

        Assert.Equal((HttpStatusCode.Conflict, "mall.order-state"), (answer.Status, answer.Code));
        Assert.Equal("pendingPayment", await shopper.OrderStateAsync(orderId));
    }

    [Fact]
    public async Task What_was_done_cannot_be_done_again()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync();
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1));
        await scene.ShipAsync(order);

        Assert.Equal("mall.order-state", (await scene.Seller.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/ship", new { carrier = "X", number = "2" })).Code);
        Assert.Equal("mall.order-state", (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/cancel")).Code);
        Assert.Equal("mall.order-state", (await scene.Seller.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/cancel")).Code);
        Assert.Equal("SF123", (await shopper.OrderAsync(order.IdOf())).Body.List("shipments").Single().GetProperty("trackingNumber").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_side_cancels_an_unpaid_order_and_its_stock_comes_back(bool byBuyer)
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var shopper = await scene.ShopperAsync();
        var checkout = await shopper.BuyAsync((tea, 2));

        var answer = await (byBuyer ? shopper.Client : scene.Seller.Client).PostJsonAsync($"/api/v1/orders/{checkout.OrderId()}/cancel", new { reason = "too late" });

        Assert.Equal("cancelled", answer.Body.StateOf());
        Assert.Equal("cancelled", await shopper.PaymentStateAsync(checkout.PaymentId()));
        Assert.Equal((5, 0, 0), await scene.StockAsync(tea));
        Assert.Equal("too late", answer.Body.List("log").Last().GetProperty("reason").GetString());
        Assert.Contains(byBuyer ? "\"buyer\"" : "\"seller\"", await AssertAnnouncedAsync(OrderCancelled.Name, answer.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paid_order_that_is_cancelled_gives_money_and_stock_back_and_leaves_the_other_orders_alone()
    {
        var (one, two) = (await MallScene.OpenAsync(app), await MallScene.OpenAsync(app));
        var (tea, book) = (await one.ListAsync(10_000, 5), await two.ListAsync(20_000, 5));
        var shopper = await one.ShopperAsync();
        var checkout = await shopper.BuyAsync((tea, 1), (book, 1));
        await shopper.PayAsync(checkout.PaymentId());
        var (first, second) = (checkout.List("orders").First().IdOf(), checkout.List("orders").Last().IdOf());

        await shopper.Client.PostJsonAsync($"/api/v1/orders/{first}/cancel");

        Assert.Equal("cancelled", await shopper.OrderStateAsync(first));
        Assert.Equal("toShip", await shopper.OrderStateAsync(second));
        Assert.Equal("partRefunded", await shopper.PaymentStateAsync(checkout.PaymentId()));
        Assert.Equal((5, 0, 0), await one.StockAsync(tea));
        Assert.Equal((4, 0, 1), await two.StockAsync(book));
        Assert.Equal(20_000, await MallScene.BalanceAsync(app, AccountKind.Escrow, checkout.IdOf()));

        await two.Seller.Client.PostJsonAsync($"/api/v1/orders/{second}/cancel");
        Assert.Equal("refunded", await shopper.PaymentStateAsync(checkout.PaymentId()));
        Assert.Equal(30_000, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
    }

    [Fact]
    public async Task Before_payment_a_purchase_is_cancelled_as_a_whole()
    {
        var (one, two) = (await MallScene.OpenAsync(app), await MallScene.OpenAsync(app));
        var (tea, book) = (await one.ListAsync(), await two.ListAsync());
        var shopper = await one.ShopperAsync();
        var checkout = await shopper.BuyAsync((tea, 1), (book, 1));

        await one.Seller.Client.PostJsonAsync($"/api/v1/orders/{checkout.List("orders").First().IdOf()}/cancel");

        foreach (var order in checkout.List("orders"))
        {
            Assert.Equal("cancelled", await shopper.OrderStateAsync(order.IdOf()));
        }
    }

    [Fact]
    public async Task To_a_stranger_an_order_does_not_exist()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync();
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1));
        var stranger = await scene.ShopperAsync();
        var url = $"/api/v1/orders/{order.IdOf()}";

        foreach (var answer in new[]
        {
            await stranger.Client.GetJsonAsync(url),
            await stranger.Client.PostJsonAsync($"{url}/cancel"),
            await stranger.Client.PostJsonAsync($"{url}/ship", new { carrier = "SF", number = "1" }),
            await stranger.Client.PostJsonAsync($"{url}/receive"),
            await stranger.Client.PostJsonAsync($"{url}/after-sales", new { kind = "refundOnly", reason = "mine" }, Http.NewKey()),
        })
        {
            Assert.Equal((HttpStatusCode.NotFound, "mall.order-not-found"), (answer.Status, answer.Code));
        }

        Assert.Equal("toShip", await shopper.OrderStateAsync(order.IdOf()));
        Assert.DoesNotContain((await stranger.Client.GetJsonAsync("/api/v1/orders")).Items(), item => item.IdOf() == order.IdOf());
    }

    [Fact]
    public async Task Each_side_does_only_its_own_part()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync();
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1));

        var shipping = await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/ship", new { carrier = "SF", number = "1" });
        Assert.Equal((HttpStatusCode.Forbidden, "mall.not-yours"), (shipping.Status, shipping.Code));
        await scene.ShipAsync(order);
        Assert.Equal("mall.not-yours", (await scene.Seller.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive")).Code);
        Assert.Equal("shipped", await shopper.OrderStateAsync(order.IdOf()));
    }

    [Fact]
    public async Task Orders_are_listed_by_role_and_state_newest_first_page_by_page()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync();
        var shopper = await scene.ShopperAsync();
        var made = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            made.Insert(0, (await shopper.BuyAsync((tea, 1))).OrderId());
        }

        var paymentId = (await shopper.OrderAsync(made[0])).Body.IdOf("paymentId");
        await shopper.PayAsync(paymentId);

        var first = await shopper.Client.GetJsonAsync("/api/v1/orders?limit=2");
        var second = await shopper.Client.GetJsonAsync($"/api/v1/orders?limit=2&cursor={first.Body.GetProperty("next").GetString()}");
        Assert.Equal(made, first.Items().Concat(second.Items()).Select(order => order.IdOf()));
        Assert.Equal(JsonValueKind.Null, second.Body.GetProperty("next").ValueKind);
        Assert.Equal(made, (await scene.Seller.Client.GetJsonAsync("/api/v1/orders?role=store")).Items().Select(order => order.IdOf()));
        Assert.Equal([made[0]], (await scene.Seller.Client.GetJsonAsync("/api/v1/orders?role=store&state=toShip")).Items().Select(order => order.IdOf()));
        Assert.Empty((await scene.Seller.Client.GetJsonAsync("/api/v1/orders?role=buyer")).Items());
        Assert.Equal("kernel.bad-cursor", (await shopper.Client.GetJsonAsync("/api/v1/orders?cursor=nonsense")).Code);
    }

    [Fact]
    public async Task Receipt_is_taken_for_granted_and_later_the_store_gets_its_money()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync(10_000);
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1));
        await scene.ShipAsync(order);

        await own.MoveClockAsync(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.receive-overdue-orders");
        Assert.Equal("shipped", await shopper.OrderStateAsync(order.IdOf()));
        await own.MoveClockAsync(TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.receive-overdue-orders");
        Assert.Equal("completed", await shopper.OrderStateAsync(order.IdOf()));

        await own.RunJobAsync("mall.close-orders");
        Assert.Equal(0, await MallScene.BalanceAsync(own, AccountKind.Merchant, scene.StoreId));
        await own.MoveClockAsync(MallScene.WindowOf(own, 7) - TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.close-orders");
        Assert.Equal("completed", await shopper.OrderStateAsync(order.IdOf()));
        await own.MoveClockAsync(TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.close-orders");
        await own.RunJobAsync("mall.close-orders");
        Assert.Equal("closed", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(10_000, await MallScene.BalanceAsync(own, AccountKind.Merchant, scene.StoreId));
        Assert.Equal(0, await MallScene.BalanceAsync(own, AccountKind.Escrow, order.IdOf("checkoutId")));
    }

    private Task<string> AssertAnnouncedAsync(string fact, JsonElement order) => app.InDb<MallDb, string>(db =>
        db.Set<Fact>().Where(f => f.Name == fact && f.Payload.Contains(order.GetProperty("number").GetString()!)).Select(f => f.Payload).SingleAsync(AppFixture.Ct));
}

public sealed class OrdersOnSqlite(OnSqlite app) : OrderTests(app);

public sealed class OrdersOnPostgres(OnPostgres app) : OrderTests(app);
