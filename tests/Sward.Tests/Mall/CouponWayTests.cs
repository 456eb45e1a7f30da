using System.Net;
using System.Text.Json;

namespace Sward.Tests.Mall;

/// <summary>How people come by coupons.</summary>
public abstract class CouponWayTests(AppFixture app)
{
    [Theory]
    [InlineData("Spring-24")]
    [InlineData("  sPRING-24 ")]
    [InlineData("ｓｐｒｉｎｇ－２４")]
    public async Task A_code_is_typed_in_whatever_case_and_width(string typed)
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, shopper) = (await scene.ListAsync(10_000, 5), await scene.ShopperAsync());
        var coupon = await scene.IssueAsync(own, new { way = "code", code = "SPRING-24" });

        var taken = await shopper.Person.ClaimByCodeAsync(typed);

        Assert.Equal((HttpStatusCode.OK, coupon), (taken.Status, taken.Body.GetProperty("coupon").IdOf()));
        Assert.Equal(9_500, (await shopper.QuoteAsync((tea, 1))).Body.Minor("total"));
        Assert.Equal("mall.coupon-limit", (await shopper.Person.ClaimByCodeAsync(typed)).Code);
    }

    [Fact]
    public async Task A_coupon_is_tried_on_real_carts_before_it_is_given_out()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, other) = (await MallScene.OpenAsync(own), await MallScene.OpenAsync(own));
        var (tea, dear, shopper) = (await scene.ListAsync(10_000, 9), await other.ListAsync(90_000, 9), await scene.ShopperAsync());
        await shopper.BuyAsync((tea, 1));
        foreach (var (sku, units) in new[] { (tea, 3), (dear, 1) })
        {
            await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{sku}", new { quantity = units });
        }

        var wish = CouponScene.BodyOf(own, "store", new { fromMinor = 20_000, offMinor = 2_000 });
        var tried = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons/preview", wish);

        Assert.Equal((2, 1), (tried.Body.GetProperty("baskets").GetInt32(), tried.Body.GetProperty("touched").GetInt32()));
        Assert.Equal((30_000, 28_000), (tried.Body.List("examples").Single().Minor("now"), tried.Body.List("examples").Single().Minor("then")));
        Assert.Empty((await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons/issued")).Items());
        Assert.Equal(HttpStatusCode.NotFound, (await other.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons/preview", wish)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.Seller.Client.PostJsonAsync("/api/v1/coupons/preview", wish)).Status);
        Assert.Equal("mall.coupon-layer", (await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons/preview", CouponScene.BodyOf(own, "platform", new { }))).Code);
    }

    [Fact]
    public async Task A_coupon_that_is_good_later_is_had_at_once_and_counts_from_then_on()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, shopper, start) = (await scene.ListAsync(10_000, 9), await scene.ShopperAsync(), own.Clock.GetUtcNow().AddDays(2));
        var coupon = await scene.IssueAsync(own, new { offMinor = 500, usableFrom = start });
        Assert.Equal(HttpStatusCode.OK, (await shopper.Person.ClaimAsync(coupon)).Status);

        Assert.Equal([coupon], await CouponScene.IssuesOfAsync(shopper.Person));
        Assert.Equal(10_000, (await shopper.QuoteAsync((tea, 1))).Body.Minor("total"));
        await own.MoveClockAsync(TimeSpan.FromDays(2));
        Assert.Equal(9_500, (await shopper.QuoteAsync((tea, 1))).Body.Minor("total"));
        Assert.Equal("mall.coupon-over", (await scene.TryIssueAsync(own, new { usableFrom = start.AddDays(60), until = start.AddDays(60) })).Code);
    }

    [Fact]
    public async Task Beside_an_exclusive_coupon_stands_no_other_and_of_two_the_better_way_is_found()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var keeper = await own.SignUpAsync();
        await FlashScene.MakeOperatorAsync(own, keeper);
        var (tea, shopper) = (await scene.ListAsync(10_000, 9), await scene.ShopperAsync());
        await shopper.Person.ClaimAsync(await scene.IssueAsync(own, new { offMinor = 500 }));
        await shopper.Person.ClaimAsync(await CouponScene.IssueOfPlatformAsync(own, keeper, new { offMinor = 300 }));
        Assert.Equal(9_200, (await shopper.QuoteAsync((tea, 1))).Body.Minor("total"));

        await shopper.Person.ClaimAsync(await scene.IssueAsync(own, new { offMinor = 700, exclusive = true }));
        Assert.Equal(9_200, (await shopper.QuoteAsync((tea, 1))).Body.Minor("total"));
        await shopper.Person.ClaimAsync(await scene.IssueAsync(own, new { offMinor = 900, exclusive = true, priority = 1 }));
        Assert.Equal(9_100, (await shopper.QuoteAsync((tea, 1))).Body.Minor("total"));
    }

    [Fact]
    public async Task A_coupon_with_a_code_is_shown_to_nobody_but_its_store()
    {
        var (scene, other) = (await MallScene.OpenAsync(app), await MallScene.OpenAsync(app));
        var (code, reader) = (NewCode(), await app.SignUpAsync());
        var coupon = await scene.IssueAsync(app, new { way = "code", code });

        Assert.Empty((await reader.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons")).Items());
        Assert.DoesNotContain((await reader.Client.GetJsonAsync("/api/v1/coupons/of-stores?limit=100")).Items(), listed => listed.IdOf() == coupon);
        Assert.DoesNotContain(code, await app.Visitor.GetStringAsync($"/stores/{scene.StoreId}", AppFixture.Ct), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("mall.coupon-not-found", (await reader.ClaimAsync(coupon)).Code);
        Assert.Equal("mall.store-not-found", (await other.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons/issued")).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons/issued")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Seller.Client.GetJsonAsync("/api/v1/coupons/issued")).Status);
        Assert.Equal(code, Assert.Single((await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons/issued")).Items()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Of_forty_who_type_a_code_at_once_the_last_three_coupons_go_to_three()
    {
        var (scene, code) = (await MallScene.OpenAsync(app), NewCode());
        var coupon = await scene.IssueAsync(app, new { way = "code", code, quota = 3 });
        var people = await CouponScene.PeopleAsync(app, 40);

        var answers = await Task.WhenAll(people.Select(person => person.ClaimByCodeAsync(code)));

        Assert.Equal(3, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.OK), answer => Assert.Equal("mall.coupon-none-left", answer.Code));
        Assert.Equal((3, 3, 3), await CouponScene.GivenAsync(app, coupon));
    }

    [Fact]
    public async Task One_person_typing_at_once_gets_as_many_as_one_may_have()
    {
        var (scene, code, person) = (await MallScene.OpenAsync(app), NewCode(), await app.SignUpAsync());
        var coupon = await scene.IssueAsync(app, new { way = "code", code, perPerson = 2 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => person.ClaimByCodeAsync(code)));

        Assert.Equal(2, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.Equal((2, 1, 2), await CouponScene.GivenAsync(app, coupon));
    }

    [Fact]
    public async Task Nobody_finds_codes_by_trying()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, guesser, friend) = (await MallScene.OpenAsync(own), await own.SignUpAsync(), await own.SignUpAsync());
        var coupon = await scene.IssueAsync(own, new { way = "code", code = "harbour" });

        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => guesser.ClaimByCodeAsync($"harbou{n}")));

        Assert.Equal(10, tries.Count(answer => (answer.Status, answer.Code) is (HttpStatusCode.NotFound, "mall.coupon-code-wrong")));
        Assert.Equal(2, tries.Count(answer => (answer.Status, answer.Code) is (HttpStatusCode.TooManyRequests, "mall.coupon-code-tries")));
        Assert.Equal("mall.coupon-code-tries", (await guesser.ClaimByCodeAsync("harbour")).Code);
        Assert.Equal((0, 0, 0), await CouponScene.GivenAsync(own, coupon));
        Assert.Equal(HttpStatusCode.OK, (await friend.ClaimByCodeAsync("harbour")).Status);
        await own.MoveClockAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.OK, (await guesser.ClaimByCodeAsync("harbour")).Status);
    }

    [Fact]
    public async Task One_client_does_not_try_on_with_another_account()
    {
        await using var own = await app.OwnHostAsync(settings => settings["Mall:CodeTriesPerClient"] = "3");
        var people = await CouponScene.PeopleAsync(own, 5);

        var codes = new List<string?>();
        foreach (var person in people)
        {
            codes.Add((await person.ClaimByCodeAsync("harbour")).Code);
        }

        Assert.Equal([.. Enumerable.Repeat("mall.coupon-code-wrong", 3), .. Enumerable.Repeat("mall.coupon-code-tries", 2)], codes);
    }

    [Fact]
    public async Task A_word_belongs_to_one_coupon_until_that_is_over_and_is_not_found_by_issuing()
    {
        var (scene, other, code) = (await MallScene.OpenAsync(app), await MallScene.OpenAsync(app), NewCode());
        var first = await scene.IssueAsync(app, new { way = "code", code });

        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Equal("mall.coupon-code-taken", (await other.TryIssueAsync(app, new { way = "code", code = code.ToUpperInvariant() })).Code);
        }

        Assert.Equal("mall.coupon-code-tries", (await other.TryIssueAsync(app, new { way = "code", code })).Code);
        Assert.Empty((await other.Seller.Client.GetJsonAsync($"/api/v1/stores/{other.StoreId}/coupons/issued")).Items());

        await scene.Seller.Client.PostJsonAsync($"/api/v1/coupons/{first}/end");
        var second = await other.IssueAsync(app, new { way = "code", code });
        Assert.Equal(second, (await (await app.SignUpAsync()).ClaimByCodeAsync(code)).Body.GetProperty("coupon").IdOf());
    }

    [Fact]
    public async Task Who_does_not_follow_is_told_whom_to_follow_and_who_does_has_it_once()
    {
        var (scene, person) = (await MallScene.OpenAsync(app), await app.SignUpAsync());
        var coupon = await scene.IssueAsync(app, new { way = "follow" });

        var refused = await person.ClaimAsync(coupon);
        Assert.Equal((HttpStatusCode.Forbidden, "mall.coupon-follow-first"), (refused.Status, refused.Code));
        Assert.Contains($"/u/{scene.Seller.Handle}", refused.Body.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await CouponScene.GivenAsync(app, coupon));
        Assert.Contains($"/u/{scene.Seller.Handle}?handler=Follow", await app.Visitor.GetStringAsync($"/stores/{scene.StoreId}", AppFixture.Ct), StringComparison.Ordinal);

        for (var time = 0; time < 2; time++)
        {
            await FollowAsync(person, scene);
            await app.DeliverFactsAsync();
            Assert.Equal([coupon], await CouponScene.IssuesOfAsync(person));
            await person.Client.DeleteJsonAsync($"/api/v1/accounts/{scene.Seller.Id}/follow");
        }

        Assert.Equal(["A coupon for you: Harbour Store: Spring"], await CouponScene.NoticesOfAsync(person));
        Assert.Equal((1, 1, 1), await CouponScene.GivenAsync(app, coupon));
    }

    [Fact]
    public async Task Who_followed_before_takes_it_and_who_follows_a_store_without_coupons_gets_nothing()
    {
        var (scene, other, person) = (await MallScene.OpenAsync(app), await MallScene.OpenAsync(app), await app.SignUpAsync());
        await FollowAsync(person, scene);
        await FollowAsync(person, other);
        await app.DeliverFactsAsync();
        var coupon = await scene.IssueAsync(app, new { way = "follow" });

        Assert.Empty(await CouponScene.IssuesOfAsync(person));
        Assert.Equal(HttpStatusCode.OK, (await person.ClaimAsync(coupon)).Status);
        Assert.Equal("mall.coupon-limit", (await person.ClaimAsync(coupon)).Code);
        Assert.Equal([coupon], await CouponScene.IssuesOfAsync(person));
    }

    [Fact]
    public async Task Following_and_taking_at_once_never_give_more_than_there_are()
    {
        var scene = await MallScene.OpenAsync(app);
        var coupon = await scene.IssueAsync(app, new { way = "follow", quota = 7 });
        var people = await CouponScene.PeopleAsync(app, 16);
        await Task.WhenAll(people.Select(person => FollowAsync(person, scene)));

        var given = app.DeliverFactsAsync();
        var answers = await Task.WhenAll(people.Select(person => person.ClaimAsync(coupon)));
        await given;

        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK || answer.Code is "mall.coupon-none-left" or "mall.coupon-limit", answer.Code));
        Assert.Equal((7, 7, 7), await CouponScene.GivenAsync(app, coupon));
    }

    [Theory]
    [InlineData("""{"way":"code"}""", "mall.coupon-code-invalid")]
    [InlineData("""{"way":"code","code":"abc"}""", "mall.coupon-code-invalid")]
    [InlineData("""{"way":"code","code":"two words"}""", "mall.coupon-code-invalid")]
    [InlineData("""{"way":"taken","code":"harbour-lights"}""", "mall.coupon-code-invalid")]
    [InlineData("""{"way":"taken","code":"?"}""", "mall.coupon-code-invalid")]
    [InlineData("""{"way":"follow","perPerson":2}""", "mall.coupon-way")]
    [InlineData("""{"way":"pushed","perPerson":2}""", "mall.coupon-way")]
    [InlineData("""{"way":"member"}""", "kernel.invalid")]
    public async Task A_way_that_does_not_go_is_refused(string with, string code)
    {
        var scene = await MallScene.OpenAsync(app);

        Assert.Equal(code, (await scene.TryIssueAsync(app, JsonSerializer.Deserialize<JsonElement>(with))).Code);
        Assert.Empty((await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/coupons/issued")).Items());
    }

    [Fact]
    public async Task The_centre_lists_stores_by_what_ends_first_page_by_page_and_finds_them_by_name()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var now = own.Clock.GetUtcNow();
        var coupons = new List<long>();
        foreach (var days in (int[])[5, 3, 9, 3])
        {
            coupons.Add(await scene.IssueAsync(own, new { until = now.AddDays(days) }));
        }

        await scene.IssueAsync(own, new { way = "pushed" });
        await scene.Seller.Client.PostJsonAsync($"/api/v1/coupons/{await scene.IssueAsync(own, new { })}/end");

        var (listed, next) = (new List<long>(), "");
        while (next is not null)
        {
            var page = await own.Visitor.GetJsonAsync($"/api/v1/coupons/of-stores?limit=3&cursor={next}");
            listed.AddRange(page.Items().Select(coupon => coupon.IdOf()));
            next = page.Body.GetProperty("next").GetString();
        }

        Assert.Equal([coupons[1], coupons[3], coupons[0], coupons[2]], listed);
        Assert.Equal(4, (await own.Visitor.GetJsonAsync("/api/v1/coupons/of-stores?q=harbour%20st")).Items().Count());
        Assert.Empty((await own.Visitor.GetJsonAsync("/api/v1/coupons/of-stores?q=meadow")).Items());
        Assert.Equal("kernel.bad-cursor", (await own.Visitor.GetJsonAsync("/api/v1/coupons/of-stores?cursor=x")).Code);
    }

    [Fact]
    public async Task What_was_used_and_what_expired_is_past_and_seen_by_its_owner_alone()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, shopper, other) = (await scene.ListAsync(10_000, 5), await scene.ShopperAsync(), await own.SignUpAsync());
        var (used, expired, left) = (await scene.IssueAsync(own, new { offMinor = 900 }), await scene.IssueAsync(own, new { until = own.Clock.GetUtcNow().AddDays(2) }), await scene.IssueAsync(own, new { }));
        foreach (var coupon in (long[])[used, expired, left])
        {
            await shopper.Person.ClaimAsync(coupon);
        }

        var orderId = (await shopper.BuyAsync((tea, 1))).OrderId();
        await own.MoveClockAsync(TimeSpan.FromDays(3));

        var past = (await shopper.Client.GetJsonAsync("/api/v1/coupons/mine/past")).Items().ToDictionary(item => item.GetProperty("coupon").IdOf(), item => item.GetProperty("orderId").GetString());
        Assert.Equal([used, expired], past.Keys.Order());
        Assert.Equal(($"{orderId}", null), (past[used], past[expired]));
        Assert.Equal([left], await CouponScene.IssuesOfAsync(shopper.Person));
        Assert.Empty((await other.Client.GetJsonAsync("/api/v1/coupons/mine/past")).Items());
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Visitor.GetJsonAsync("/api/v1/coupons/mine/past")).Status);
    }

    private static string NewCode() => $"word-{Guid.NewGuid():N}"[..20];

    private static async Task FollowAsync(Person person, MallScene scene) =>
        Assert.Equal(HttpStatusCode.NoContent, (await person.Client.PutJsonAsync($"/api/v1/accounts/{scene.Seller.Id}/follow")).Status);
}

public sealed class CouponWaysOnSqlite(OnSqlite app) : CouponWayTests(app);

public sealed class CouponWaysOnPostgres(OnPostgres app) : CouponWayTests(app);
