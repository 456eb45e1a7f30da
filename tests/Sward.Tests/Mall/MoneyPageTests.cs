using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Commissions;
using Sward.Mall.Orders;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Mall;

public abstract class MoneyPageTests(AppFixture app)
{
    [Fact]
    public async Task The_desk_sums_what_was_paid_by_day_and_what_is_held()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync(12_345);
        await scene.PaidOrderAsync((tea, 1));
        await own.MoveClockAsync(TimeSpan.FromDays(3));
        await scene.PaidOrderAsync((tea, 2));
        await (await scene.ShopperAsync()).BuyAsync((tea, 5));
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));

        var page = await scene.Seller.Client.GetStringAsync($"/desk/{scene.StoreId}/money", AppFixture.Ct);

        Assert.Equal(2, page.Split("370.35").Length - 1);
        var stranger = await own.SignUpAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync($"/desk/{scene.StoreId}/money", AppFixture.Ct)).StatusCode);
    }

    [Fact]
    public async Task The_operator_sees_money_in_refunds_and_commission_by_day()
    {
        await using var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Platform, 1_000);
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync(12_345);
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1));
        var (other, cancelled) = await scene.PaidOrderAsync((tea, 2));
        await own.MoveClockAsync(TimeSpan.FromDays(2));
        await other.Client.PostJsonAsync($"/api/v1/orders/{cancelled.IdOf()}/cancel");
        await scene.ReceiveAsync(shopper, order);
        await own.CloseOrdersAsync();
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        var keeper = await own.SignUpAsync();
        await FlashScene.MakeOperatorAsync(own, keeper);

        var plots = (await own.NewClient(keeper.Token).GetStringAsync("/operator/money", AppFixture.Ct)).Split("<figure")[1..];

        Assert.Equal(3, plots.Length);
        foreach (var (plot, title, minor) in plots.Zip(["Paid in by day, CNY", "Refunds by day, CNY", "commission by day, CNY"], ["370.35", "246.90", "12.35"]))
        {
            Assert.Contains(title, WebUtility.HtmlDecode(plot), StringComparison.Ordinal);
            // As the highest day, and in the table.
            Assert.Equal(2, plot[..plot.IndexOf("</figure>", StringComparison.Ordinal)].Split(minor).Length - 1);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await scene.Seller.Client.GetAsync("/operator/money", AppFixture.Ct)).StatusCode);
    }

    [Fact]
    public async Task Sums_of_money_are_led_by_an_index() => Assert.Empty(await app.InDb<MallDb, IReadOnlyList<string>>(async db =>
    [
        .. await db.FaultsOfAsync(db.Orders.Where(o => o.StoreId == 1 && OrderStates.InEscrow.Contains(o.State))),
        .. await db.FaultsOfAsync(db.Refunds.Where(r => r.OrderId == 1)),
        .. await db.FaultsOfAsync(db.LedgerEntries.Where(e => e.OrderId == 1)),
    ]));
}

public sealed class MoneyPageOnSqlite(OnSqlite app) : MoneyPageTests(app);

public sealed class MoneyPageOnPostgres(OnPostgres app) : MoneyPageTests(app);
