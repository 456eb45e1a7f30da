using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sward.Search;
using Sward.Tests.Mall;

namespace Sward.Tests.Search;

public abstract class FindStoresTests(AppFixture app)
{
    private readonly SearchScene scene = new(app);

    [Theory]
    [InlineData("拾木旗舰店", "拾木 官方旗舰店", true)]
    [InlineData("Blue Bottle Official Store", "blue  bottle", true)]
    [InlineData("Ｈａｒｂｏｕｒ", "harbour shop", true)]
    [InlineData("书店", "书", false)]
    [InlineData("Store", "shop", false)]
    public void What_only_says_that_it_is_a_store_is_no_part_of_its_name(string name, string query, bool isSame) =>
        Assert.Equal(isSame, string.Equals(StoreName.KeyOf(name), StoreName.KeyOf(query), StringComparison.Ordinal));

    [Fact]
    public async Task A_store_heads_the_results_for_its_own_name_once_it_wants_to()
    {
        var seller = await app.SignUpAsync("Seller");
        var name = SearchScene.NewWord();
        var store = await OpenAsync(seller, $"{name} Official Store");
        await scene.PublishAsync(seller, name);
        await scene.DeliverAsync();
        Assert.Empty(await FindAsync(app.Visitor, name));

        await EditAsync(seller, store, new { searchDirect = true });
        await scene.DeliverAsync();

        Assert.Equal([store], await FindAsync(app.Visitor, name.ToUpperInvariant()));
        Assert.Empty(await FindAsync(app.Visitor, $"{name} tea"));
        foreach (var tab in new[] { "", "&tab=mall", "&tab=people" })
        {
            Assert.Contains($"href=\"/search/to/{store}\" rel=\"nofollow\">Visit<span class=\"visually-hidden\"> {name} Official Store</span>", await PageAsync(app.Visitor, $"/search?q={name}{tab}"), StringComparison.Ordinal);
        }

        await EditAsync(seller, store, new { name = $"{name}x" });
        await scene.DeliverAsync();
        Assert.Empty(await FindAsync(app.Visitor, name));
        Assert.Equal([store], await FindAsync(app.Visitor, $"{name}x"));

        await EditAsync(seller, store, new { searchDirect = false });
        await scene.DeliverAsync();
        Assert.Empty(await FindAsync(app.Visitor, $"{name}x"));
    }

    [Fact]
    public async Task The_stores_of_those_who_are_blocked_are_not_shown()
    {
        var (seller, buyer) = (await app.SignUpAsync("Seller"), await app.SignUpAsync("Buyer"));
        var name = SearchScene.NewWord();
        var store = await OpenAsync(seller, name);
        await EditAsync(seller, store, new { searchDirect = true });
        await buyer.Client.PutJsonAsync($"/api/v1/accounts/{seller.Id}/block");
        await scene.DeliverAsync();

        Assert.Empty(await FindAsync(buyer.Client, name));
        Assert.Equal([store], await FindAsync(app.Visitor, name));
    }

    [Fact]
    public async Task A_link_to_an_approved_site_asks_first_and_any_other_leads_nowhere()
    {
        var (keeper, seller) = (await RulesTests.OperatorAsync(app), await app.SignUpAsync("Seller"));
        var (name, site) = (SearchScene.NewWord(), $"{SearchScene.NewWord()}.example");
        var store = await OpenAsync(seller, name);
        var link = $"https://shop.{site}/tea?from=sward";
        await EditAsync(seller, store, new { searchDirect = true, outsideLink = link });
        await scene.DeliverAsync();
        Assert.DoesNotContain(site, await PageAsync(app.Visitor, $"/search?q={name}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.GetAsync($"/search/leave/{store}", AppFixture.Ct)).StatusCode);

        Assert.Equal(HttpStatusCode.Forbidden, await RulesTests.PostAsync(seller, "ApproveSite", ("site", site)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await RulesTests.PostAsync(keeper, "ApproveSite", ("site", "localhost")));
        await RulesTests.PostAsync(keeper, "ApproveSite", ("site", $"https://{site.ToUpperInvariant()}/"));

        var results = await PageAsync(app.Visitor, $"/search?q={name}");
        Assert.Contains($"href=\"/search/leave/{store}\"", results, StringComparison.Ordinal);
        Assert.DoesNotContain(link, results, StringComparison.Ordinal);
        var asks = await PageAsync(app.Visitor, $"/search/leave/{store}");
        Assert.Contains($"href=\"/search/leave/{store}/go\" rel=\"noopener noreferrer nofollow\"", asks, StringComparison.Ordinal);
        Assert.Contains($"<code>{link}</code>", asks, StringComparison.Ordinal);
        var leaves = await app.Visitor.GetAsync($"/search/leave/{store}/go", AppFixture.Ct);
        Assert.Equal((HttpStatusCode.Redirect, link), (leaves.StatusCode, leaves.Headers.Location?.OriginalString));

        await RulesTests.PostAsync(keeper, "RefuseSite", ("host", site));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.GetAsync($"/search/leave/{store}", AppFixture.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.GetAsync($"/search/leave/{store}/go", AppFixture.Ct)).StatusCode);
    }

    [Fact]
    public async Task Who_followed_the_card_is_counted_and_so_is_what_they_buy_within_a_week()
    {
        var mall = await MallScene.OpenAsync(app);
        var tea = await mall.ListAsync();
        await EditAsync(mall.Seller, mall.StoreId, new { searchDirect = true });
        await scene.DeliverAsync();
        var (came, late, stranger) = (await mall.ShopperAsync(), await mall.ShopperAsync(), await mall.ShopperAsync());
        await MallScene.PaidOrderAsync(came, (tea, 1));
        await scene.DeliverAsync();
        Assert.Equal((0, 0, 0), await CountsAsync(mall));

        await FollowCardAsync(late.Client, mall.StoreId);
        var before = app.Clock.GetUtcNow().AddDays(-8);
        await app.InDb<SearchDb, int>(db => db.DirectVisits.Where(v => v.AccountId == late.Person.Id).ExecuteUpdateAsync(set => set.SetProperty(v => v.At, before), AppFixture.Ct));
        await FollowCardAsync(app.Visitor, mall.StoreId);
        await FollowCardAsync(came.Client, mall.StoreId);
        await FollowCardAsync(came.Client, mall.StoreId);
        using var ahead = new HttpRequestMessage(HttpMethod.Get, $"/search/to/{mall.StoreId}") { Headers = { { "Sec-Purpose", "prefetch" } } };
        await app.Visitor.SendAsync(ahead, AppFixture.Ct);
        foreach (var shopper in new[] { came, late, stranger })
        {
            await MallScene.PaidOrderAsync(shopper, (tea, 1));
        }

        await scene.DeliverAsync();
        Assert.Equal((4, 0, 1), await CountsAsync(mall));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync($"/desk/{mall.StoreId}/store", AppFixture.Ct)).StatusCode);
    }

