using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Coupons;

namespace Sward.Tests.Mall;

public abstract class CouponTests(AppFixture app)
{
    [Fact]
    public async Task The_best_coupon_is_chosen_explained_and_used_once()
    {
        var (scene, shopper, _) = await SceneAsync();
        var tea = await scene.ListAsync(20_000);
        await ClaimAsync(shopper, await IssueAsync(scene, new { offMinor = 500 }));
        await ClaimAsync(shopper, await IssueAsync(scene, new { percent = 20, capMinor = 1_500 }));

        var quote = (await shopper.QuoteAsync((tea, 1))).Body;
        var order = (await shopper.OrderAsync((await shopper.BuyAsync((tea, 1))).OrderId())).Body;

        Assert.Equal(18_500, quote.Minor("total"));
        var step = Assert.Single(quote.List("steps"), step => step.GetProperty("step").GetString() is "storeCoupon");
        Assert.Equal((-1_500, "Store coupon: ¥15.00 off"), (step.Minor("amount"), step.GetProperty("text").GetString()));
        Assert.Equal(18_500, order.Minor("total"));
        Assert.Equal(19_500, (await shopper.QuoteAsync((tea, 1))).Body.Minor("total"));
    }

    [Fact]
    public async Task The_buyer_may_choose_another_or_none()
    {
        var (scene, shopper, tea) = await SceneAsync();
        var small = await ClaimAsync(shopper, await IssueAsync(scene, new { offMinor = 100 }));
        await ClaimAsync(shopper, await IssueAsync(scene, new { offMinor = 500 }));

        Assert.Equal(9_500, await TotalAsync(shopper, tea, coupons: null));
        Assert.Equal(9_900, await TotalAsync(shopper, tea, [small]));
        Assert.Equal(10_000, await TotalAsync(shopper, tea, []));
    }

