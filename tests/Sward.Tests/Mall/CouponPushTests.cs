using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Accounts;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Coupons;
using Sward.Mall.Orders;

namespace Sward.Tests.Mall;

/// <summary>Coupons that are pushed: each person once, within the quota, by whoever may.</summary>
public abstract class CouponPushTests(AppFixture app)
{
    private const string Job = "mall.push-coupons";

    [Fact]
    public async Task Every_follower_gets_one_however_many_batches_and_pushes_it_takes()
    {
        var (scene, reader, other) = (await MallScene.OpenAsync(app), await app.SignUpAsync(), await app.SignUpAsync());
        var coupon = await scene.IssueAsync(app, new { way = "pushed", quota = 1_000 });
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{scene.Seller.Id}/follow");
        await AddFollowersAsync(scene, (2 * PushCoupons.Batch) + 30);

        var answer = await scene.Seller.PushAsync(coupon, "followers");
        Assert.Equal((HttpStatusCode.Accepted, 0), (answer.Status, answer.Body.GetProperty("given").GetInt32()));
        Assert.Equal("mall.coupon-push-running", (await scene.Seller.PushAsync(coupon, "followers")).Code);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.RunJobAsync(Job)));
        await app.DeliverFactsAsync();

        Assert.Equal((231, 231, 231), await CouponScene.GivenAsync(app, coupon));
        Assert.Equal((231, 231, true), await LastPushAsync(scene));
        Assert.Equal([coupon], await CouponScene.IssuesOfAsync(reader));
        Assert.Equal(["A coupon for you: Harbour Store: Spring"], await CouponScene.NoticesOfAsync(reader));
        Assert.Empty(await CouponScene.IssuesOfAsync(other));

        await other.Client.PutJsonAsync($"/api/v1/accounts/{scene.Seller.Id}/follow");
        await PushAllAsync(scene.Seller, coupon, "followers");
        Assert.Equal((232, 1, true), await LastPushAsync(scene));
        Assert.Equal((232, 232, 232), await CouponScene.GivenAsync(app, coupon));
        Assert.Single(await CouponScene.NoticesOfAsync(reader));
    }

    [Fact]
    public async Task Buyers_are_who_bought_here_in_180_days_and_kept_it()
    {
        var (scene, elsewhere) = (await MallScene.OpenAsync(app), await MallScene.OpenAsync(app));
        var (tea, cup) = (await scene.ListAsync(10_000, 50), await elsewhere.ListAsync(10_000, 50));
        var (buyer, _) = await scene.PaidOrderAsync((tea, 1));
        await MallScene.PaidOrderAsync(buyer, (tea, 1));
        var (returned, order) = await scene.PaidOrderAsync((tea, 1));
        await returned.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/cancel");
        var unpaid = await scene.ShopperAsync();
        await unpaid.BuyAsync((tea, 1));
        var (older, old) = await scene.PaidOrderAsync((tea, 1));
        var (stranger, _) = await elsewhere.PaidOrderAsync((cup, 1));
        var (hostile, _) = await scene.PaidOrderAsync((tea, 1));
        await hostile.Client.PutJsonAsync($"/api/v1/accounts/{scene.Seller.Id}/block");
        var (longAgo, oldId) = (app.Clock.GetUtcNow() - CouponPush.BuyersFor - TimeSpan.FromMinutes(1), old.IdOf());
        await app.InDb<MallDb, int>(db => db.Orders.Where(o => o.Id == oldId).ExecuteUpdateAsync(set => set.SetProperty(o => o.PaidAt, longAgo), AppFixture.Ct));
        var coupon = await scene.IssueAsync(app, new { way = "pushed" });

        await PushAllAsync(scene.Seller, coupon, "buyers");

        Assert.Equal([coupon], await CouponScene.IssuesOfAsync(buyer.Person));
        foreach (var shopper in (Shopper[])[returned, unpaid, older, stranger, hostile])
        {
            Assert.Empty(await CouponScene.IssuesOfAsync(shopper.Person));
        }

        Assert.Equal((1, 1, 1), await CouponScene.GivenAsync(app, coupon));
    }

    [Fact]
    public async Task The_operator_pushes_to_everybody_who_bought_and_to_people_by_name()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (buyer, _) = await scene.PaidOrderAsync((await scene.ListAsync(10_000, 5), 1));
        var (keeper, named, nobody) = (await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync());
        await FlashScene.MakeOperatorAsync(own, keeper);
        var coupon = await CouponScene.IssueOfPlatformAsync(own, keeper, new { way = "pushed" });
        await own.MoveClockAsync(TimeSpan.FromDays(20));

        await keeper.PushAsync(coupon, "buyers");
        await own.RunJobAsync(Job);
        Assert.Equal([coupon], await CouponScene.IssuesOfAsync(buyer.Person));
        Assert.Empty(await CouponScene.IssuesOfAsync(named));

        var unknown = await keeper.PushAsync(coupon, "named", named.Handle, "no.such.person");
        Assert.Equal("mall.coupon-handle-unknown", unknown.Code);
        Assert.Contains("no.such.person", unknown.Body.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("mall.coupon-handle-unknown", (await keeper.PushAsync(coupon, "named")).Code);
        Assert.Equal(HttpStatusCode.Accepted, (await keeper.PushAsync(coupon, "named", $"@{named.Handle.ToUpperInvariant()}", buyer.Person.Handle)).Status);
        await own.RunJobAsync(Job);

        Assert.Equal([coupon], await CouponScene.IssuesOfAsync(named));
        Assert.Empty(await CouponScene.IssuesOfAsync(nobody));
        Assert.Equal((2, 2, 2), await CouponScene.GivenAsync(own, coupon));
        Assert.All(await own.InDb<MallDb, List<CouponPush>>(db => db.CouponPushes.ToListAsync(AppFixture.Ct)), push => Assert.Empty(push.AccountIds));
    }

    [Fact]
    public async Task Nobody_else_pushes_and_nothing_else_is_pushed()
    {
        var (scene, other, keeper) = (await MallScene.OpenAsync(app), await MallScene.OpenAsync(app), await app.SignUpAsync());
        await FlashScene.MakeOperatorAsync(app, keeper);
        var (pushed, taken, ofPlatform) = (
            await scene.IssueAsync(app, new { way = "pushed" }), await scene.IssueAsync(app, new { }), await CouponScene.IssueOfPlatformAsync(app, keeper, new { way = "pushed" }));

        Assert.Equal("mall.coupon-not-found", (await other.Seller.PushAsync(pushed, "followers")).Code);
        Assert.Equal("mall.coupon-not-found", (await keeper.PushAsync(pushed, "buyers")).Code);
        Assert.Equal("mall.coupon-not-found", (await scene.Seller.PushAsync(ofPlatform, "buyers")).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync($"/api/v1/coupons/{pushed}/push", new { audience = "followers" })).Status);
        Assert.Equal("mall.coupon-audience", (await scene.Seller.PushAsync(taken, "followers")).Code);
        Assert.Equal("mall.coupon-audience", (await scene.Seller.PushAsync(pushed, "named", other.Seller.Handle)).Code);
        Assert.Equal("mall.coupon-audience", (await keeper.PushAsync(ofPlatform, "followers")).Code);
        Assert.Equal("mall.coupon-not-found", (await other.Seller.ClaimAsync(pushed)).Code);
        await scene.Seller.Client.PostJsonAsync($"/api/v1/coupons/{pushed}/end");
        Assert.Equal("mall.coupon-none-left", (await scene.Seller.PushAsync(pushed, "followers")).Code);

        Assert.False(await app.InDb<MallDb, bool>(db => db.CouponPushes.AnyAsync(p => p.IssueId == pushed || p.IssueId == taken || p.IssueId == ofPlatform, AppFixture.Ct)));
    }

    [Fact]
    public async Task Pushing_and_taking_at_once_never_give_more_than_there_are()
    {
        var scene = await MallScene.OpenAsync(app);
        var coupon = await scene.IssueAsync(app, new { way = "pushed", quota = 120 });
        var people = await CouponScene.PeopleAsync(app, 5);
        await AddFollowersAsync(scene, 150);
        await scene.Seller.PushAsync(coupon, "followers");

        // As a taker would, who found a way: what counts is that the quota holds for both.
        var takers = people.Select(person => app.InScope<ClaimCoupon, bool>(async claim =>
        {
            var issue = await app.InDb<MallDb, CouponIssue>(db => db.CouponIssues.AsNoTracking().SingleAsync(i => i.Id == coupon, AppFixture.Ct));
            try
            {
                return await claim.TakeAsync(issue, person.Id, AppFixture.Ct) > 0;
            }
            catch (Refusal)
            {
                return false;
            }
        })).ToList();
        await Task.WhenAll([app.RunJobAsync(Job), app.RunJobAsync(Job), .. takers]);

        Assert.Equal((120, 120, 120), await CouponScene.GivenAsync(app, coupon));
        Assert.Equal(120 - takers.Count(taker => taker.Result), (await LastPushAsync(scene)).Given);
        Assert.True((await LastPushAsync(scene)).IsDone);
    }

    [Fact]
    public async Task A_coupon_that_is_stopped_is_pushed_no_further()
    {
        var scene = await MallScene.OpenAsync(app);
        var coupon = await scene.IssueAsync(app, new { way = "pushed", quota = 500 });
        await AddFollowersAsync(scene, 5);
        await scene.Seller.PushAsync(coupon, "followers");
        await scene.Seller.Client.PostJsonAsync($"/api/v1/coupons/{coupon}/end");

        await app.RunJobAsync(Job);

        Assert.Equal((0, 0, 0), await CouponScene.GivenAsync(app, coupon));
        Assert.True((await LastPushAsync(scene)).IsDone);
    }

    private async Task PushAllAsync(Person person, long coupon, string audience)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await person.PushAsync(coupon, audience)).Status);
        await app.RunJobAsync(Job);
        await app.DeliverFactsAsync();
    }

    /// <summary>People who are in no other table.</summary>
    private Task<int> AddFollowersAsync(MallScene scene, int count) => app.InDb<AccountsDb, int>(db =>
    {
        var ids = app.Services.GetRequiredService<Ids>();
        db.AddRange(Enumerable.Range(0, count).Select(_ => new Follow { FollowerId = ids.Next(), FolloweeId = scene.Seller.Id, Id = ids.Next(), At = app.Clock.GetUtcNow() }));
        return db.SaveChangesAsync(AppFixture.Ct);
    });

    /// <summary>As the store sees it.</summary>
    private static async Task<(int Looked, int Given, bool IsDone)> LastPushAsync(MallScene scene)
    {
        var push = (await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons/issued")).Items().First().GetProperty("push");
        return (push.GetProperty("looked").GetInt32(), push.GetProperty("given").GetInt32(), push.GetProperty("doneAt").GetString() is not null);
    }
}

public sealed class CouponPushesOnSqlite(OnSqlite app) : CouponPushTests(app);

public sealed class CouponPushesOnPostgres(OnPostgres app) : CouponPushTests(app);