    [Fact]
    public async Task Who_erases_their_searches_has_come_from_nowhere()
    {
        var mall = await MallScene.OpenAsync(app);
        var tea = await mall.ListAsync();
        await EditAsync(mall.Seller, mall.StoreId, new { searchDirect = true });
        await scene.DeliverAsync();
        var shopper = await mall.ShopperAsync();
        await FollowCardAsync(shopper.Client, mall.StoreId);

        await shopper.Client.DeleteJsonAsync("/api/v1/search/history");
        await MallScene.PaidOrderAsync(shopper, (tea, 1));
        await scene.DeliverAsync();

        Assert.Equal((1, 0, 0), await CountsAsync(mall));
    }

    [Fact]
    public async Task Who_switched_personalisation_off_is_counted_but_not_remembered()
    {
        var mall = await MallScene.OpenAsync(app);
        var tea = await mall.ListAsync();
        await EditAsync(mall.Seller, mall.StoreId, new { searchDirect = true });
        await scene.DeliverAsync();
        var shopper = await mall.ShopperAsync();
        await shopper.Client.DeleteJsonAsync("/api/v1/feed/personalisation");
        await FollowCardAsync(shopper.Client, mall.StoreId);
        await MallScene.PaidOrderAsync(shopper, (tea, 1));
        await scene.DeliverAsync();

        Assert.Equal((1, 0, 0), await CountsAsync(mall));
        Assert.False(await app.InDb<SearchDb, bool>(db => db.DirectVisits.AnyAsync(v => v.AccountId == shopper.Person.Id, AppFixture.Ct)));
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("https://name@example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://127.0.0.1/")]
    public async Task A_link_that_is_no_address_of_a_site_is_refused(string link)
    {
        var seller = await app.SignUpAsync("Seller");
        var store = await OpenAsync(seller, SearchScene.NewWord());

        var answer = await seller.Client.PatchJsonAsync($"/api/v1/stores/{store}", new { searchDirect = true, outsideLink = link });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.link-invalid"), (answer.Status, answer.Body.GetProperty("code").GetString()));
        Assert.DoesNotContain("name=\"searchDirect\" value=\"true\" checked", await PageAsync(seller.Client, $"/desk/{store}/store"), StringComparison.Ordinal);
    }

    private static async Task<long> OpenAsync(Person seller, string name) => (await seller.Client.PostJsonAsync("/api/v1/stores", new { name, kind = "brand" })).Body.IdOf();

    private static async Task EditAsync(Person seller, long store, object change) =>
        Assert.Equal(HttpStatusCode.OK, (await seller.Client.PatchJsonAsync($"/api/v1/stores/{store}", change)).Status);

    private static async Task<List<long>> FindAsync(HttpClient reader, string query) =>
        [.. (await reader.GetJsonAsync($"/api/v1/search/stores?q={Uri.EscapeDataString(query)}")).Items().Select(item => item.GetProperty("store").IdOf())];

    private static async Task FollowCardAsync(HttpClient reader, long store)
    {
        var answer = await reader.GetAsync($"/search/to/{store}", AppFixture.Ct);
        Assert.Equal((HttpStatusCode.Redirect, $"/stores/{store}"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    /// <summary>Visits, leaves and orders of the last seven days, as the store reads them.</summary>
    private static async Task<(int Visits, int Left, int Orders)> CountsAsync(MallScene mall)
    {
        var desk = await PageAsync(mall.Seller.Client, $"/desk/{mall.StoreId}/store");
        var row = desk[desk.IndexOf("<tbody>", StringComparison.Ordinal)..];
        int[] counts = [.. Regex.Matches(row, "<td>(?<count>[0-9]+)</td>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Take(3).Select(cell => int.Parse(cell.Groups["count"].Value, CultureInfo.InvariantCulture))];
        return (counts[0], counts[1], counts[2]);
    }

    private static async Task<string> PageAsync(HttpClient reader, string url) => WebUtility.HtmlDecode(await reader.GetStringAsync(url, AppFixture.Ct));
}

public sealed class FindStoresOnSqlite(OnSqlite app) : FindStoresTests(app);

public sealed class FindStoresOnPostgres(OnPostgres app) : FindStoresTests(app);
