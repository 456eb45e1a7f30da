using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Contracts.Mall;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Wants;
using Sward.Tests.Notes;

namespace Sward.Tests.Mall;

public abstract class TellWantersTests(AppFixture app)
{
    [Fact]
    public async Task Back_in_stock_is_told_once_and_leads_to_the_product()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000, 0);
        var wanter = await scene.WanterAsync(tea);
        await scene.TellAsync();
        Assert.Empty(await WantScene.ToldAsync(wanter));

        await scene.StockAsync(tea, 5);
        await scene.TellAsync();
        var notice = Assert.Single((await wanter.Client.GetJsonAsync("/api/v1/notices?kind=wants")).Items());
        Assert.Equal(
            ("backInStock", "Tea is back in stock", $"/products/{await scene.ProductOfAsync(tea)}"),
            (notice.GetProperty("kind").GetString(), notice.GetProperty("text").GetString(), notice.GetProperty("url").GetString()));

        await scene.StockAsync(tea, 0);
        await scene.TellAsync();
        await scene.StockAsync(tea, 5);
        await scene.TellAsync();
        Assert.Single(await WantScene.ToldAsync(wanter));
    }

    [Fact]
    public async Task What_was_there_when_it_was_wanted_is_told_only_after_it_was_gone()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000, 5);
        var wanter = await scene.WanterAsync(tea);
        await scene.TellAsync();
        Assert.Empty(await WantScene.ToldAsync(wanter));

        await scene.StockAsync(tea, 0);
        await scene.TellAsync();
        Assert.Empty(await WantScene.ToldAsync(wanter));
        await scene.StockAsync(tea, 1);
        await scene.TellAsync();
        Assert.Equal(["backInStock"], await WantScene.ToldAsync(wanter));
    }

    [Fact]
    public async Task Units_that_a_cancelled_order_gives_back_are_back_and_what_is_paid_is_wanted_no_more()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000, 1);
        var first = await scene.Store.ShopperAsync();
        var order = await first.BuyAsync((tea, 1));
        var second = await scene.Store.ShopperAsync();
        await WantScene.WantAsync(second.Person, tea);
        await first.Client.PostJsonAsync($"/api/v1/orders/{order.OrderId()}/cancel");
        await scene.TellAsync();
        Assert.Equal(["backInStock"], await WantScene.ToldAsync(second.Person));

        await MallScene.PaidOrderAsync(second, (tea, 1));
        await app.DeliverFactsAsync();
        Assert.Empty((await second.Client.GetJsonAsync("/api/v1/wants")).Items());
        await scene.Store.EditPriceAsync(tea, 5_000);
        await scene.TellAsync();
        Assert.Equal(["backInStock"], await WantScene.ToldAsync(second.Person));
    }

    [Fact]
    public async Task A_price_below_the_one_of_then_is_told_once()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000);
        var wanter = await scene.WanterAsync(tea);
        foreach (var (minor, told) in new[] { (12_000, 0), (10_000, 0), (9_999, 1), (12_000, 1), (5_000, 1) })
        {
            await scene.Store.EditPriceAsync(tea, minor);
            await scene.TellAsync();
            Assert.Equal(Enumerable.Repeat("priceDropped", told), await WantScene.ToldAsync(wanter));
        }

        var late = await scene.WanterAsync(tea);
        await scene.TellAsync();
        Assert.Empty(await WantScene.ToldAsync(late));
    }

    [Fact]
    public async Task A_price_that_nobody_can_pay_waits_for_the_goods()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000, 0);
        var wanter = await scene.WanterAsync(tea);
        await scene.Store.EditPriceAsync(tea, 9_000);
        await scene.TellAsync();
        Assert.Empty(await WantScene.ToldAsync(wanter));

        await scene.StockAsync(tea, 3);
        await scene.TellAsync();
        Assert.Equal(["backInStock", "priceDropped"], (await WantScene.ToldAsync(wanter)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_sale_is_told_when_it_starts_to_those_who_wanted_it_before()
    {
        await using var own = await app.OwnHostAsync();
        var sale = await FlashScene.PlanAsync(own, units: 5);
        var scene = new WantScene(own, sale.Store);
        var early = await scene.WanterAsync(sale.SkuId);
        await scene.TellAsync();
        Assert.Empty(await WantScene.ToldAsync(early));

        await sale.TurnAsync(FlashScene.UntilStart);
        var late = await scene.WanterAsync(sale.SkuId);
        await scene.TellAsync();
        Assert.Equal(["saleStarted"], await WantScene.ToldAsync(early));
        Assert.Empty(await WantScene.ToldAsync(late));

        await sale.TurnAsync(FlashScene.Length);
        await scene.TellAsync();
        Assert.Equal(["saleStarted"], await WantScene.ToldAsync(early));
    }

    [Fact]
    public async Task Goods_that_are_off_sale_tell_nobody_until_they_are_on_sale_again()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000, 0);
        var wanter = await scene.WanterAsync(tea);
        await scene.PutOnSaleAsync(tea, onSale: false);
        await scene.StockAsync(tea, 5);
        await scene.Store.EditPriceAsync(tea, 9_000);
        await scene.TellAsync();
        Assert.Empty(await WantScene.ToldAsync(wanter));

        await scene.PutOnSaleAsync(tea, onSale: true);
        await scene.TellAsync();
        Assert.Equal(["backInStock", "priceDropped"], (await WantScene.ToldAsync(wanter)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whom_the_seller_blocked_or_who_blocked_the_seller_hears_nothing()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000, 0);
        var (blocked, blocks, reader) = (await scene.WanterAsync(tea), await scene.WanterAsync(tea), await scene.WanterAsync(tea));
        await scene.Store.Seller.BlockAsync(blocked);
        await blocks.BlockAsync(scene.Store.Seller);
        await app.DeliverFactsAsync();

        await scene.StockAsync(tea, 5);
        await scene.TellAsync();

        Assert.Empty(await WantScene.ToldAsync(blocked));
        Assert.Empty(await WantScene.ToldAsync(blocks));
        Assert.Single(await WantScene.ToldAsync(reader));
    }

    [Fact]
    public async Task Taken_back_it_tells_nothing_and_wanted_anew_it_begins_anew()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000);
        var wanter = await scene.WanterAsync(tea);
        await wanter.Client.DeleteJsonAsync($"/api/v1/wants/{tea}");
        await scene.Store.EditPriceAsync(tea, 9_000);
        await scene.TellAsync();
        Assert.Empty(await WantScene.ToldAsync(wanter));

        await WantScene.WantAsync(wanter, tea);
        await scene.Store.EditPriceAsync(tea, 8_000);
        await scene.TellAsync();
        Assert.Equal(["priceDropped"], await WantScene.ToldAsync(wanter));
    }

    [Fact]
    public async Task Many_are_told_in_batches_and_by_two_nodes_at_once_still_each_once()
    {
        const int Many = 950;
        await using var own = await app.OwnHostAsync();
        var scene = await WantScene.OpenAsync(own);
        var tea = await scene.Store.ListAsync(10_000);
        await own.InDb<MallDb, int>(db =>
        {
            var ids = own.Services.GetRequiredService<Ids>();
            db.Wants.AddRange(Enumerable.Range(1, Many).Select(n => new Want { Id = ids.Next(), AccountId = 1_000_000 + n, SkuId = tea, PriceMinor = 10_000 + n, Stock = StockWatch.Gone, At = own.Clock.GetUtcNow() }));
            return db.SaveChangesAsync(AppFixture.Ct);
        });

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => own.RunJobAsync("mall.tell-wanters")));
        // What two nodes got in each other's way with is left to the next run.
        await own.RunJobAsync("mall.tell-wanters");

        var facts = await own.FactsAsync<WantAnswered>();
        Assert.Equal((Many, Many), (facts.Count(fact => fact.News is WantNews.BackInStock), facts.Count(fact => fact.News is WantNews.PriceDropped)));
        Assert.Equal(2 * Many, facts.Select(fact => (fact.AccountId, fact.News)).Distinct().Count());
    }

    [Fact]
    public async Task Cut_off_before_the_commit_nobody_was_told_and_the_next_run_tells_all()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await WantScene.OpenAsync(own);
        var tea = await scene.Store.ListAsync(10_000, 0);
        var wanter = await scene.WanterAsync(tea);
        await scene.StockAsync(tea, 5);
        // The fact cannot be written: what marked the want goes with it.
        await own.InDb<MallDb, int>(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE kernel_fact RENAME TO kernel_fact_away", AppFixture.Ct));
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => own.RunJobAsync("mall.tell-wanters"));
        await own.InDb<MallDb, int>(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE kernel_fact_away RENAME TO kernel_fact", AppFixture.Ct));

        await scene.TellAsync();
        Assert.Equal(["backInStock"], await WantScene.ToldAsync(wanter));
    }

    [Fact]
    public async Task Who_switched_such_notices_off_is_not_told()
    {
        var scene = await WantScene.OpenAsync(app);
        var tea = await scene.Store.ListAsync(10_000, 0);
        var wanter = await scene.WanterAsync(tea);
        Assert.Equal(HttpStatusCode.NoContent, (await wanter.Client.PutJsonAsync("/api/v1/notices/muted", new { kinds = new[] { "wants" } })).Status);

        await scene.StockAsync(tea, 5);
        await scene.TellAsync();

        Assert.Empty(await WantScene.ToldAsync(wanter));
    }
}

public sealed class TellWantersOnSqlite(OnSqlite app) : TellWantersTests(app);

public sealed class TellWantersOnPostgres(OnPostgres app) : TellWantersTests(app);