    [Fact]
    public async Task A_full_wallet_hides_neither_the_best_nor_the_chosen_coupon_of_the_stores_in_the_cart()
    {
        var (scene, shopper, tea) = await SceneAsync();
        await (await MallScene.OpenAsync(app)).GiveCouponAsync(shopper, offMinor: 100);
        var small = await IssueAsync(scene, new { offMinor = 200 });
        await ClaimAsync(shopper, small);
        await CopyAsync(shopper, times: 120);
        var best = await ClaimAsync(shopper, await IssueAsync(scene, new { offMinor = 500, until = app.Clock.GetUtcNow().AddDays(350) }));
        var last = await app.InDb<MallDb, long>(db => db.HeldCoupons.Where(h => h.IssueId == small && h.AccountId == shopper.Person.Id).MaxAsync(h => h.Id, AppFixture.Ct));

        Assert.Equal(9_500, await TotalAsync(shopper, tea, coupons: null));
        Assert.Equal(9_500, await TotalAsync(shopper, tea, [best]));
        Assert.Equal(9_800, await TotalAsync(shopper, tea, [$"{last}"]));
        Assert.Contains($"name=\"means.coupon\" value=\"{best}\" checked", await shopper.Client.GetStringAsync($"/checkout?sku={tea}&quantity=1", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(100, (await shopper.Client.GetJsonAsync("/api/v1/coupons/mine")).Items().Count());
    }

    /// <summary>Fills a wallet with more of what is in it.</summary>
    private Task<int> CopyAsync(Shopper shopper, int times) => app.InDb<MallDb, int>(async db =>
    {
        var ids = app.Services.GetRequiredService<Ids>();
        foreach (var held in await db.HeldCoupons.Include(h => h.Issue).Where(h => h.AccountId == shopper.Person.Id).ToListAsync(AppFixture.Ct))
        {
            db.AddRange(Enumerable.Range(2, times).Select(number => new HeldCoupon { Id = ids.Next(), IssueId = held.IssueId, AccountId = held.AccountId, Number = number, ClaimedAt = held.ClaimedAt }));
            await db.CouponIssues.Where(i => i.Id == held.IssueId).ExecuteUpdateAsync(set => set.SetProperty(i => i.Quota, 1_000).SetProperty(i => i.Given, times + 1), AppFixture.Ct);
        }

        return await db.SaveChangesAsync(AppFixture.Ct);
    });

    [Fact]
    public async Task A_freight_coupon_takes_the_freight()
    {
        var scene = await MallScene.OpenAsync(app);
        var cup = await scene.ListAsync(2_000);
        var shopper = await scene.ShopperAsync();
        await ClaimAsync(shopper, await IssueAsync(scene, new { layer = "freight", offMinor = 1_000 }));

        Assert.Equal(2_000, (await shopper.QuoteAsync((cup, 1))).Body.Minor("total"));
    }

    [Fact]
    public async Task Of_twenty_who_want_one_of_five_exactly_five_get_it()
    {
        var (scene, _, _) = await SceneAsync();
        var coupon = await IssueAsync(scene, new { offMinor = 500, quota = 5 });
        var people = new List<Person>();
        for (var i = 0; i < 20; i++)
        {
            people.Add(await app.SignUpAsync());
        }

        var answers = await Task.WhenAll(people.Select(person => person.Client.PostJsonAsync($"/api/v1/coupons/{coupon}/claim")));

        Assert.Equal(5, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.OK), answer => Assert.Equal("mall.coupon-none-left", answer.Code));
        Assert.Empty((await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons")).Items());
    }

    [Fact]
    public async Task Nobody_gets_more_than_one_person_may_have()
    {
        var (scene, shopper, _) = await SceneAsync();
        var coupon = await IssueAsync(scene, new { offMinor = 500, perPerson = 2 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shopper.Client.PostJsonAsync($"/api/v1/coupons/{coupon}/claim")));

        Assert.Equal(2, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.OK), answer => Assert.Equal("mall.coupon-limit", answer.Code));
        Assert.Equal(2, (await shopper.Client.GetJsonAsync("/api/v1/coupons/mine")).Items().Count());
        Assert.Equal(2, await app.InDb<MallDb, int>(db => db.CouponIssues.Where(i => i.Id == coupon).Select(i => i.Given).SingleAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task It_comes_back_when_all_of_the_purchase_is_undone_and_not_before()
    {
        var scene = await MallScene.OpenAsync(app);
        // Two warehouses make two orders.
        var (tea, cup) = (await scene.ListAsync(10_000, 5), await scene.ListAsync(9_000, 5));
        var shopper = await scene.ShopperAsync();
        var held = await ClaimAsync(shopper, await IssueAsync(scene, new { offMinor = 500 }));
        var checkout = await shopper.BuyAsync((tea, 1), (cup, 1));
        await shopper.PayAsync(checkout.PaymentId());
        var orders = checkout.List("orders").Select(order => order.IdOf()).ToArray();
        Assert.Empty((await shopper.Client.GetJsonAsync("/api/v1/coupons/mine")).Items());

        await shopper.Client.PostJsonAsync($"/api/v1/orders/{orders[0]}/cancel");
        Assert.Empty((await shopper.Client.GetJsonAsync("/api/v1/coupons/mine")).Items());

        await shopper.Client.PostJsonAsync($"/api/v1/orders/{orders[1]}/cancel");
        Assert.Equal(held, Assert.Single((await shopper.Client.GetJsonAsync("/api/v1/coupons/mine")).Items()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task It_comes_back_when_nobody_paid()
    {
        var (scene, shopper, tea) = await SceneAsync();
        await ClaimAsync(shopper, await IssueAsync(scene, new { offMinor = 500 }));
        var checkout = await shopper.BuyAsync((tea, 1));

        await shopper.Client.PostJsonAsync($"/api/v1/orders/{checkout.OrderId()}/cancel");

        Assert.Equal(9_500, (await shopper.QuoteAsync((tea, 1))).Body.Minor("total"));
    }

    [Fact]
    public async Task It_is_good_until_its_day_and_for_its_owner_alone()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync(10_000, 5);
        var (shopper, other) = (await scene.ShopperAsync(), await scene.ShopperAsync());
        var coupon = await IssueAsync(scene, new { offMinor = 500 }, own);
        var held = await ClaimAsync(shopper, coupon);

        Assert.Equal(10_000, await TotalAsync(other, tea, [held]));
        Assert.Equal(9_500, await TotalAsync(shopper, tea, [held]));
        await own.MoveClockAsync(TimeSpan.FromDays(31));
        Assert.Equal(10_000, await TotalAsync(shopper, tea, [held]));
        Assert.Equal("mall.coupon-none-left", (await other.Client.PostJsonAsync($"/api/v1/coupons/{coupon}/claim")).Code);
    }

    [Fact]
    public async Task What_was_given_stays_good_when_the_store_stops()
    {
        var (scene, shopper, tea) = await SceneAsync();
        var coupon = await IssueAsync(scene, new { offMinor = 500 });
        await ClaimAsync(shopper, coupon);

        Assert.Equal(HttpStatusCode.NoContent, (await scene.Seller.Client.PostJsonAsync($"/api/v1/coupons/{coupon}/end")).Status);

        Assert.Equal(9_500, (await shopper.QuoteAsync((tea, 1))).Body.Minor("total"));
        Assert.Equal("mall.coupon-none-left", (await (await app.SignUpAsync()).Client.PostJsonAsync($"/api/v1/coupons/{coupon}/claim")).Code);
    }

    [Fact]
    public async Task Only_the_stores_owner_gives_out_and_stops_and_a_visitor_has_no_wallet()
    {
        var (scene, shopper, _) = await SceneAsync();
        var coupon = await IssueAsync(scene, new { offMinor = 500 });

        Assert.Equal(HttpStatusCode.NotFound, (await shopper.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons", Body(new { offMinor = 1 }, app))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await shopper.Client.PostJsonAsync($"/api/v1/coupons/{coupon}/end")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons", Body(new { offMinor = 1 }, app))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync($"/api/v1/coupons/{coupon}/claim")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync("/api/v1/coupons/mine")).Status);
        Assert.Single((await app.Visitor.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons")).Items());
    }

    [Theory]
    [InlineData("""{"offMinor":0,"percent":0}""", "mall.amount-or-share")]
    [InlineData("""{"offMinor":1,"percent":1}""", "mall.amount-or-share")]
    [InlineData("""{"offMinor":1,"capMinor":1}""", "mall.amount-or-share")]
    [InlineData("""{"offMinor":1,"until":"2020-01-01T00:00:00Z"}""", "mall.coupon-over")]
    [InlineData("""{"offMinor":1,"categories":["food","fod"]}""", "mall.category-unknown")]
    public async Task What_makes_no_coupon_is_refused(string with, string code)
    {
        var (scene, _, _) = await SceneAsync();

        Assert.Equal(code, (await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons", Body(JsonSerializer.Deserialize<JsonElement>(with), app))).Code);
    }

    private async Task<(MallScene Scene, Shopper Shopper, long SkuId)> SceneAsync()
    {
        var scene = await MallScene.OpenAsync(app);
        return (scene, await scene.ShopperAsync(), await scene.ListAsync(10_000, 100));
    }

    /// <summary>A coupon of the store, a hundred of them for a month unless the test says otherwise.</summary>
    private async Task<long> IssueAsync(MallScene scene, object with, AppFixture? host = null)
    {
        var answer = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons", Body(with, host ?? app));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.IdOf();
    }

    private static Dictionary<string, object?> Body(object with, AppFixture host)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["title"] = "Spring",
            ["layer"] = "store",
            ["fromMinor"] = 0,
            ["offMinor"] = 0,
            ["percent"] = 0,
            ["quota"] = 100,
            ["perPerson"] = 1,
            ["until"] = host.Clock.GetUtcNow().AddDays(30),
        };
        foreach (var property in JsonSerializer.SerializeToElement(with).EnumerateObject())
        {
            body[property.Name] = property.Value;
        }

        return body;
    }

    private static async Task<string> ClaimAsync(Shopper shopper, long couponId)
    {
        var answer = await shopper.Client.PostJsonAsync($"/api/v1/coupons/{couponId}/claim");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body.GetProperty("id").GetString()!;
    }

    private static async Task<long> TotalAsync(Shopper shopper, long skuId, string[]? coupons) =>
        (await shopper.Client.PostJsonAsync("/api/v1/checkout/quote", new { lines = new[] { new { skuId = $"{skuId}", quantity = 1 } }, coupons })).Body.Minor("total");
}

public sealed class CouponsOnSqlite(OnSqlite app) : CouponTests(app);

public sealed class CouponsOnPostgres(OnPostgres app) : CouponTests(app);
