using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Ledger;
using Sward.Mall.Payments;
using Sward.Mall.Payouts;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Mall;

/// <summary>Faults that other marketplaces had, one test for each, named after the fault that must not be ours.</summary>
public abstract class KnownFaultTests(AppFixture app)
{
    [Fact]
    public async Task Paid_check_ignores_payment_splits()
    {
        var (checkout, shopper, orders) = await OverTwoStoresAsync();

        await shopper.PayAsync(checkout.PaymentId(), "wrongAmount");
        foreach (var order in orders)
        {
            Assert.Equal("pendingPayment", await shopper.OrderStateAsync(order));
        }

        await shopper.PayAsync(checkout.PaymentId());
        foreach (var order in orders)
        {
            Assert.Equal("toShip", await shopper.OrderStateAsync(order));
        }

        // Each order has its exact share of the one payment.
        Assert.Equal(checkout.GetProperty("payment").Minor("amount"), checkout.List("orders").Sum(order => order.Minor("total")));
        Assert.Equal(checkout.GetProperty("payment").Minor("amount"), await MallScene.BalanceAsync(app, AccountKind.Escrow, checkout.IdOf()));
    }

    [Fact]
    public async Task Cancelling_a_dispatched_order_fails_silently()
    {
        var (scene, shopper, order) = await PairAsync();
        var tea = order.List("lines").First();
        await SendAsync(scene, order, tea.IdOf(), 1);

        foreach (var client in new[] { shopper.Client, scene.Seller.Client })
        {
            var refused = await client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/cancel");
            Assert.Equal((HttpStatusCode.Conflict, "mall.order-state"), (refused.Status, refused.Code));
        }

        Assert.Equal("partShipped", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal((98, 0, 2), await scene.StockAsync(tea.IdOf("skuId")));
    }

    [Fact]
    public async Task Splitting_a_parcel_charges_freight_twice()
    {
        var (scene, shopper, order) = await PairAsync();
        Assert.Equal(800, order.Minor("freight"));
        foreach (var line in order.List("lines"))
        {
            await SendAsync(scene, order, line.IdOf(), 1);
            await SendAsync(scene, order, line.IdOf(), 1);
        }

        var after = (await shopper.OrderAsync(order.IdOf())).Body;
        Assert.Equal(("shipped", 4), (after.StateOf(), after.List("shipments").Count()));
        Assert.Equal((order.Minor("freight"), order.Minor("total")), (after.Minor("freight"), after.Minor("total")));
        Assert.Equal(-order.Minor("total"), await MallScene.BalanceAsync(app, AccountKind.Buyer, shopper.Person.Id));
    }

    [Fact]
    public async Task A_fully_refunded_order_reads_as_paid()
    {
        var (scene, shopper, order) = await PairAsync();
        await scene.ShipAsync(order);
        foreach (var line in order.List("lines"))
        {
            await RefundAsync(scene, shopper, order, line.IdOf(), 2);
        }

        Assert.Equal("refunded", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal("refunded", await shopper.PaymentStateAsync(order.IdOf("paymentId")));
        Assert.Equal("mall.order-state", (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive")).Code);
        Assert.DoesNotContain((await scene.Seller.Client.GetJsonAsync("/api/v1/orders?role=store&state=shipped")).Items(), item => item.IdOf() == order.IdOf());
    }

    [Fact]
    public async Task Concurrent_partial_refunds_pass_the_childs_share()
    {
        var (scene, shopper, order) = await PairAsync();
        await scene.ShipAsync(order);
        var line = order.List("lines").First();

        // Ten ask for one unit each of a line of two, and every answer is agreed to twice at once.
        var asked = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ApplyAsync(shopper, order, line.IdOf(), 1)));
        var made = asked.Where(answer => answer.Status is HttpStatusCode.Created).Select(answer => answer.Body.IdOf()).ToList();
        await Task.WhenAll(made.Concat(made).Select(id => scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree")));

        Assert.Equal(2, made.Count);
        Assert.Equal(line.Minor("total"), await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal(order.Minor("total") - line.Minor("total"), await MallScene.BalanceAsync(app, AccountKind.Escrow, order.IdOf("checkoutId")));
    }

    [Fact]
    public async Task A_coupon_larger_than_the_goods_gives_a_negative_total()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(500, 5);
        var shopper = await scene.ShopperAsync();
        await scene.GiveCouponAsync(shopper, offMinor: 5_000);

        var quote = (await shopper.QuoteAsync((tea, 1))).Body;

        // The goods are free; freight is still to pay.
        Assert.Equal((0L, 800L, 800L), (quote.Minor("goods"), quote.Minor("freight"), quote.Minor("total")));
        Assert.All(quote.List("lines").Single().List("units"), unit => Assert.True(unit.GetProperty("amount").GetInt64() >= 0));
    }

    [Fact]
    public async Task Stock_is_decremented_before_the_duplicate_check_and_leaks()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(5_000, 20);
        var shopper = await scene.ShopperAsync();
        var quote = (await shopper.QuoteAsync((tea, 2))).Body.GetProperty("id").GetString()!;
        var key = Http.NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shopper.CheckoutAsync(quote, key, (tea, 2))));

        Assert.Single(answers.Select(answer => answer.Body.IdOf()).Distinct());
        Assert.Equal((18, 2, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task A_compensating_rollback_undersells()
    {
        var scene = await MallScene.OpenAsync(app);
        var (tea, cup) = (await scene.ListAsync(5_000, 10), await scene.ListAsync(5_000, 1));
        var shoppers = new List<Shopper>();
        for (var i = 0; i < 6; i++)
        {
            shoppers.Add(await scene.ShopperAsync());
        }

        // One gets both; for the others the cup is gone, and the tea that they could have had must be there for the next.
        var answers = await Task.WhenAll(shoppers.Select(shopper => shopper.TryBuyAsync((tea, 1), (cup, 1))));
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.Equal((9, 1, 0), await scene.StockAsync(tea));
        Assert.Equal((0, 1, 0), await scene.StockAsync(cup));
        Assert.Equal(HttpStatusCode.Created, (await shoppers[0].TryBuyAsync((tea, 9))).Status);
    }

    [Fact]
    public async Task News_out_of_order_late_and_twice_leaves_one_payment()
    {
        var (checkout, shopper, _) = await OverTwoStoresAsync();
        var paymentId = checkout.PaymentId();
        var total = checkout.GetProperty("payment").Minor("amount");

        // Settled first, then what came before it, from two channels and again.
        await TakeAsync(paymentId, "a", ChargeEvent.Settled, total);
        await TakeAsync(paymentId, "b", ChargeEvent.Failed, total);
        await TakeAsync(paymentId, "a", ChargeEvent.Authorized, total);
        await TakeAsync(paymentId, "b", ChargeEvent.Settled, total);
        await TakeAsync(paymentId, "a", ChargeEvent.Settled, total);
        await TakeAsync(paymentId, "b", ChargeEvent.Settled, total);

        Assert.Equal("settled", await shopper.PaymentStateAsync(paymentId));
        Assert.Equal(total, await MallScene.BalanceAsync(app, AccountKind.Escrow, checkout.IdOf()));
        Assert.Equal(total, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal(4, await app.InDb<MallDb, int>(db => db.PaymentNotices.CountAsync(notice => notice.PaymentId == paymentId, AppFixture.Ct)));
    }

    [Fact]
    public async Task Transfer_refused_on_split_orders()
    {
        await using var own = await app.OwnHostAsync();
        MallScene[] scenes = [await MallScene.OpenAsync(own), await MallScene.OpenAsync(own)];
        var shopper = await scenes[0].ShopperAsync();
        var checkout = await shopper.BuyAsync((await scenes[0].ListAsync(3_333), 1), (await scenes[1].ListAsync(6_667), 1));
        await shopper.PayAsync(checkout.PaymentId());
        var orders = checkout.List("orders").ToDictionary(order => order.IdOf("storeId"));
        foreach (var scene in scenes)
        {
            await scene.ReceiveAsync(shopper, orders[scene.StoreId]);
        }

        await own.CloseOrdersAsync();

        foreach (var scene in scenes)
        {
            // Each store may move its own part of the one payment, all of it and no more.
            var part = orders[scene.StoreId].Minor("total");
            Assert.Equal(part, await own.HoldsAsync(AccountKind.Merchant, scene.StoreId));
            Assert.Equal("mall.payout-too-much", (await Assert.ThrowsAsync<Refusal>(() => PayOutAsync(own, scene, part + 1))).Code);
            await PayOutAsync(own, scene, part);
        }

        await own.RunJobAsync("mall.send-payouts");
        await own.RunJobAsync("mall.ask-about-payouts");
        foreach (var scene in scenes)
        {
            Assert.Equal((0L, orders[scene.StoreId].Minor("total")), (await own.HoldsAsync(AccountKind.Merchant, scene.StoreId), await own.HoldsAsync(AccountKind.PaidOut, scene.StoreId)));
        }

        Assert.Equal(0, await own.HoldsAsync(AccountKind.Escrow, checkout.IdOf()));
        await own.AssertSoundAsync();
    }

    private static async Task PayOutAsync(AppFixture host, MallScene scene, long minor)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AskForPayout>().AskAsync(AccountKind.Merchant, scene.StoreId, "CNY", new(minor, "ICBC 6222 1234"), AppFixture.Ct);
    }

    [Fact]
    public async Task A_charge_of_one_provider_is_taken_for_that_of_another()
    {
        var (one, shopper, _) = await OverTwoStoresAsync();
        var (two, other, orders) = await OverTwoStoresAsync();
        await app.InDb<MallDb, int>(db => db.Payments.Where(p => p.Id == two.PaymentId()).ExecuteUpdateAsync(set => set.SetProperty(p => p.Provider, "stripe"), AppFixture.Ct));
        await using var scope = app.Services.CreateAsyncScope();
        var notices = scope.ServiceProvider.GetRequiredService<TakeNotice>();
        var charge = $"charge-{one.PaymentId()}";

        foreach (var checkout in new[] { one, two, two })
        {
            await notices.TakeAsync(new ProviderNotice(checkout.PaymentId(), charge, ChargeEvent.Settled, new Money(checkout.GetProperty("payment").Minor("amount"), "CNY")), AppFixture.Ct);
        }

        Assert.Equal(("settled", "settled"), (await shopper.PaymentStateAsync(one.PaymentId()), await other.PaymentStateAsync(two.PaymentId())));
        Assert.Equal(two.GetProperty("payment").Minor("amount"), await MallScene.BalanceAsync(app, AccountKind.Escrow, two.IdOf()));
        Assert.Equal("toShip", await other.OrderStateAsync(orders[0]));
    }

    private async Task TakeAsync(long paymentId, string channel, ChargeEvent news, long minor)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TakeNotice>().TakeAsync(
            new ProviderNotice(paymentId, $"{channel}-{paymentId}", news, new Money(minor, "CNY")), AppFixture.Ct);
    }

    private async Task<(JsonElement Checkout, Shopper Shopper, long[] Orders)> OverTwoStoresAsync()
    {
        var (one, two) = (await MallScene.OpenAsync(app), await MallScene.OpenAsync(app));
        var (tea, book) = (await one.ListAsync(3_333), await two.ListAsync(6_667));
        var shopper = await one.ShopperAsync();
        var checkout = await shopper.BuyAsync((tea, 1), (book, 1));
        return (checkout, shopper, [.. checkout.List("orders").Select(order => order.IdOf())]);
    }

    private async Task<(MallScene Scene, Shopper Shopper, JsonElement Order)> PairAsync()
    {
        var scene = await MallScene.OpenAsync(app);
        var (tea, cup) = await scene.ListPairAsync(1_001, 2_003);
        var (shopper, order) = await scene.PaidOrderAsync((tea, 2), (cup, 2));
        return (scene, shopper, order);
    }

    private static Task<Answer> SendAsync(MallScene scene, JsonElement order, long lineId, int units) => scene.Seller.Client.PostJsonAsync(
        $"/api/v1/orders/{order.IdOf()}/shipments", new { carrier = "SF", number = "1", lines = new[] { new { lineId = $"{lineId}", units } } }, Http.NewKey());

    private static Task<Answer> ApplyAsync(Shopper shopper, JsonElement order, long lineId, int units) => shopper.Client.PostJsonAsync(
        $"/api/v1/orders/{order.IdOf()}/after-sales", new { lineId = $"{lineId}", kind = "refundOnly", reason = "torn", units }, Http.NewKey());

    private static async Task RefundAsync(MallScene scene, Shopper shopper, JsonElement order, long lineId, int units)
    {
        var id = (await ApplyAsync(shopper, order, lineId, units)).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree");
    }
}

public sealed class KnownFaultsOnSqlite(OnSqlite app) : KnownFaultTests(app);

public sealed class KnownFaultsOnPostgres(OnPostgres app) : KnownFaultTests(app);
