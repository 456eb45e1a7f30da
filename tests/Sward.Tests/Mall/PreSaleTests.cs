using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sward.Mall;
using Sward.Mall.Commissions;
using Sward.Mall.Ledger;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Mall;

public abstract class PreSaleTests(AppFixture app)
{
    /// <summary>The freight, and the price that the goods fell to: less than the deposit.</summary>
    private const long LessThanTheDeposit = PreSaleScene.FreightMinor + 100;

    [Fact]
    public async Task The_deposit_and_the_rest_are_what_the_order_costs_and_the_price_says_why()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var shopper = await scene.Store.ShopperAsync();

        var quote = (await shopper.Client.PostJsonAsync($"/api/v1/pre-sales/{scene.SaleId}/quote", new { quantity = 1 })).Body;
        Assert.Equal((PreSaleScene.DepositMinor, PreSaleScene.RestMinor), (quote.Minor("deposit"), quote.Minor("rest")));
        var bonus = quote.GetProperty("quote").List("steps").Single(step => step.GetProperty("why").GetString() is "deposit");
        Assert.Equal(PreSaleScene.DepositMinor - PreSaleScene.CountsAsMinor, bonus.Minor("amount"));

        var placed = await scene.OrderAsync(shopper);
        Assert.Equal(("deposit", PreSaleScene.DepositMinor), (placed.GetProperty("payment").GetProperty("part").GetString(), placed.GetProperty("payment").Minor("amount")));
        Assert.Equal("pendingDeposit", await shopper.OrderStateAsync(placed.OrderId()));
        await shopper.PayAsync(placed.PaymentId());
        var promised = (await shopper.OrderAsync(placed.OrderId())).Body;
        Assert.Equal(("pendingFinal", PreSaleScene.DepositMinor + PreSaleScene.RestMinor), (promised.StateOf(), promised.Minor("total")));
        Assert.Equal(PreSaleScene.RestMinor, promised.GetProperty("preSale").Minor("rest"));
        Assert.Equal((99, 1, 0), await scene.Store.StockAsync(scene.SkuId));

        Assert.Equal("mall.payment-early", (await PreSaleScene.PayRestAsync(shopper, placed.OrderId())).Code);
        await scene.TurnAsync(PreSaleScene.ForDeposits + PreSaleScene.Between);
        Assert.Equal("settled", (await PreSaleScene.PayRestAsync(shopper, placed.OrderId())).Body.StateOf());

