using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Commissions;

namespace Sward.Tests.Mall.Earning;

public abstract class VisitorTouchTests(AppFixture app)
{
    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task What_led_a_visitor_to_goods_counts_once_they_sign_in_and_buy()
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, creator, shopper) = (await scene.ListAsync(), await own.SignUpAsync("Creator"), await scene.ShopperAsync());
        var browser = own.NewBrowser();
        await VisitAsync(own, browser, tea, creator.Id);
        Assert.Equal(0, await TouchesAsync(own));

        await SignInAsync(browser, shopper);
        using var checkout = await browser.GetAsync(new Uri($"/checkout?sku={tea}&quantity=1", UriKind.Relative), Ct);

        Assert.Contains(checkout.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith($"{VisitorTouches.Cookie}=;", StringComparison.Ordinal));
        Assert.Equal([creator.Id], await own.EarnersAsync((await MallScene.PaidOrderAsync(shopper, (tea, 1))).IdOf()));
    }

    [Fact]
    public async Task The_last_touch_earns_and_ones_own_link_earns_nothing_for_visitors_too()
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, creator, shopper, browser) = (await scene.ListAsync(), await own.SignUpAsync("Creator"), await scene.ShopperAsync(), own.NewBrowser());
        await VisitAsync(own, browser, tea, creator.Id);
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await VisitAsync(own, browser, tea, shopper.Person.Id);

        await SignInAsync(browser, shopper);
        await browser.GetStringAsync("/cart", Ct);

        Assert.Equal(2, await TouchesAsync(own));
        Assert.Empty(await own.EarnersAsync((await MallScene.PaidOrderAsync(shopper, (tea, 1))).IdOf()));
    }

    [Fact]
    public async Task A_touch_older_than_its_window_is_not_brought()
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, creator, shopper) = (await scene.ListAsync(), await own.SignUpAsync("Creator"), await scene.ShopperAsync());
        var cookie = CookieOf(own, await ProductAsync(own, tea), creator.Id);

        await own.MoveClockAsync(TimeSpan.FromDays(15.1));
        await SendAsync(shopper, cookie);

        Assert.Equal(0, await TouchesAsync(own));
        Assert.Empty(await own.EarnersAsync((await MallScene.PaidOrderAsync(shopper, (tea, 1))).IdOf()));
    }

    [Theory]
    [InlineData("Sec-GPC")]
    [InlineData("DNT")]
    public async Task Nothing_is_kept_of_a_browser_that_does_not_want_it(string header)
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, creator, shopper, browser) = (await scene.ListAsync(), await own.SignUpAsync("Creator"), await scene.ShopperAsync(), own.NewBrowser());
        var product = await ProductAsync(own, tea);
        browser.DefaultRequestHeaders.Add(header, "1");

        using var page = await browser.GetAsync(new Uri($"/products/{product}?by={creator.Id}", UriKind.Relative), Ct);
        await SendAsync(shopper, CookieOf(own, product, creator.Id), header);

        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Equal(0, await TouchesAsync(own));
    }

    [Fact]
    public async Task Nothing_is_kept_of_people_who_switched_personalisation_off()
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, creator, shopper) = (await scene.ListAsync(), await own.SignUpAsync("Creator"), await scene.ShopperAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await shopper.Client.DeleteJsonAsync("/api/v1/feed/personalisation")).Status);
        await own.DeliverFactsAsync();

        await SendAsync(shopper, CookieOf(own, await ProductAsync(own, tea), creator.Id));
        await own.FollowLinkAsync(shopper, tea, creator.Id);

        Assert.Equal(0, await TouchesAsync(own));
        Assert.Empty(await own.EarnersAsync((await MallScene.PaidOrderAsync(shopper, (tea, 1))).IdOf()));
    }

    [Fact]
    public async Task The_cookie_is_bounded_and_nonsense_in_it_leads_nowhere()
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, creator, shopper, browser) = (await scene.ListAsync(), await own.SignUpAsync("Creator"), await scene.ShopperAsync(), own.NewBrowser());
        var product = await ProductAsync(own, tea);
        var cookie = "";
        for (var by = 1; by <= VisitorTouches.Most + 5; by++)
        {
            using var page = await browser.GetAsync(new Uri($"/products/{product}?by={by}", UriKind.Relative), Ct);
            cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        }

        Assert.Equal(VisitorTouches.Most, cookie.Split(';')[0].Split('_').Length);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        foreach (var nonsense in (string[])["", "x", "1-2-3", "7-1-1-1", "1-1-1-99999999999999999999", "1--1-1-1", CookieOf(own, product: 1, creator.Id), CookieOf(own, product, by: 1)])
        {
            await SendAsync(shopper, nonsense);
        }

        Assert.Equal(0, await TouchesAsync(own));
    }

    private async Task<AppFixture> RatedHostAsync()
    {
        var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Creator, 1_000);
        return own;
    }

    private static Task<int> TouchesAsync(AppFixture own) => own.InDb<MallDb, int>(db => db.Touches.CountAsync(Ct));

    private static Task<long> ProductAsync(AppFixture own, long skuId) => own.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.Id == skuId).Select(sku => sku.ProductId).SingleAsync(Ct));

    private static async Task VisitAsync(AppFixture own, HttpClient browser, long skuId, long by)
    {
        var product = await ProductAsync(own, skuId);
        await browser.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"/products/{product}?by={by}"), Ct);
    }

    private static async Task SignInAsync(HttpClient browser, Shopper shopper)
    {
        using var form = new FormUrlEncodedContent([new("login", shopper.Person.Email), new("password", Person.Password)]);
        using var answer = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form, Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>What a browser would remember of a link that was opened now.</summary>
    private static string CookieOf(AppFixture own, long product, long by) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)TouchKind.Link}-{product}-{by}-{own.Clock.GetUtcNow().ToUnixTimeSeconds()}");

    /// <summary>Opens the cart with such a cookie.</summary>
    private static async Task SendAsync(Shopper shopper, string cookie, string? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cart");
        request.Headers.Add("Cookie", $"{VisitorTouches.Cookie}={cookie}");
        if (header is not null)
        {
            request.Headers.Add(header, "1");
        }

        using var answer = await shopper.Client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

public sealed class VisitorTouchesOnSqlite(OnSqlite app) : VisitorTouchTests(app);

public sealed class VisitorTouchesOnPostgres(OnPostgres app) : VisitorTouchTests(app);
