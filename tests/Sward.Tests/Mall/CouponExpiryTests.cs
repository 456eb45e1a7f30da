using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Coupons;

namespace Sward.Tests.Mall;

/// <summary>A day before a coupon expires, whoever has it unused is told, once.</summary>
public abstract class CouponExpiryTests(AppFixture app)
{
    private const string Job = "mall.tell-of-expiring-coupons";

    [Fact]
    public async Task What_expires_together_is_one_notice_a_day_before_and_what_was_used_is_none()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, shopper) = (await scene.ListAsync(10_000, 5), await scene.ShopperAsync());
        var (single, muted) = (await own.SignUpAsync(), await own.SignUpAsync());
        var until = own.Clock.GetUtcNow().AddDays(3);
        var first = await scene.IssueAsync(own, new { title = "First", until });
        var used = await scene.IssueAsync(own, new { title = "Used", offMinor = 900, until });
        var later = await scene.IssueAsync(own, new { title = "Later", until = until.AddDays(9) });
        var twice = await scene.IssueAsync(own, new { title = "Twice", until, perPerson = 2 });
        foreach (var coupon in (long[])[first, used, later, twice, twice])
        {
            Assert.Equal(HttpStatusCode.OK, (await shopper.Person.ClaimAsync(coupon)).Status);
        }

        await single.ClaimAsync(first);
        await muted.ClaimAsync(first);
        await muted.Client.PutJsonAsync("/api/v1/notices/muted", new { kinds = new[] { "coupons" } });
        await shopper.BuyAsync((tea, 1));

        await own.MoveClockAsync(TimeSpan.FromHours(47));
        await TellAsync(own);
        Assert.Empty(await CouponScene.NoticesOfAsync(shopper.Person));

        await own.MoveClockAsync(TimeSpan.FromHours(1.5));
        await TellAsync(own);
        await TellAsync(own);
        await own.MoveClockAsync(TimeSpan.FromHours(12));
        await TellAsync(own);

        Assert.Equal(["3 of your coupons can be used for one more day"], await CouponScene.NoticesOfAsync(shopper.Person));
        Assert.Equal(["Your coupon “First” can be used for one more day"], await CouponScene.NoticesOfAsync(single));
        Assert.Empty(await CouponScene.NoticesOfAsync(muted));
        Assert.Equal("/coupons", (await single.Client.GetJsonAsync("/api/v1/notices?kind=couponExpires")).Items().Single().GetProperty("url").GetString());
        single.Client.DefaultRequestHeaders.Remove("Accept-Language");
        single.Client.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        Assert.Equal(["你的优惠券“First”还有一天到期"], await CouponScene.NoticesOfAsync(single));
    }

    [Fact]
    public async Task Who_gets_one_on_its_last_day_has_just_been_told()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, person) = (await MallScene.OpenAsync(own), await own.SignUpAsync());
        await person.ClaimAsync(await scene.IssueAsync(own, new { until = own.Clock.GetUtcNow().AddHours(20) }));

        await TellAsync(own);

        Assert.Empty(await CouponScene.NoticesOfAsync(person));
    }

    [Fact]
    public async Task Many_are_told_in_batches_each_once_also_by_two_nodes_at_once()
    {
        const int People = 230;
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var coupons = new[] { await scene.IssueAsync(own, new { quota = 1_000, until = own.Clock.GetUtcNow().AddDays(2) }), await scene.IssueAsync(own, new { quota = 1_000, until = own.Clock.GetUtcNow().AddDays(2) }) };
        await own.InDb<MallDb, int>(db => HandOutAsync(own, db, coupons, People));
        await own.MoveClockAsync(TimeSpan.FromHours(25));

        await Task.WhenAll(own.RunJobAsync(Job), own.RunJobAsync(Job));
        await own.RunJobAsync(Job);

        var told = await own.InDb<KernelDb, List<string>>(db => db.Database.SqlQuery<string>($"SELECT payload AS \"Value\" FROM kernel_fact WHERE name = 'mall.coupons-expiring.v1'").ToListAsync(AppFixture.Ct));
        Assert.Equal(People, told.Count);
        Assert.Equal(People, told.Distinct(StringComparer.Ordinal).Count());
        Assert.All(told, fact => Assert.Contains("\"count\":2", fact, StringComparison.OrdinalIgnoreCase));
        Assert.False(await own.InDb<MallDb, bool>(db => db.HeldCoupons.AnyAsync(h => h.ToldAt == null, AppFixture.Ct)));
    }

    [Fact]
    public async Task The_jobs_and_the_centre_are_led_by_indexes()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var coupons = new List<long>();
        for (var n = 0; n < 300; n++)
        {
            coupons.Add(await scene.IssueAsync(own, new { quota = 1_000, until = own.Clock.GetUtcNow().AddDays(n + 1) }));
        }

        await own.InDb<MallDb, int>(db => HandOutAsync(own, db, coupons.Take(10), 500));
        await own.InDb<MallDb, int>(db => db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct));
        var now = own.Clock.GetUtcNow();
        var push = new CouponPush { Issue = new CouponIssue { StoreId = scene.StoreId, Currency = "CNY", Title = "Spring" }, StartedAt = now };
        var ofPlatform = new CouponPush { Issue = new CouponIssue { Currency = "CNY", Title = "Spring" }, StartedAt = now };

        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(TellOfExpiry.Due(db, now).Select(i => i.Id).Where(id => id > 0))));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(TellOfExpiry.Holders(db, coupons[3], 7).Take(100))));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(CouponShelf.OfStores(db, now, now.AddDays(9), 1, words: null).Take(20))));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(PushCoupons.BuyersAfter(db, push).Take(100))));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(PushCoupons.BuyersAfter(db, ofPlatform).Take(100))));
    }

    private static async Task TellAsync(AppFixture host)
    {
        await host.RunJobAsync(Job);
        await host.DeliverFactsAsync();
    }

    /// <summary>Gives each issue to as many people, who are in no other table.</summary>
    private static async Task<int> HandOutAsync(AppFixture host, MallDb db, IEnumerable<long> coupons, int people)
    {
        var (ids, now) = (host.Services.GetRequiredService<Ids>(), host.Clock.GetUtcNow());
        var issues = await db.CouponIssues.Where(i => coupons.Contains(i.Id)).AsNoTracking().ToListAsync(AppFixture.Ct);
        db.AddRange(issues.SelectMany(issue => Enumerable.Range(1, people).Select(accountId => HeldCoupon.Of(ids.Next(), issue, accountId, number: 1, now))));
        await db.SaveChangesAsync(AppFixture.Ct);
        return await db.CouponIssues.Where(i => coupons.Contains(i.Id)).ExecuteUpdateAsync(set => set.SetProperty(i => i.Given, people), AppFixture.Ct);
    }
}

public sealed class CouponExpiryOnSqlite(OnSqlite app) : CouponExpiryTests(app);

public sealed class CouponExpiryOnPostgres(OnPostgres app) : CouponExpiryTests(app);