        var paid = (await shopper.OrderAsync(placed.OrderId())).Body;
        Assert.Equal(["pendingDeposit", "pendingFinal", "paid", "toShip"], paid.List("log").Select(step => step.StateOf()));
        Assert.Equal((99, 0, 1), await scene.Store.StockAsync(scene.SkuId));
        await scene.AssertSoundAsync();
    }

    [Fact]
    public async Task The_stock_is_held_half_an_hour_for_the_deposit_and_then_until_the_window_of_the_rest_is_over()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var idle = await scene.Store.ShopperAsync();
        var lapsed = await scene.OrderAsync(idle);
        var (shopper, orderId) = await scene.PromisedAsync();

        await scene.TurnAsync(TimeSpan.FromMinutes(30));
        Assert.Equal("cancelled", await idle.OrderStateAsync(lapsed.OrderId()));
        Assert.Equal((99, 1, 0), await scene.Store.StockAsync(scene.SkuId));
        await scene.TurnAsync(PreSaleScene.ForDeposits + PreSaleScene.Between + PreSaleScene.ForRests - TimeSpan.FromMinutes(31));
        Assert.Equal((99, 1, 0), await scene.Store.StockAsync(scene.SkuId));
        Assert.Equal(0, await scene.StoreClaimAsync());

        await scene.TurnAsync(TimeSpan.FromMinutes(1));

        var order = (await shopper.OrderAsync(orderId)).Body;
        Assert.Equal(("cancelled", PreSaleScene.DepositMinor), (order.StateOf(), order.GetProperty("preSale").Minor("forfeited")));
        Assert.Equal((100, 0, 0), await scene.Store.StockAsync(scene.SkuId));
        Assert.Equal(PreSaleScene.DepositMinor, await scene.StoreClaimAsync());
        Assert.Equal((PreSaleScene.DepositMinor, 0, 0), await scene.MoneyOfAsync(shopper));
        await scene.AssertSoundAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_buyer_who_withdraws_loses_the_deposit_to_the_store_and_nothing_else(bool afterTheRest)
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var (shopper, orderId) = afterTheRest ? await scene.PaidAsync(quantity: 3) : await scene.PromisedAsync(quantity: 3);

        Assert.Equal("cancelled", (await PreSaleScene.CancelAsync(shopper.Person, orderId)).Body.StateOf());

        Assert.Equal("mall.order-state", (await PreSaleScene.CancelAsync(shopper.Person, orderId)).Code);
        var (paid, back, owed) = await scene.MoneyOfAsync(shopper);
        Assert.Equal((3 * PreSaleScene.DepositMinor, 0L), (paid - back, owed));
        Assert.Equal(3 * PreSaleScene.DepositMinor, await scene.StoreClaimAsync());
        Assert.Equal((100, 0, 0), await scene.Store.StockAsync(scene.SkuId));
        await scene.AssertSoundAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_cancels_gives_the_deposit_back_twice(bool afterTheRest)
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var (shopper, orderId) = afterTheRest ? await scene.PaidAsync() : await scene.PromisedAsync();

        Assert.Equal("cancelled", (await PreSaleScene.CancelAsync(scene.Store.Seller, orderId)).Body.StateOf());

        var (paid, back, owed) = await scene.MoneyOfAsync(shopper);
        Assert.Equal((paid, PreSaleScene.DepositMinor), (back, owed));
        Assert.Equal(-PreSaleScene.DepositMinor, await scene.StoreClaimAsync());
        var order = (await shopper.OrderAsync(orderId)).Body;
        var request = Assert.Single(order.List("afterSales"));
        Assert.Equal(("doubleDeposit", "done", paid + owed), (request.GetProperty("kind").GetString(), request.StateOf(), request.Minor("amount")));
        await scene.AssertSoundAsync();
    }

    /// <summary>What falls is given back once: whoever ends the order then gives back the rest of the money, and no more.</summary>
    /// <param name="lowest">The public price of one unit falls to this; the buyer paid 70.00 for the goods.</param>
    /// <param name="lost">What the buyer gets back less than was paid.</param>
    [Theory]
    [InlineData("buyer", 6_000, PreSaleScene.DepositMinor, 0)]
    [InlineData("buyer", 100, LessThanTheDeposit, 0)]
    [InlineData("store", 6_000, 0, PreSaleScene.DepositMinor)]
    [InlineData("store", 100, 0, PreSaleScene.DepositMinor)]
    [InlineData("late", 6_000, 0, PreSaleScene.DepositMinor)]
    public async Task After_the_price_guarantee_gave_something_back_an_order_can_still_be_ended(string by, long lowest, long lost, long owes)
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var (shopper, orderId) = await GuaranteedAsync(own, scene, lowest, quantity: 1);

        if (by is "late")
        {
            await scene.TurnAsync(PreSaleScene.ForRests + PreSaleScene.UntilLate);
            Assert.Equal(HttpStatusCode.Created, (await PreSaleScene.ClaimAsync(shopper, orderId)).Status);
        }
        else
        {
            Assert.Equal("cancelled", (await PreSaleScene.CancelAsync(by is "buyer" ? shopper.Person : scene.Store.Seller, orderId)).Body.StateOf());
        }

        Assert.Equal("cancelled", await shopper.OrderStateAsync(orderId));
        var (paid, back, owed) = await scene.MoneyOfAsync(shopper);
        Assert.Equal((lost, owes), (paid - back, owed));
        Assert.Equal(lost - owes, await scene.StoreClaimAsync());
        await scene.AssertSoundAsync();
    }

    [Fact]
    public async Task Late_units_of_an_order_sent_in_part_are_given_back_less_what_the_price_guarantee_gave()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var (shopper, orderId) = await GuaranteedAsync(own, scene, 6_000, quantity: 3);
        var line = (await shopper.OrderAsync(orderId)).Body.List("lines").Single();
        await scene.Store.Seller.Client.PostJsonAsync($"/api/v1/orders/{orderId}/shipments", new { carrier = "SF", number = "SF1", lines = new[] { new { lineId = $"{line.IdOf()}", units = 1 } } });

        await scene.TurnAsync(PreSaleScene.ForRests + PreSaleScene.UntilLate);
        Assert.Equal(HttpStatusCode.Created, (await PreSaleScene.ClaimAsync(shopper, orderId)).Status);

        var (paid, back, owed) = await scene.MoneyOfAsync(shopper);
        Assert.Equal(2 * PreSaleScene.DepositMinor, owed);
        // Of the unit that was sent, what the guarantee left of it is paid.
        Assert.Equal(line.List("units").First().GetProperty("amount").GetInt64() - 1_000, paid - back);
        await scene.AssertSoundAsync();
    }

    /// <summary>A paid order in a pre-sale at the public price, which has fallen since and was claimed for.</summary>
    private static async Task<(Shopper Shopper, long OrderId)> GuaranteedAsync(AppFixture host, PreSaleScene scene, long lowest, int quantity)
    {
        await scene.Store.Seller.Client.PatchJsonAsync($"/api/v1/stores/{scene.Store.StoreId}", new { guaranteesPrices = true });
        var (shopper, orderId) = await scene.PaidAsync(quantity);
        await host.MoveClockAsync(TimeSpan.FromMinutes(1));
        await scene.Store.SetPriceAsync(scene.SkuId, lowest);
        await host.MoveClockAsync(TimeSpan.FromMinutes(1));
        var claimed = await shopper.Client.PostJsonAsync($"/api/v1/orders/{orderId}/price-guarantee");
        Assert.Equal(quantity * (PreSaleScene.PriceMinor - PreSaleScene.CountsAsMinor + PreSaleScene.DepositMinor - lowest), claimed.Body.Minor("refunded"));
        return (shopper, orderId);
    }

    [Fact]
    public async Task What_a_store_owes_is_paid_out_to_the_buyer_however_little_it_is()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var (shopper, orderId) = await scene.PromisedAsync();
        Assert.Contains("No store owes you anything", await shopper.Client.GetStringAsync("/penalties", AppFixture.Ct), StringComparison.Ordinal);
        await PreSaleScene.CancelAsync(scene.Store.Seller, orderId);

        Assert.Equal(HttpStatusCode.Conflict, (await AskForPayoutAsync(shopper, "10.01")).StatusCode);
        await AskForPayoutAsync(shopper, "0.50");
        await own.RunJobAsync("mall.send-payouts");
        await own.RunJobAsync("mall.ask-about-payouts");

        Assert.Equal(PreSaleScene.DepositMinor - 50, (await scene.MoneyOfAsync(shopper)).Owed);
        Assert.Contains("9.50", await shopper.Client.GetStringAsync("/penalties", AppFixture.Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("0.50", await shopper.Client.GetStringAsync("/earnings", AppFixture.Ct), StringComparison.Ordinal);
        await scene.AssertSoundAsync();
    }

    private static Task<HttpResponseMessage> AskForPayoutAsync(Shopper shopper, string amount) => shopper.Client.PostAsync(
        "/penalties?handler=Payout&currency=CNY", new FormUrlEncodedContent([new("amount", amount), new("payee", "ICBC 6222 1234")]), AppFixture.Ct);

    [Fact]
    public async Task More_orders_than_units_would_be_noticed()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        await scene.PromisedAsync(quantity: 2);

        await own.InDb<MallDb, int>(db => db.PreSales.ExecuteUpdateAsync(set => set.SetProperty(s => s.Units, 1), AppFixture.Ct));

        var broken = await own.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct));
        Assert.Contains("no more than its units", Assert.Single(broken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_does_not_send_by_the_promised_day_gives_the_deposit_back_twice()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var (shopper, orderId) = await scene.PaidAsync();
        Assert.Equal("mall.pre-sale-in-time", (await PreSaleScene.ClaimAsync(shopper, orderId)).Code);

        await scene.TurnAsync(PreSaleScene.ForRests + PreSaleScene.UntilLate);
        var claimed = await PreSaleScene.ClaimAsync(shopper, orderId);

        Assert.Equal(("done", PreSaleScene.RestMinor + (2 * PreSaleScene.DepositMinor)), (claimed.Body.StateOf(), claimed.Body.Minor("amount")));
        Assert.Equal("mall.order-state", (await PreSaleScene.ClaimAsync(shopper, orderId)).Code);
        var (paid, back, owed) = await scene.MoneyOfAsync(shopper);
        Assert.Equal((paid, PreSaleScene.DepositMinor), (back, owed));
        Assert.Equal("cancelled", await shopper.OrderStateAsync(orderId));
        Assert.Equal((100, 0, 0), await scene.Store.StockAsync(scene.SkuId));
        await scene.AssertSoundAsync();
    }

    [Fact]
    public async Task Of_an_order_sent_in_part_only_what_is_late_is_given_back_and_doubled()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var (shopper, orderId) = await scene.PaidAsync(quantity: 3);
        var line = (await shopper.OrderAsync(orderId)).Body.List("lines").Single();
        var sent = await scene.Store.Seller.Client.PostJsonAsync($"/api/v1/orders/{orderId}/shipments", new { carrier = "SF", number = "SF1", lines = new[] { new { lineId = $"{line.IdOf()}", units = 1 } } });
        Assert.Equal(HttpStatusCode.Created, sent.Status);

        await scene.TurnAsync(PreSaleScene.ForRests + PreSaleScene.UntilLate);
        var claimed = await PreSaleScene.ClaimAsync(shopper, orderId);

        Assert.Equal((HttpStatusCode.Created, 2), (claimed.Status, claimed.Body.GetProperty("units").GetInt32()));
        Assert.Equal("shipped", await shopper.OrderStateAsync(orderId));
        var (paid, back, owed) = await scene.MoneyOfAsync(shopper);
        Assert.Equal(2 * PreSaleScene.DepositMinor, owed);
        Assert.Equal(line.List("units").First().GetProperty("amount").GetInt64(), paid - back);
        await scene.AssertSoundAsync();
    }

    [Fact]
    public async Task What_was_sent_in_time_is_an_order_like_any_other_and_its_deposit_is_a_part_of_the_price()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var (shopper, orderId) = await scene.PaidAsync();
        await scene.Store.ShipAsync((await shopper.OrderAsync(orderId)).Body);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{orderId}/receive");
        Assert.Equal("mall.order-state", (await PreSaleScene.ClaimAsync(shopper, orderId)).Code);

        await scene.TurnAsync(TimeSpan.FromDays(8));
        await own.RunJobAsync("mall.close-orders");

        Assert.Equal("closed", await shopper.OrderStateAsync(orderId));
        Assert.Equal(PreSaleScene.DepositMinor + PreSaleScene.RestMinor, await scene.StoreClaimAsync());
        await scene.AssertSoundAsync();
    }

    [Theory]
    [InlineData("late")]
    [InlineData("twice")]
    [InlineData("lost")]
    [InlineData("outOfOrder")]
    [InlineData("wrongAmount")]
    public async Task News_of_either_payment_may_go_wrong_as_that_of_every_payment(string outcome)
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var works = outcome is not ("late" or "wrongAmount");
        var shopper = await scene.Store.ShopperAsync();
        var placed = await scene.OrderAsync(shopper);

        await shopper.PayAsync(placed.PaymentId(), outcome);
        await scene.TurnAsync(TimeSpan.FromMinutes(2));
        await own.RunJobAsync("mall.ask-providers");
        Assert.Equal(works ? "pendingFinal" : "pendingDeposit", await shopper.OrderStateAsync(placed.OrderId()));
        await scene.TurnAsync(TimeSpan.FromMinutes(28));
        await scene.TurnAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(works ? "pendingFinal" : "cancelled", await shopper.OrderStateAsync(placed.OrderId()));
        var (paid, back, _) = await scene.MoneyOfAsync(shopper);
        Assert.Equal(works ? PreSaleScene.DepositMinor : 0, paid - back);

        var (other, orderId) = await scene.PromisedAsync();
        await scene.TurnAsync(PreSaleScene.ForDeposits + PreSaleScene.Between);
        await PreSaleScene.PayRestAsync(other, orderId, outcome);
        await scene.TurnAsync(TimeSpan.FromMinutes(2));
        await own.RunJobAsync("mall.ask-providers");
        Assert.Equal(works ? "toShip" : "pendingFinal", await other.OrderStateAsync(orderId));
        await scene.TurnAsync((await other.OrderAsync(orderId)).Body.GetProperty("preSale").GetProperty("finalUntil").GetDateTimeOffset() - own.Clock.GetUtcNow());
        await scene.TurnAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(works ? "toShip" : "cancelled", await other.OrderStateAsync(orderId));
        (paid, back, _) = await scene.MoneyOfAsync(other);
        Assert.Equal(PreSaleScene.DepositMinor + (works ? PreSaleScene.RestMinor : 0), paid - back);
        await scene.AssertSoundAsync();
    }

    [Fact]
    public async Task Buyer_and_store_are_told_once_what_is_due()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var (shopper, _) = await scene.PromisedAsync();
        await scene.TurnAsync(PreSaleScene.ForDeposits + PreSaleScene.Between - TimeSpan.FromMinutes(1));
        await own.DeliverFactsAsync();
        Assert.Empty(await KindsAsync(shopper.Person));
        Assert.Equal(["depositPaid"], await KindsAsync(scene.Store.Seller));

        await scene.TurnAsync(TimeSpan.FromMinutes(1));
        await own.DeliverFactsAsync();
        Assert.Equal(["restDue"], await KindsAsync(shopper.Person));

        await scene.TurnAsync(PreSaleScene.ForRests - TimeSpan.FromDays(1));
        await own.DeliverFactsAsync();
        Assert.Equal(["restClosing", "restDue"], await KindsAsync(shopper.Person));

        await scene.TurnAsync(TimeSpan.FromDays(1));
        await own.DeliverFactsAsync();
        Assert.Equal(["orderCancelled", "restClosing", "restDue"], await KindsAsync(shopper.Person));
    }

    private static async Task<List<string?>> KindsAsync(Person who) =>
        [.. (await who.Client.GetJsonAsync("/api/v1/notices?kind=orders")).Items().Select(notice => notice.GetProperty("kind").GetString())];

    [Theory]
    [InlineData(5, 100)]
    [InlineData(100, 5)]
    public async Task As_many_get_a_unit_as_the_pre_sale_and_the_shelf_have(int units, int onHand)
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own, units, onHand);
        Assert.Equal(5, (await own.Visitor.GetJsonAsync($"/api/v1/pre-sales/{scene.SaleId}")).Body.GetProperty("left").GetInt32());
        await RaceAsync(scene, [own]);
        Assert.Equal(0, (await own.Visitor.GetJsonAsync($"/api/v1/pre-sales/{scene.SaleId}")).Body.GetProperty("left").GetInt32());
    }

    [Fact]
    public async Task The_same_key_orders_once_and_another_price_is_refused()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        var (shopper, key) = (await scene.Store.ShopperAsync(), Http.NewKey());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.TryOrderAsync(shopper, key: key)));
        Assert.Single(answers.Select(answer => answer.Body.IdOf()).Distinct());
        Assert.Equal((99, 1, 0), await scene.Store.StockAsync(scene.SkuId));

        var body = new { quantity = 1, addressId = $"{shopper.AddressId}", quoteId = "seen-elsewhere" };
        Assert.Equal("mall.price-changed", (await shopper.Client.PostJsonAsync($"/api/v1/pre-sales/{scene.SaleId}/orders", body, Http.NewKey())).Code);
    }

    [Fact]
    public async Task Only_in_its_window_does_it_take_orders_and_only_before_it_can_it_be_called_off()
    {
        await using var own = await app.OwnHostAsync();
        var store = await MallScene.OpenAsync(own);
        var skuId = await store.ListAsync(PreSaleScene.PriceMinor);
        var made = await store.Seller.Client.PostJsonAsync($"/api/v1/stores/{store.StoreId}/pre-sales", PreSaleScene.BodyOf(own, skuId, startsIn: TimeSpan.FromHours(1)), Http.NewKey());
        var scene = new PreSaleScene(own, store, skuId, made.Body.IdOf());
        var shopper = await store.ShopperAsync();
        Assert.Equal("mall.pre-sale-not-open", (await scene.TryOrderAsync(shopper)).Code);
        Assert.Equal("mall.pre-sale-overlaps", (await store.Seller.Client.PostJsonAsync($"/api/v1/stores/{store.StoreId}/pre-sales", PreSaleScene.BodyOf(own, skuId))).Code);

        Assert.Equal(HttpStatusCode.NoContent, (await store.Seller.Client.DeleteJsonAsync($"/api/v1/pre-sales/{scene.SaleId}")).Status);
        await scene.TurnAsync(TimeSpan.FromHours(1));
        Assert.Equal("mall.pre-sale-not-open", (await scene.TryOrderAsync(shopper)).Code);

        var again = await PreSaleScene.OpenAsync(own);
        await again.PromisedAsync();
        Assert.Equal("mall.pre-sale-begun", (await again.Store.Seller.Client.DeleteJsonAsync($"/api/v1/pre-sales/{again.SaleId}")).Code);
        await again.TurnAsync(PreSaleScene.ForDeposits);
        Assert.Equal("mall.pre-sale-not-open", (await again.TryOrderAsync(shopper)).Code);
    }

    [Theory]
    [InlineData(8_000, 1_601, 4_000, 5, "mall.deposit-too-high")]
    [InlineData(8_000, 0, 1_000, 5, "mall.deposit-too-high")]
    [InlineData(8_000, 1_600, 1_599, 5, "mall.deposit-counts-as")]
    [InlineData(8_000, 1_600, 8_000, 5, "mall.deposit-counts-as")]
    [InlineData(8_001, 1_600, 4_000, 5, "mall.pre-sale-price")]
    [InlineData(8_000, 1_600, 4_000, -2, "mall.pre-sale-times")]
    [InlineData(8_000, 1_600, 4_000, 90, "mall.pre-sale-times")]
    public async Task What_the_law_or_sense_forbids_is_refused(long price, long deposit, long countsAs, int shipDays, string code)
    {
        var store = await MallScene.OpenAsync(app);
        var skuId = await store.ListAsync(PreSaleScene.PriceMinor);

        var answer = await store.Seller.Client.PostJsonAsync($"/api/v1/stores/{store.StoreId}/pre-sales", PreSaleScene.BodyOf(app, skuId, 1, price, deposit, countsAs, shipDays: shipDays));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.Status, answer.Code));
        Assert.Empty((await store.Seller.Client.GetJsonAsync($"/api/v1/stores/{store.StoreId}/pre-sales")).Items());
    }

    [Fact]
    public async Task To_outsiders_neither_the_desk_nor_the_order_nor_its_payments_exist()
    {
        var scene = await PreSaleScene.OpenAsync(app);
        var (_, orderId) = await scene.PromisedAsync();
        var outsider = await scene.Store.ShopperAsync();
        var url = $"/api/v1/stores/{scene.Store.StoreId}/pre-sales";

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync(url, PreSaleScene.BodyOf(app, scene.SkuId))).Status);
        Assert.Equal("mall.store-not-found", (await outsider.Client.PostJsonAsync(url, PreSaleScene.BodyOf(app, scene.SkuId))).Code);
        Assert.Equal("mall.store-not-found", (await outsider.Client.GetJsonAsync(url)).Code);
        Assert.Equal("mall.store-not-found", (await outsider.Client.DeleteJsonAsync($"/api/v1/pre-sales/{scene.SaleId}")).Code);
        Assert.Equal("mall.order-not-found", (await PreSaleScene.CancelAsync(outsider.Person, orderId)).Code);
        Assert.Equal("mall.order-not-found", (await PreSaleScene.ClaimAsync(outsider, orderId)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.OrderAsync(orderId)).Status);
        var paymentIds = await app.InDb<MallDb, List<long>>(db => db.Payments.Where(p => db.Orders.Any(o => o.Id == orderId && o.PurchaseId == p.PurchaseId)).Select(p => p.Id).ToListAsync(AppFixture.Ct));
        Assert.Equal(2, paymentIds.Count);
        foreach (var paymentId in paymentIds)
        {
            Assert.Equal("mall.payment-not-found", (await outsider.PayAsync(paymentId)).Code);
        }

        // The seller may not claim in the buyer's place either.
        Assert.Equal("mall.not-yours", (await PreSaleScene.ClaimAsync(new Shopper(scene.Store.Seller, 0), orderId)).Code);
    }

    [Fact]
    public async Task A_lost_deposit_stands_on_the_statement_without_commission_and_the_penalty_against_it()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await PreSaleScene.OpenAsync(own);
        await own.AddRateAsync(CommissionKind.Platform, 1_000);
        var (shopper, lost) = await scene.PromisedAsync(quantity: 2);
        await PreSaleScene.CancelAsync(shopper.Person, lost);
        var (_, failed) = await scene.PromisedAsync();
        await PreSaleScene.CancelAsync(scene.Store.Seller, failed);

        await own.MoveClockAsync(TimeSpan.FromDays(32));
        await own.RunJobAsync("mall.make-statements");

        var storeId = scene.Store.StoreId;
        var items = await own.InDb<MallDb, List<(EntryKind, long, long)>>(async db => [.. (await db.Statements.Where(s => s.StoreId == storeId).SelectMany(s => s.Items).OrderBy(i => i.EntryId).ToListAsync(AppFixture.Ct))
            .Select(item => (item.Kind, item.CommissionMinor, item.NetMinor))]);
        Assert.Equal([(EntryKind.Forfeited, 0, 2 * PreSaleScene.DepositMinor), (EntryKind.Penalized, 0, -PreSaleScene.DepositMinor)], items);
        await scene.AssertSoundAsync();
    }

    /// <summary>24 buyers, five units, over as many hosts as there are; who gets one pays the deposit at once.</summary>
    private protected static async Task RaceAsync(PreSaleScene scene, IReadOnlyList<AppFixture> hosts)
    {
        var shoppers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => scene.Store.ShopperAsync()));

        var outcomes = await Task.WhenAll(shoppers.Select(async (shopper, n) =>
        {
            var client = hosts[n % hosts.Count].NewClient(shopper.Person.Token);
            var placed = await scene.TryOrderAsync(shopper, client: client);
            return placed.Status is HttpStatusCode.Created
                ? (await client.PostJsonAsync($"/api/v1/payments/{placed.Body.PaymentId()}/sandbox", new { outcome = "succeed" })).Body.StateOf()
                : placed.Code;
        }));

        Assert.Equal((5, 19), (outcomes.Count(outcome => outcome is "settled"), outcomes.Count(outcome => outcome is "mall.sold-out")));
        Assert.Equal(5, (await scene.Store.StockAsync(scene.SkuId)).Held);
        await scene.AssertSoundAsync();
    }
}

public sealed class PreSaleOnSqlite(OnSqlite app) : PreSaleTests(app);

public sealed class PreSaleOnPostgres(OnPostgres app) : PreSaleTests(app)
{
    private readonly OnPostgres app = app;

    [Fact]
    public async Task Two_hosts_on_one_database_promise_no_unit_twice()
    {
        await using var first = await app.OwnHostAsync();
        var database = first.Services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")!;
        await using var second = await app.OwnHostAsync(settings => settings["ConnectionStrings:Postgres"] = database);
        await RaceAsync(await PreSaleScene.OpenAsync(first, units: 5), [first, second]);
    }
}
