using System.Net;
using Sward.Mall.Commissions;
using Sward.Mall.Ledger;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Mall;

public abstract class SharedOfferTests(AppFixture app)
{
    [Fact]
    public async Task Only_stores_that_take_part_bear_their_share_and_the_ledger_has_both_parts()
    {
        await using var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Platform, 500);
        var (left, right, keeper) = (await MallScene.OpenAsync(own), await MallScene.OpenAsync(own), await KeeperAsync(own));
        var (shopper, tea, cup) = (await left.ShopperAsync(), await left.ListAsync(20_000, 5), await right.ListAsync(20_000, 5));
        var offer = await MakeAsync(own, keeper, storesPercent: 40);
        Assert.Equal((20_000, 20_000), (await TotalAsync(shopper, tea), await TotalAsync(shopper, cup)));

        Assert.Equal(HttpStatusCode.NoContent, (await JoinAsync(left, offer)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await JoinAsync(left, offer)).Status);

        Assert.Equal((15_000, 20_000), (await TotalAsync(shopper, tea), await TotalAsync(shopper, cup)));
        var order = await MallScene.PaidOrderAsync(shopper, (tea, 1));
        Assert.Equal(3_000, order.Minor("subsidy"));
        await left.ReceiveAsync(shopper, order);
        await own.CloseOrdersAsync();
        // Of 50.00 the platform bears 30.00: the store has 150.00 + 30.00, and its commission of 5 % is of that.
        await AssertBooksAsync(own, left, merchant: 18_000 - 900, commission: 900, subsidy: -3_000);

