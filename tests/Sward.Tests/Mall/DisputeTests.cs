using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall;

/// <summary>Requests about some units of a line, exchanges and missing goods, and what the platform decides between the two sides.</summary>
public abstract class DisputeTests(AppFixture app)
{
    private static readonly string[] Orders = ["0 1 2", "2 0 1", "1 2 0"];

    [Fact]
    public async Task Units_of_a_line_go_back_one_by_one_each_for_what_it_cost()
    {
        var (scene, shopper, order, line) = await ShippedAsync();
        // 3 at 3,333 less 1,001: the units differ by a minor unit.
        var units = line.List("units").Select(unit => unit.GetProperty("amount").GetInt64()).ToList();
        Assert.True(units.Distinct().Count() > 1, string.Join(' ', units));

        var given = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            var applied = (await ApplyAsync(shopper, order, "refundOnly", units: 1)).Body;
            given.Add(applied.Minor("amount"));
            await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{applied.IdOf()}/agree");
        }

        Assert.Equal(units, given);
        Assert.Equal("mall.order-state", (await ApplyAsync(shopper, order, "refundOnly", units: 1)).Code);
        Assert.Equal(order.Minor("total"), await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal("refunded", await shopper.OrderStateAsync(order.IdOf()));
    }

    [Fact]
    public async Task Requests_about_units_end_in_any_order_and_sum_to_what_was_paid()
    {
        foreach (var way in Orders)
        {
            var (scene, shopper, order, _) = await ShippedAsync();
            var ids = new List<long>();
            for (var i = 0; i < 3; i++)
            {
                ids.Add((await ApplyAsync(shopper, order, "refundOnly", units: 1)).Body.IdOf());
            }

            Assert.Equal("mall.after-sale-exists", (await ApplyAsync(shopper, order, "refundOnly", units: 1)).Code);
            foreach (var i in way.Split(' ').Select(int.Parse))
            {
                await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{ids[i]}/agree");
            }

            Assert.Equal(order.Minor("total"), await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        }
    }

    [Fact]
    public async Task A_unit_that_was_asked_about_in_vain_may_be_asked_about_again_and_no_unit_twice()
    {
        var (scene, shopper, order, _) = await ShippedAsync();
        var two = (await ApplyAsync(shopper, order, "refundOnly", units: 2)).Body;
        var refused = await ApplyAsync(shopper, order, "refundOnly", units: 2);
        Assert.Equal((HttpStatusCode.Conflict, "mall.units-not-left"), (refused.Status, refused.Code));

        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{two.IdOf()}/refuse", new { reason = "worn" });
        Assert.Equal(order.Minor("total"), (await ApplyAsync(shopper, order, "refundOnly", units: 3)).Body.Minor("amount"));
        // The units are spoken for: the refused request cannot come back to life beside the new one.
        Assert.Equal("mall.after-sale-exists", (await CallAsync(shopper, two.IdOf())).Code);
    }

    [Fact]
    public async Task What_was_not_sent_yet_is_refunded_instead_of_being_sent()
    {
        var scene = await MallScene.OpenAsync(app);
        var (shopper, order) = await scene.PaidOrderAsync((await scene.ListAsync(3_000), 3));
        var line = order.List("lines").Single().IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/shipments", new { carrier = "SF", number = "1", lines = new[] { new { lineId = $"{line}", units = 1 } } });
        var request = (await ApplyAsync(shopper, order, "refundOnly", units: 2)).Body;
        Assert.Equal("mall.order-state", (await scene.Seller.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/ship", new { carrier = "SF", number = "2" })).Code);

        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{request.IdOf()}/agree");

        Assert.Equal("shipped", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(6_000, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal("partRefunded", (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive")).Body.StateOf());
    }

    [Fact]
    public async Task An_exchange_ends_with_goods_and_no_money_moves()
    {
        var (scene, shopper, order, _) = await ShippedAsync();
        var id = (await ApplyAsync(shopper, order, "exchange", units: 1)).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree");
        Assert.Equal("mall.after-sale-state", (await SendAgainAsync(scene, order, id)).Code);
        await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/ship", new { carrier = "SF", number = "R1" });
        Assert.Equal("sellerReceived", (await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/received")).Body.StateOf());

        var sent = await SendAgainAsync(scene, order, id);

        Assert.Equal((HttpStatusCode.Created, 1), (sent.Status, sent.Body.List("lines").Single().GetProperty("units").GetInt32()));
        var after = (await shopper.OrderAsync(order.IdOf())).Body;
        Assert.Equal(("shipped", "done", 0L), (after.StateOf(), after.List("afterSales").Single().StateOf(), after.Minor("refunded")));
        Assert.Equal("mall.after-sale-state", (await SendAgainAsync(scene, order, id)).Code);
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
    }

    [Fact]
    public async Task What_is_sent_in_exchange_leaves_the_shelf_and_must_be_there()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(3_333, 3);
        var (shopper, order) = await scene.PaidOrderAsync((tea, 2));
        await scene.ShipAsync(order);
        var first = await ExchangeAsync(scene, shopper, order);
        var second = await ExchangeAsync(scene, shopper, order);
        Assert.Equal((1, 0, 2), await scene.StockAsync(tea));

        Assert.Equal(HttpStatusCode.Created, (await SendAgainAsync(scene, order, first)).Status);
        Assert.Equal((0, 0, 2), await scene.StockAsync(tea));
        Assert.Equal("mall.units-not-left", (await SendAgainAsync(scene, order, second)).Code);

        Assert.Equal((0, 0, 2), await scene.StockAsync(tea));
        Assert.Equal(["done", "sellerReceived"], (await shopper.OrderAsync(order.IdOf())).Body.List("afterSales").Select(request => request.StateOf()));
    }

    [Fact]
    public async Task What_was_missing_is_sent_and_if_the_store_forgets_the_money_goes_back()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order, line) = await ShippedAsync(own);
        var (kept, forgotten) = ((await ApplyAsync(shopper, order, "missingItem", units: 1)).Body.IdOf(), (await ApplyAsync(shopper, order, "missingItem", units: 1)).Body.IdOf());
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{kept}/agree");
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{forgotten}/agree");
        await SendAgainAsync(scene, order, kept);

        await own.MoveClockAsync(TimeSpan.FromDays(7));
        await own.RunJobAsync("mall.agree-after-silence");

        var unit = line.List("units").ElementAt(1).GetProperty("amount").GetInt64();
        Assert.Equal(unit, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal("mall.after-sale-state", (await SendAgainAsync(scene, order, forgotten)).Code);
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task Refused_by_the_store_the_platform_gives_the_buyer_a_part()
    {
        var (scene, shopper, order, _) = await ShippedAsync();
        var judge = await JudgeAsync();
        var id = (await ApplyAsync(shopper, order, "refundOnly", units: 3)).Body.IdOf();
        Assert.Equal("mall.after-sale-state", (await CallAsync(shopper, id)).Code);
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/refuse", new { reason = "worn" });
        Assert.Equal("platformIntervening", (await CallAsync(shopper, id)).Body.StateOf());
        Assert.Contains(order.GetProperty("number").GetString()!, await judge.Client.GetStringAsync("/operator/arbitration", AppFixture.Ct), StringComparison.Ordinal);

        Assert.Equal("mall.award-invalid", (await DecideAsync(judge, id, new { @for = "buyer", reason = "both", amountMinor = order.Minor("total") + 1 })).Code);
        Assert.Equal("mall.award-invalid", (await DecideAsync(judge, id, new { @for = "buyer", reason = "both", amountMinor = 0 })).Code);
        var decided = await DecideAsync(judge, id, new { @for = "buyer", reason = "a scratch", amountMinor = 700 });

        Assert.Equal((HttpStatusCode.OK, "done"), (decided.Status, decided.Body.StateOf()));
        Assert.Contains(decided.Body.List("log"), step => step.GetProperty("by").GetString() is "operator" && step.GetProperty("reason").GetString() is "a scratch");
        Assert.Equal(700, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal("mall.after-sale-state", (await DecideAsync(judge, id, new { @for = "seller", reason = "no" })).Code);
        Assert.Equal("mall.after-sale-exists", (await ApplyAsync(shopper, order, "refundOnly", units: 1)).Code);
    }

    [Fact]
    public async Task Goods_that_came_back_wrong_are_decided_on_a_second_time()
    {
        var (scene, shopper, order, _) = await ShippedAsync();
        var judge = await JudgeAsync();
        var id = (await ApplyAsync(shopper, order, "returnAndRefund", units: 1)).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/refuse", new { reason = "worn" });
        await CallAsync(shopper, id);
        Assert.Equal("sellerAgreed", (await DecideAsync(judge, id, new { @for = "buyer", reason = "send it back" })).Body.StateOf());
        await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/ship", new { carrier = "SF", number = "R1" });
        Assert.Equal("sellerRejected", (await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/reject", new { reason = "a brick" })).Body.StateOf());
        Assert.Equal("platformIntervening", (await CallAsync(shopper, id)).Body.StateOf());

        var decided = await DecideAsync(judge, id, new { @for = "seller", reason = "a brick indeed" });

        Assert.Equal("platformRefused", decided.Body.StateOf());
        Assert.Equal(2, decided.Body.List("log").Count(step => step.StateOf() is "platformIntervening"));
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal(order.Minor("total"), await MallScene.BalanceAsync(app, AccountKind.Escrow, order.IdOf("checkoutId")));
    }

    [Fact]
    public async Task Nobody_but_an_operator_who_is_no_side_decides()
    {
        var (scene, shopper, order, _) = await ShippedAsync(sellerIsOperator: true);
        var id = (await ApplyAsync(shopper, order, "refundOnly", units: 1)).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/refuse", new { reason = "worn" });
        await CallAsync(shopper, id);

        Assert.Equal(HttpStatusCode.Forbidden, (await DecideAsync(shopper.Person, id, new { @for = "buyer", reason = "mine" })).Status);
        Assert.Equal("mall.own-case", (await DecideAsync(scene.Seller, id, new { @for = "seller", reason = "mine" })).Code);
        Assert.Equal("platformIntervening", (await shopper.OrderAsync(order.IdOf())).Body.List("afterSales").Single().StateOf());
    }

    [Fact]
    public async Task A_refusal_keeps_the_money_until_the_buyer_can_no_longer_call_the_platform_in()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order, _) = await ShippedAsync(own);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive");
        await own.MoveClockAsync(TimeSpan.FromDays(6));
        var id = (await ApplyAsync(shopper, order, "refundOnly", units: 1)).Body.IdOf();
        await own.MoveClockAsync(TimeSpan.FromDays(1));
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/refuse", new { reason = "worn" });

        await own.MoveClockAsync(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.agree-after-silence");
        await own.RunJobAsync("mall.close-orders");
        Assert.Equal("completed", await shopper.OrderStateAsync(order.IdOf()));

        await own.MoveClockAsync(TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.agree-after-silence");
        await own.RunJobAsync("mall.close-orders");
        Assert.Equal("closed", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal("mall.after-sale-state", (await CallAsync(shopper, id)).Code);
    }

    [Fact]
    public async Task A_dispute_goes_its_whole_way_by_the_forms_of_its_page()
    {
        var (scene, shopper, order, _) = await ShippedAsync();
        var judge = await JudgeAsync();
        var id = (await ApplyAsync(shopper, order, "refundOnly", units: 1)).Body.IdOf();

        await FillInAsync(scene.Seller, id, "Refuse", new KeyValuePair<string, string>("reason", "worn"));
        await FillInAsync(shopper.Person, id, "Call", new KeyValuePair<string, string>("reason", "it came so"));
        await FillInAsync(judge, id, "Decide", new("for", "Buyer"), new("reason", "a photo shows it"), new("amount", "5.00"));

        Assert.Equal("done", (await shopper.OrderAsync(order.IdOf())).Body.List("afterSales").Single().StateOf());
        Assert.Equal(500, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
    }

    private static async Task FillInAsync(Person person, long afterSaleId, string handler, params KeyValuePair<string, string>[] fields)
    {
        var url = $"/after-sales/{afterSaleId}";
        Assert.Contains($"action=\"{url}?handler={handler}\"", await person.Client.GetStringAsync(url, AppFixture.Ct), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await person.Client.PostAsync($"{url}?handler={handler}", form, AppFixture.Ct);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{handler} answered {answer.StatusCode}");
    }

    private async Task<(MallScene Scene, Shopper Shopper, JsonElement Order, JsonElement Line)> ShippedAsync(AppFixture? host = null, bool sellerIsOperator = false)
    {
        var scene = await MallScene.OpenAsync(host ?? app, thresholdMinor: 3_000, offMinor: 1_001);
        if (sellerIsOperator)
        {
            await FlashScene.MakeOperatorAsync(app, scene.Seller);
        }

        var (shopper, order) = await scene.PaidOrderAsync((await scene.ListAsync(3_333), 3));
        return (scene, shopper, await scene.ShipAsync(order), order.List("lines").Single());
    }

    private async Task<Person> JudgeAsync()
    {
        var judge = await app.SignUpAsync("Judge");
        await FlashScene.MakeOperatorAsync(app, judge);
        return judge;
    }

    private static Task<Answer> ApplyAsync(Shopper shopper, JsonElement order, string kind, int units) =>
        shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/after-sales", new { kind, reason = "torn", units }, Http.NewKey());

    private static Task<Answer> CallAsync(Shopper shopper, long id) => shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/call-platform", new { reason = "it came so" });

    private static Task<Answer> DecideAsync(Person judge, long id, object decision) => judge.Client.PostJsonAsync($"/api/v1/after-sales/{id}/decide", decision);

    /// <summary>An exchange of one unit whose goods are back at the store.</summary>
    private static async Task<long> ExchangeAsync(MallScene scene, Shopper shopper, JsonElement order)
    {
        var id = (await ApplyAsync(shopper, order, "exchange", units: 1)).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree");
        await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/ship", new { carrier = "SF", number = "R1" });
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/received");
        return id;
    }

    private static Task<Answer> SendAgainAsync(MallScene scene, JsonElement order, long afterSaleId) =>
        scene.Seller.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/shipments", new { carrier = "SF", number = "2", afterSaleId = $"{afterSaleId}" }, Http.NewKey());
}

public sealed class DisputesOnSqlite(OnSqlite app) : DisputeTests(app);

public sealed class DisputesOnPostgres(OnPostgres app) : DisputeTests(app);
