using System.Net;
using System.Text.Json;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall;

public abstract class AfterSaleTests(AppFixture app)
{
    [Fact]
    public async Task Agreeing_to_a_refund_of_one_line_gives_back_what_that_line_cost()
    {
        var (scene, shopper, order) = await ShippedAsync(app);
        var lines = order.List("lines").ToList();

        var applied = await ApplyAsync(shopper, order, lines[0].IdOf(), "refundOnly");
        Assert.Equal((HttpStatusCode.Created, "applied"), (applied.Status, applied.Body.StateOf()));
        Assert.Equal(lines[0].Minor("total"), applied.Body.Minor("amount"));
        var agreed = await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{applied.Body.IdOf()}/agree");

        Assert.Equal("done", agreed.Body.StateOf());
        var after = (await shopper.OrderAsync(order.IdOf())).Body;
        Assert.Equal(("shipped", lines[0].Minor("total")), (after.StateOf(), after.Minor("refunded")));
        Assert.Equal("partRefunded", await shopper.PaymentStateAsync(order.IdOf("paymentId")));

        // The rest is still received, as a part-refunded order.
        Assert.Equal("partRefunded", (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive")).Body.StateOf());
    }

    [Fact]
    public async Task Goods_that_go_back_are_refunded_when_the_seller_has_them()
    {
        var (scene, shopper, order) = await ShippedAsync(app);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive");
        var id = (await ApplyAsync(shopper, order, order.List("lines").First().IdOf(), "returnAndRefund")).Body.IdOf();

        Assert.Equal("sellerAgreed", (await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree")).Body.StateOf());
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal("buyerShipping", (await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/ship", new { carrier = "SF", number = "R1" })).Body.StateOf());
        Assert.Equal("done", (await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/received")).Body.StateOf());

        Assert.Equal("partRefunded", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(order.List("lines").First().Minor("total"), await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task Refunds_in_any_order_sum_to_what_was_paid(int first, int second)
    {
        var (scene, shopper, order) = await ShippedAsync(app);
        var lines = order.List("lines").Select(line => line.IdOf()).ToList();

        foreach (var line in new[] { lines[first], lines[second] })
        {
            var id = (await ApplyAsync(shopper, order, line, "refundOnly")).Body.IdOf();
            await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree");
        }

        Assert.Equal("refunded", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal("refunded", await shopper.PaymentStateAsync(order.IdOf("paymentId")));
        Assert.Equal(order.Minor("total"), await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Escrow, order.IdOf("checkoutId")));
    }

    [Fact]
    public async Task Two_requests_agreed_at_once_give_back_each_line_once()
    {
        var (scene, shopper, order) = await ShippedAsync(app);
        var ids = new List<long>();
        foreach (var line in order.List("lines"))
        {
            ids.Add((await ApplyAsync(shopper, order, line.IdOf(), "refundOnly")).Body.IdOf());
        }

        var answers = await Task.WhenAll(ids.Concat(ids).Select(id => scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree")));

        Assert.Equal(2, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.Equal(order.Minor("total"), await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
    }

    [Fact]
    public async Task A_line_has_one_request_at_a_time_and_a_refused_one_may_be_followed_by_another()
    {
        var (scene, shopper, order) = await ShippedAsync(app);
        var line = order.List("lines").First().IdOf();
        var id = (await ApplyAsync(shopper, order, line, "refundOnly")).Body.IdOf();

        Assert.Equal("mall.after-sale-exists", (await ApplyAsync(shopper, order, line, "refundOnly")).Code);
        var refused = await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/refuse", new { reason = "worn" });
        Assert.Equal(("sellerRefused", "worn"), (refused.Body.StateOf(), refused.Body.GetProperty("sellerReason").GetString()));
        Assert.Equal("mall.after-sale-state", (await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree")).Code);
        Assert.Equal(HttpStatusCode.Created, (await ApplyAsync(shopper, order, line, "refundOnly")).Status);
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
    }

    [Fact]
    public async Task A_request_needs_a_key_a_line_and_goods_that_are_on_their_way()
    {
        var (_, shopper, order) = await ShippedAsync(app);
        var url = $"/api/v1/orders/{order.IdOf()}/after-sales";
        Assert.Equal("kernel.idempotency-key-required", (await shopper.Client.PostJsonAsync(url, new { kind = "refundOnly", reason = "torn" })).Code);
        Assert.Equal("mall.line-needed", (await shopper.Client.PostJsonAsync(url, new { kind = "refundOnly", reason = "torn" }, Http.NewKey())).Code);
        Assert.Equal("mall.line-not-found", (await ApplyAsync(shopper, order, 5, "refundOnly")).Code);

        var scene = await MallScene.OpenAsync(app);
        var (other, toShip) = await scene.PaidOrderAsync((await scene.ListAsync(), 1));
        Assert.Equal("mall.order-state", (await ApplyAsync(other, toShip, toShip.List("lines").Single().IdOf(), "refundOnly")).Code);
    }

    [Fact]
    public async Task Goods_that_discounts_made_free_have_nothing_to_give_back()
    {
        var scene = await MallScene.OpenAsync(app, thresholdMinor: 101, offMinor: 100);
        var (sweet, cup) = await scene.ListPairAsync(1, 100);
        var (shopper, order) = await scene.PaidOrderAsync((sweet, 1), (cup, 1));
        await scene.ShipAsync(order);
        var free = order.List("lines").First();

        var refused = await ApplyAsync(shopper, order, free.IdOf(), "refundOnly");

        Assert.Equal((0, "mall.nothing-to-refund"), (free.Minor("total"), refused.Code));
        Assert.Empty((await shopper.OrderAsync(order.IdOf())).Body.List("afterSales"));
    }

    [Theory]
    [InlineData("cancel", "cancelled")]
    [InlineData("receive", "completed")]
    public async Task An_order_that_costs_nothing_ends_like_any_other(string end, string state)
    {
        var scene = await MallScene.OpenAsync(app, thresholdMinor: 101, offMinor: 100);
        var (sweet, cup) = (await scene.ListAsync(1, 10), await scene.ListAsync(100, 10));
        var shopper = await scene.ShopperAsync();
        var checkout = await shopper.BuyAsync((sweet, 1), (cup, 1));
        await shopper.PayAsync(checkout.PaymentId());
        var free = checkout.List("orders").Single(order => order.Minor("total") == 0);
        if (end is "receive")
        {
            await scene.ShipAsync(free);
        }

        var ended = await shopper.Client.PostJsonAsync($"/api/v1/orders/{free.IdOf()}/{end}");

        Assert.Equal((HttpStatusCode.OK, state), (ended.Status, ended.Body.StateOf()));
        Assert.Equal("settled", await shopper.PaymentStateAsync(checkout.PaymentId()));
    }

    [Fact]
    public async Task A_repeated_key_is_one_request()
    {
        var (_, shopper, order) = await ShippedAsync(app);
        var key = Http.NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ApplyAsync(shopper, order, order.List("lines").First().IdOf(), "refundOnly", key)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers.Select(answer => answer.Body.IdOf()).Distinct());
    }

    [Fact]
    public async Task Neither_a_stranger_nor_the_wrong_side_carries_a_request_on()
    {
        var (scene, shopper, order) = await ShippedAsync(app);
        var stranger = await scene.ShopperAsync();
        var id = (await ApplyAsync(shopper, order, order.List("lines").First().IdOf(), "returnAndRefund")).Body.IdOf();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.PostJsonAsync("/api/v1/after-sales/77/agree")).Status);
        Assert.Equal("mall.not-yours", (await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree")).Code);
        Assert.Equal("mall.after-sale-state", (await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/received")).Code);
        Assert.Equal("applied", (await shopper.OrderAsync(order.IdOf())).Body.List("afterSales").Single().StateOf());
    }

    [Fact]
    public async Task Silence_is_agreement_and_an_open_request_keeps_the_money_in_escrow()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order) = await ShippedAsync(own);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive");
        var lines = order.List("lines").ToList();
        await own.MoveClockAsync(MallScene.WindowOf(own, 7) - TimeSpan.FromSeconds(1));
        await ApplyAsync(shopper, order, lines[0].IdOf(), "refundOnly");

        await own.MoveClockAsync(TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.close-orders");
        Assert.Equal("completed", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal("mall.after-sale-too-late", (await ApplyAsync(shopper, order, lines[1].IdOf(), "refundOnly")).Code);

        await own.MoveClockAsync(TimeSpan.FromHours(48));
        await own.RunJobAsync("mall.agree-after-silence");
        await own.RunJobAsync("mall.close-orders");
        Assert.Equal("closed", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(lines[0].Minor("total"), await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal(order.Minor("total") - lines[0].Minor("total"), await MallScene.BalanceAsync(own, AccountKind.Merchant, scene.StoreId));
        Assert.Equal("mall.after-sale-too-late", (await ApplyAsync(shopper, order, lines[1].IdOf(), "refundOnly")).Code);
    }

    [Fact]
    public async Task A_return_that_is_never_sent_is_given_up_and_the_store_gets_its_money()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order) = await ShippedAsync(own);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive");
        var id = (await ApplyAsync(shopper, order, order.List("lines").First().IdOf(), "returnAndRefund")).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree");

        await own.MoveClockAsync(TimeSpan.FromDays(8));
        await own.RunJobAsync("mall.agree-after-silence");
        await own.RunJobAsync("mall.close-orders");

        var after = (await shopper.OrderAsync(order.IdOf())).Body;
        Assert.Equal(("closed", "buyerCancelled"), (after.StateOf(), after.List("afterSales").Single().StateOf()));
        Assert.Equal(order.Minor("total"), await MallScene.BalanceAsync(own, AccountKind.Merchant, scene.StoreId));
        Assert.Equal(0, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
    }

    [Fact]
    public async Task A_buyer_may_take_a_request_back_and_make_another()
    {
        var (scene, shopper, order) = await ShippedAsync(app);
        var line = order.List("lines").First().IdOf();
        var id = (await ApplyAsync(shopper, order, line, "returnAndRefund")).Body.IdOf();

        Assert.Equal("mall.not-yours", (await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/cancel")).Code);
        Assert.Equal("buyerCancelled", (await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/cancel")).Body.StateOf());
        Assert.Equal("mall.after-sale-state", (await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree")).Code);
        Assert.Equal(HttpStatusCode.Created, (await ApplyAsync(shopper, order, line, "refundOnly")).Status);
    }

    [Fact]
    public async Task A_return_goes_its_whole_way_by_the_forms_of_its_page()
    {
        var (scene, shopper, order) = await ShippedAsync(app);
        var id = (await ApplyAsync(shopper, order, order.List("lines").First().IdOf(), "returnAndRefund")).Body.IdOf();
        Assert.Contains($"href=\"/after-sales/{id}\"", await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);

        await FillInAsync(scene.Seller, id, "Agree");
        await FillInAsync(shopper.Person, id, "SendBack", new("carrier", "SF"), new("number", "R1"));
        await FillInAsync(scene.Seller, id, "Received");

        Assert.Equal("done", (await shopper.OrderAsync(order.IdOf())).Body.List("afterSales").Single().StateOf());
    }

    /// <summary>Posts a form that the page really shows.</summary>
    private static async Task FillInAsync(Person person, long afterSaleId, string handler, params KeyValuePair<string, string>[] fields)
    {
        var url = $"/after-sales/{afterSaleId}";
        Assert.Contains($"action=\"{url}?handler={handler}\"", await person.Client.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await person.Client.PostAsync($"{url}?handler={handler}", form, AppFixture.Ct);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{handler} answered {answer.StatusCode}");
    }

    private static async Task<(MallScene Scene, Shopper Shopper, JsonElement Order)> ShippedAsync(AppFixture host)
    {
        var scene = await MallScene.OpenAsync(host, thresholdMinor: 3_000, offMinor: 1_001);
        // One warehouse for both, so that they are one order of two lines.
        var (tea, cup) = await scene.ListPairAsync(1_999, 3_001);
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1), (cup, 1));
        return (scene, shopper, await scene.ShipAsync(order));
    }

    private static Task<Answer> ApplyAsync(Shopper shopper, JsonElement order, long lineId, string kind, string? key = null) =>
        shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/after-sales", new { lineId = $"{lineId}", kind, reason = "torn" }, key ?? Http.NewKey());
}

public sealed class AfterSalesOnSqlite(OnSqlite app) : AfterSaleTests(app);

public sealed class AfterSalesOnPostgres(OnPostgres app) : AfterSaleTests(app);