        await own.RefundAsync(order.IdOf(), tea, 5_000);
        await AssertBooksAsync(own, left, merchant: 12_000 - 600, commission: 600, subsidy: -2_000);
        await own.RefundAsync(order.IdOf(), tea, 10_000);
        await AssertBooksAsync(own, left, merchant: 0, commission: 0, subsidy: 0);
    }

    [Fact]
    public async Task A_store_that_leaves_bears_nothing_more_and_nobody_is_charged_unseen()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, keeper) = (await MallScene.OpenAsync(own), await KeeperAsync(own));
        var (shopper, tea) = (await scene.ShopperAsync(), await scene.ListAsync(20_000, 5));
        var offer = await MakeAsync(own, keeper, storesPercent: 100);
        await JoinAsync(scene, offer);
        var quoteId = (await shopper.QuoteAsync((tea, 1))).Body.GetProperty("id").GetString()!;

        Assert.Equal(HttpStatusCode.NoContent, (await LeaveAsync(scene.Seller.Client, scene.StoreId, offer)).Status);

        Assert.Equal("mall.price-changed", (await shopper.CheckoutAsync(quoteId, Http.NewKey(), (tea, 1))).Code);
        Assert.Equal(20_000, await TotalAsync(shopper, tea));
        await JoinAsync(scene, offer);
        Assert.Equal(15_000, await TotalAsync(shopper, tea));
        await keeper.Client.PostJsonAsync($"/api/v1/offers/{offer}/end");
        Assert.Equal("mall.offer-not-found", (await JoinAsync(scene, offer)).Code);
        Assert.Equal(20_000, await TotalAsync(shopper, tea));
    }

    [Fact]
    public async Task A_coupon_that_was_taken_before_a_store_left_stays_good_there()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, keeper) = (await MallScene.OpenAsync(own), await KeeperAsync(own));
        var (early, late, tea) = (await scene.ShopperAsync(), await scene.ShopperAsync(), await scene.ListAsync(20_000, 5));
        var coupon = (await keeper.Client.PostJsonAsync("/api/v1/coupons", new
        {
            title = "Spring",
            layer = "platform",
            fromMinor = 0,
            offMinor = 1_001,
            percent = 0,
            quota = 10,
            perPerson = 1,
            storesPercent = 50,
            until = own.Clock.GetUtcNow().AddDays(7),
        })).Body;
        Assert.Equal(50, coupon.GetProperty("storesPercent").GetInt32());
        await ClaimAsync(early, coupon.IdOf());
        Assert.Equal(20_000, await TotalAsync(early, tea));
        await JoinAsync(scene, coupon.IdOf());
        Assert.Equal(18_999, await TotalAsync(early, tea));
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));

        await LeaveAsync(scene.Seller.Client, scene.StoreId, coupon.IdOf());
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await ClaimAsync(late, coupon.IdOf());

        Assert.Equal((18_999, 20_000), (await TotalAsync(early, tea), await TotalAsync(late, tea)));
        // Half of 10.01, half up.
        Assert.Equal(501, (await MallScene.PaidOrderAsync(early, (tea, 1))).Minor("subsidy"));
    }

    [Fact]
    public async Task Nobody_but_the_store_itself_lets_it_bear_a_share()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, other, keeper) = (await MallScene.OpenAsync(own), await MallScene.OpenAsync(own), await KeeperAsync(own));
        var (shopper, tea) = (await scene.ShopperAsync(), await scene.ListAsync(20_000, 5));
        var (offer, ofPlatform) = (await MakeAsync(own, keeper, storesPercent: 40), await MakeAsync(own, keeper, storesPercent: 0, fromMinor: 90_000));

        foreach (var client in new[] { shopper.Client, other.Seller.Client, keeper.Client })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.PutJsonAsync(UrlOf(scene.StoreId, offer), new { })).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await LeaveAsync(client, scene.StoreId, offer)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/shared-offers")).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Visitor.PutJsonAsync(UrlOf(scene.StoreId, offer), new { })).Status);
        Assert.Equal("mall.offer-not-found", (await JoinAsync(scene, ofPlatform)).Code);
        Assert.Equal("mall.offer-not-found", (await LeaveAsync(scene.Seller.Client, scene.StoreId, offer)).Code);
        Assert.Equal("mall.offer-share", (await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/offers", Body(own, storesPercent: 1, fromMinor: 10_000))).Code);
        var listed = Assert.Single((await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/shared-offers")).Items());
        Assert.Equal((offer, 40, false), (listed.IdOf(), listed.GetProperty("storesPercent").GetInt32(), listed.GetProperty("takesPart").GetBoolean()));
        Assert.Equal(20_000, await TotalAsync(shopper, tea));
    }

    [Fact]
    public async Task The_operator_sets_the_share_and_a_store_joins_at_their_desks()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, keeper) = (await MallScene.OpenAsync(own), await KeeperAsync(own));
        var (shopper, tea) = (await scene.ShopperAsync(), await scene.ListAsync(20_000, 5));
        var desk = $"/desk/{scene.StoreId}/offers";
        Assert.Contains("name=\"storesPercent\"", await keeper.Client.GetStringAsync("/operator/offers", AppFixture.Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"storesPercent\"", await scene.Seller.Client.GetStringAsync(desk, AppFixture.Ct), StringComparison.Ordinal);
        await PostAsync(keeper.Client, "/operator/offers?handler=New", HttpStatusCode.Redirect, new("title", "Festival"), new("from", "100"), new("off", "50"), new("days", "7"), new("storesPercent", "40"));
        var offer = (await scene.Seller.Client.GetJsonAsync($"/api/v1/stores/{scene.StoreId}/shared-offers")).Items().Single().IdOf();

        Assert.Contains($"action=\"{desk}?handler=Join\"", await scene.Seller.Client.GetStringAsync(desk, AppFixture.Ct), StringComparison.Ordinal);
        await PostAsync(shopper.Client, $"{desk}?handler=Join", HttpStatusCode.NotFound, new KeyValuePair<string, string>("offerId", $"{offer}"));
        Assert.Equal(20_000, await TotalAsync(shopper, tea));
        await PostAsync(scene.Seller.Client, $"{desk}?handler=Join", HttpStatusCode.Redirect, new KeyValuePair<string, string>("offerId", $"{offer}"));

        Assert.Equal(15_000, await TotalAsync(shopper, tea));
        Assert.Contains("You bear 40 %, the platform 60 %", await scene.Seller.Client.GetStringAsync(desk, AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains("1 take part", await keeper.Client.GetStringAsync("/operator/offers", AppFixture.Ct), StringComparison.Ordinal);
        var order = await MallScene.PaidOrderAsync(shopper, (tea, 1));
        Assert.Contains("Of the discounts the platform bears", await scene.Seller.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        await PostAsync(scene.Seller.Client, $"{desk}?handler=Leave", HttpStatusCode.Redirect, new KeyValuePair<string, string>("offerId", $"{offer}"));
        Assert.Equal(20_000, await TotalAsync(shopper, tea));
    }

    private static async Task AssertBooksAsync(AppFixture own, MallScene scene, long merchant, long commission, long subsidy)
    {
        Assert.Equal(
            (merchant, commission, subsidy),
            (await own.HoldsAsync(AccountKind.Merchant, scene.StoreId), await own.HoldsAsync(AccountKind.Commission, Posting.Platform), await own.HoldsAsync(AccountKind.Subsidy, Posting.Platform)));
        await own.AssertSoundAsync();
    }

    private static async Task<Person> KeeperAsync(AppFixture host)
    {
        var keeper = await host.SignUpAsync("Keeper");
        await FlashScene.MakeOperatorAsync(host, keeper);
        return keeper;
    }

    private static async Task<long> MakeAsync(AppFixture host, Person keeper, int storesPercent, long fromMinor = 10_000)
    {
        var made = await keeper.Client.PostJsonAsync("/api/v1/offers", Body(host, storesPercent, fromMinor));
        Assert.True(made.Status is HttpStatusCode.Created, $"{made.Status} {made.Body}");
        return made.Body.IdOf();
    }

    private static object Body(AppFixture host, int storesPercent, long fromMinor) => new
    {
        title = "Festival",
        terms = new { threshold = new { tiers = new[] { new { fromMinor, offMinor = 5_000 } } } },
        priority = 0,
        exclusive = false,
        storesPercent,
        until = host.Clock.GetUtcNow().AddDays(30),
    };

    private static string UrlOf(long storeId, long offerId) => $"/api/v1/stores/{storeId}/shared-offers/{offerId}";

    private static Task<Answer> JoinAsync(MallScene scene, long offerId) => scene.Seller.Client.PutJsonAsync(UrlOf(scene.StoreId, offerId), new { });

    private static Task<Answer> LeaveAsync(HttpClient client, long storeId, long offerId) => client.DeleteJsonAsync(UrlOf(storeId, offerId));

    private static async Task ClaimAsync(Shopper shopper, long couponId) =>
        Assert.Equal(HttpStatusCode.OK, (await shopper.Client.PostJsonAsync($"/api/v1/coupons/{couponId}/claim")).Status);

    private static async Task<long> TotalAsync(Shopper shopper, long skuId) => (await shopper.QuoteAsync((skuId, 1))).Body.Minor("total");

    private static async Task PostAsync(HttpClient client, string url, HttpStatusCode status, params KeyValuePair<string, string>[] fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(url, form, AppFixture.Ct);
        Assert.Equal(status, answer.StatusCode);
    }
}

public sealed class SharedOffersOnSqlite(OnSqlite app) : SharedOfferTests(app);

public sealed class SharedOffersOnPostgres(OnPostgres app) : SharedOfferTests(app);
