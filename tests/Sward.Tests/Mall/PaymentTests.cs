using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Ledger;
using Sward.Mall.Payments;
using Sward.Mall.Stock;

namespace Sward.Tests.Mall;

public abstract class PaymentTests(AppFixture app)
{
    [Theory]
    [InlineData("succeed")]
    [InlineData("outOfOrder")]
    public async Task Paying_sells_the_stock_and_lets_the_seller_ship(string outcome)
    {
        var (scene, tea, shopper, checkout) = await UnpaidAsync(app);

        var answer = await shopper.PayAsync(checkout.PaymentId, outcome);

        Assert.Equal((HttpStatusCode.OK, "settled"), (answer.Status, answer.Body.StateOf()));
        Assert.Equal("toShip", await shopper.OrderStateAsync(checkout.OrderId));
        Assert.Equal((8, 0, 2), await scene.StockAsync(tea));
        Assert.Equal(checkout.Total, await MallScene.BalanceAsync(app, AccountKind.Escrow, checkout.Id));
        Assert.Equal(-checkout.Total, await MallScene.BalanceAsync(app, AccountKind.Buyer, shopper.Person.Id));
    }

    [Fact]
    public async Task A_failed_attempt_changes_nothing_and_may_be_followed_by_another()
    {
        var (scene, tea, shopper, checkout) = await UnpaidAsync(app);

        Assert.Equal("failed", (await shopper.PayAsync(checkout.PaymentId, "fail")).Body.StateOf());
        Assert.Equal("pendingPayment", await shopper.OrderStateAsync(checkout.OrderId));
        Assert.Equal((8, 2, 0), await scene.StockAsync(tea));
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Buyer, shopper.Person.Id));

        Assert.Equal("settled", (await shopper.PayAsync(checkout.PaymentId)).Body.StateOf());
    }

    [Fact]
    public async Task A_second_charge_is_given_back_by_itself_and_news_told_twice_counts_once()
    {
        var (_, _, shopper, checkout) = await UnpaidAsync(app);

        var answer = await shopper.PayAsync(checkout.PaymentId, "twice");

        Assert.Equal("settled", answer.Body.StateOf());
        Assert.Equal(-2 * checkout.Total, await MallScene.BalanceAsync(app, AccountKind.Buyer, shopper.Person.Id));
        Assert.Equal(checkout.Total, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal(checkout.Total, await MallScene.BalanceAsync(app, AccountKind.Escrow, checkout.Id));
        Assert.Equal("toShip", await shopper.OrderStateAsync(checkout.OrderId));
    }

    [Fact]
    public async Task A_wrong_amount_is_given_back_and_pays_nothing()
    {
        var (scene, tea, shopper, checkout) = await UnpaidAsync(app);

        var answer = await shopper.PayAsync(checkout.PaymentId, "wrongAmount");

        Assert.Equal("failed", answer.Body.StateOf());
        Assert.Equal("pendingPayment", await shopper.OrderStateAsync(checkout.OrderId));
        Assert.Equal((8, 2, 0), await scene.StockAsync(tea));
        Assert.Equal(checkout.Total - 1, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Escrow, checkout.Id));
    }

    [Fact]
    public async Task A_charge_in_another_currency_is_booked_and_given_back_in_its_own()
    {
        var (_, _, shopper, checkout) = await UnpaidAsync(app);
        await using var scope = app.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<TakeNotice>().TakeAsync(
            new ProviderNotice(checkout.PaymentId, $"yen-{checkout.Id}", ChargeEvent.Settled, new Money(checkout.Total, "JPY")), AppFixture.Ct);

        Assert.Equal("pendingPayment", await shopper.OrderStateAsync(checkout.OrderId));
        Assert.Equal(["JPY", "JPY", "JPY", "JPY"], await app.InDb<MallDb, string[]>(async db =>
        [
            .. await db.PaymentNotices.Where(n => n.PaymentId == checkout.PaymentId).Select(n => n.Currency).ToListAsync(AppFixture.Ct),
            .. await db.Refunds.Where(r => r.PaymentId == checkout.PaymentId).Select(r => r.Currency).ToListAsync(AppFixture.Ct),
            .. await db.LedgerEntries.Where(e => e.PurchaseId == checkout.Id).Select(e => e.Currency).ToListAsync(AppFixture.Ct),
        ]));
    }

    [Fact]
    public async Task News_that_is_lost_is_asked_for()
    {
        await using var own = await app.OwnHostAsync();
        var (_, _, shopper, checkout) = await UnpaidAsync(own);

        Assert.Equal("pending", (await shopper.PayAsync(checkout.PaymentId, "lost")).Body.StateOf());
        await own.RunJobAsync("mall.ask-providers");
        Assert.Equal("pending", await shopper.PaymentStateAsync(checkout.PaymentId));

        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await own.RunJobAsync("mall.ask-providers");
        Assert.Equal("settled", await shopper.PaymentStateAsync(checkout.PaymentId));
        Assert.Equal("toShip", await shopper.OrderStateAsync(checkout.OrderId));
    }

    [Fact]
    public async Task Before_a_purchase_expires_the_provider_is_asked_once_more()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, tea, shopper, checkout) = await UnpaidAsync(own);
        await shopper.PayAsync(checkout.PaymentId, "lost");
        await own.MoveClockAsync(TimeSpan.FromMinutes(31));

        await own.RunJobAsync("mall.expire-orders");

        Assert.Equal("toShip", await shopper.OrderStateAsync(checkout.OrderId));
        Assert.Equal((8, 0, 2), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Time_that_runs_out_gives_the_stock_back_and_late_money_goes_back_too()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, tea, shopper, checkout) = await UnpaidAsync(own);
        await shopper.PayAsync(checkout.PaymentId, "late");

        await own.MoveClockAsync(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.expire-orders");
        Assert.Equal((8, 2, 0), await scene.StockAsync(tea));

        await own.MoveClockAsync(TimeSpan.FromSeconds(1));
        await own.RunJobAsync("mall.expire-orders");
        Assert.Equal("cancelled", await shopper.OrderStateAsync(checkout.OrderId));
        Assert.Equal("expired", await shopper.PaymentStateAsync(checkout.PaymentId));
        Assert.Equal((10, 0, 0), await scene.StockAsync(tea));

        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await own.RunJobAsync("mall.tell-late-sandbox-charges");
        Assert.Equal("refunded", await shopper.PaymentStateAsync(checkout.PaymentId));
        Assert.Equal("cancelled", await shopper.OrderStateAsync(checkout.OrderId));
        Assert.Equal((10, 0, 0), await scene.StockAsync(tea));
        Assert.Equal(checkout.Total, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        Assert.Empty(await BrokenAsync(own));
    }

    [Fact]
    public async Task One_purchase_that_cannot_be_closed_does_not_hold_up_the_next()
    {
        await using var own = await app.OwnHostAsync();
        var (_, _, _, broken) = await UnpaidAsync(own);
        var (scene, tea, shopper, checkout) = await UnpaidAsync(own);
        await own.InDb<MallDb, int>(db => db.Holds.Where(h => h.OrderId == broken.OrderId).ExecuteUpdateAsync(set => set.SetProperty(h => h.State, HoldState.Sold), AppFixture.Ct));
        await own.MoveClockAsync(TimeSpan.FromMinutes(30));

        await own.RunJobAsync("mall.expire-orders");

        Assert.Equal("cancelled", await shopper.OrderStateAsync(checkout.OrderId));
        Assert.Equal((10, 0, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Everything_that_is_overdue_is_closed_in_one_run()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, shopper) = (await scene.ListAsync(5_000, 205), await scene.ShopperAsync());
        for (var i = 0; i < 205; i++)
        {
            await shopper.BuyAsync((tea, 1));
        }

        await own.MoveClockAsync(TimeSpan.FromMinutes(30));
        await own.RunJobAsync("mall.expire-orders");

        Assert.Equal((205, 0, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Money_that_came_after_the_end_is_given_back_though_its_news_was_lost()
    {
        await using var own = await app.OwnHostAsync();
        var (_, _, shopper, checkout) = await UnpaidAsync(own);
        await own.MoveClockAsync(TimeSpan.FromMinutes(30));
        await own.RunJobAsync("mall.expire-orders");
        await shopper.PayAsync(checkout.PaymentId, "lost");
        await own.MoveClockAsync(TimeSpan.FromDays(2));

        await own.RunJobAsync("mall.ask-about-ended-payments");

        Assert.Equal("refunded", await shopper.PaymentStateAsync(checkout.PaymentId));
        Assert.Equal(checkout.Total, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        Assert.Empty(await BrokenAsync(own));
    }

    [Fact]
    public async Task Paying_what_was_cancelled_is_given_back()
    {
        var (scene, tea, shopper, checkout) = await UnpaidAsync(app);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{checkout.OrderId}/cancel");

        Assert.Equal("refunded", (await shopper.PayAsync(checkout.PaymentId)).Body.StateOf());
        Assert.Equal("refunded", (await shopper.PayAsync(checkout.PaymentId)).Body.StateOf());
        Assert.Equal("cancelled", await shopper.OrderStateAsync(checkout.OrderId));
        Assert.Equal((10, 0, 0), await scene.StockAsync(tea));
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Escrow, checkout.Id));
    }

    [Fact]
    public async Task Ten_payments_at_once_pay_once()
    {
        var (scene, tea, shopper, checkout) = await UnpaidAsync(app);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shopper.PayAsync(checkout.PaymentId)));

        Assert.Equal(checkout.Total, await MallScene.BalanceAsync(app, AccountKind.Escrow, checkout.Id));
        Assert.Equal(9 * checkout.Total, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal((8, 0, 2), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Paying_and_cancelling_at_once_leave_one_of_the_two()
    {
        for (var round = 0; round < 5; round++)
        {
            var (scene, tea, shopper, checkout) = await UnpaidAsync(app);

            await Task.WhenAll(shopper.PayAsync(checkout.PaymentId), shopper.Client.PostJsonAsync($"/api/v1/orders/{checkout.OrderId}/cancel"));

            // Whoever was first: a cancelled order has given its money and its stock back.
            var cancelled = await shopper.OrderStateAsync(checkout.OrderId) is "cancelled";
            Assert.Equal(cancelled ? (10, 0, 0) : (8, 0, 2), await scene.StockAsync(tea));
            Assert.Equal(cancelled ? 0 : checkout.Total, await MallScene.BalanceAsync(app, AccountKind.Escrow, checkout.Id));
        }
    }

    [Fact]
    public async Task A_stranger_neither_sees_nor_pays_a_payment()
    {
        var (scene, _, shopper, checkout) = await UnpaidAsync(app);
        var stranger = await scene.ShopperAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetJsonAsync($"/api/v1/payments/{checkout.PaymentId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PayAsync(checkout.PaymentId)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Seller.Client.GetJsonAsync($"/api/v1/payments/{checkout.PaymentId}")).Status);
        Assert.Equal("created", await shopper.PaymentStateAsync(checkout.PaymentId));
    }

    [Fact]
    public async Task Decided_refunds_are_sent_once()
    {
        var (_, _, shopper, checkout) = await UnpaidAsync(app);
        await shopper.PayAsync(checkout.PaymentId, "twice");

        await app.RunJobAsync("mall.send-refunds");

        Assert.Equal([true], await app.InDb<MallDb, List<bool>>(db => db.Refunds.Where(r => r.PaymentId == checkout.PaymentId).Select(r => r.SentAt != null).ToListAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task A_refund_that_cannot_be_sent_does_not_hold_up_the_next()
    {
        await using var own = await app.OwnHostAsync();
        var (_, _, first, unknown) = await UnpaidAsync(own);
        var (_, _, second, checkout) = await UnpaidAsync(own);
        await first.PayAsync(unknown.PaymentId, "twice");
        await second.PayAsync(checkout.PaymentId, "twice");
        await own.InDb<MallDb, int>(db => db.Payments.Where(p => p.Id == unknown.PaymentId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Provider, "gone"), AppFixture.Ct));

        await own.RunJobAsync("mall.send-refunds");

        Assert.Equal([checkout.PaymentId], await own.InDb<MallDb, List<long>>(db => db.Refunds.Where(r => r.SentAt != null).Select(r => r.PaymentId).ToListAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task A_public_site_does_not_start_on_the_sandbox_unless_it_says_so()
    {
        await Assert.ThrowsAsync<OptionsValidationException>(() => app.OwnHostAsync(settings => settings["Site:PublicUrl"] = "https://shop.example"));

        await using var trial = await app.OwnHostAsync(settings =>
        {
            settings["Site:PublicUrl"] = "https://shop.example";
            settings["Mall:SandboxInPublic"] = "true";
        });
    }

    [Fact]
    public async Task The_pay_page_works_without_script()
    {
        var (_, _, shopper, checkout) = await UnpaidAsync(app);
        var url = (await shopper.Client.GetJsonAsync($"/api/v1/payments/{checkout.PaymentId}")).Body.GetProperty("payUrl").GetString()!;
        using var page = await shopper.Client.GetAsync(url, AppFixture.Ct);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("name=\"outcome\"", await page.Content.ReadAsStringAsync(AppFixture.Ct), StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("outcome", "Succeed")]);
        using var paid = await shopper.Client.PostAsync(url, form, AppFixture.Ct);

        Assert.Equal("settled", await shopper.PaymentStateAsync(checkout.PaymentId));
    }

    private static async Task<(MallScene Scene, long Tea, Shopper Shopper, Unpaid Checkout)> UnpaidAsync(AppFixture host)
    {
        var scene = await MallScene.OpenAsync(host);
        var tea = await scene.ListAsync(5_000, 10);
        var shopper = await scene.ShopperAsync();
        var checkout = await shopper.BuyAsync((tea, 2));
        return (scene, tea, shopper, new(checkout.IdOf(), checkout.PaymentId(), checkout.OrderId(), checkout.GetProperty("payment").Minor("amount")));
    }

    private static Task<IReadOnlyList<string>> BrokenAsync(AppFixture host) => host.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct));

    private sealed record Unpaid(long Id, long PaymentId, long OrderId, long Total);
}

public sealed class PaymentsOnSqlite(OnSqlite app) : PaymentTests(app);

public sealed class PaymentsOnPostgres(OnPostgres app) : PaymentTests(app);
