using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Orders;

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
    public async Task Sums_of_money_are_led_by_an_index() => Assert.Empty(await app.InDb<MallDb, IReadOnlyList<string>>(async db =>
    [
        .. await db.FaultsOfAsync(db.Orders.Where(o => o.StoreId == 1 && OrderStates.InEscrow.Contains(o.State))),
        .. await db.FaultsOfAsync(db.Refunds.Where(r => r.OrderId == 1)),
        .. await db.FaultsOfAsync(db.LedgerEntries.Where(e => e.OrderId == 1)),
    ]));
}

public sealed class MoneyPageOnSqlite(OnSqlite app) : MoneyPageTests(app);

public sealed class MoneyPageOnPostgres(OnPostgres app) : MoneyPageTests(app);
