using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>A cart over two stores with the platform's discount and a store's coupon, and then one of three units goes back: what was paid for it is refunded, to the cent.</summary>
public abstract class TwoStoresTests(RunningSward sward, Browsers browsers) : Journey(sward, browsers)
{
    private readonly RunningSward sward = sward;

    [Fact]
    public async Task A_cart_over_two_stores_is_discounted_and_a_part_of_it_returned()
    {
        var keeper = await ArriveAsync();
        await sward.BecomeOperatorAsync(keeper);
        await keeper.MakePlatformThresholdAsync($"Both stores {Random.Shared.Next(1_000_000)}", "1700", "100");

        var (potter, weaver) = (await ArriveAsync(), await ArriveAsync());
        await potter.SignUpAsync("Potter");
        var pottery = await potter.OpenStoreAsync("Kiln", "Jingdezhen", "Teapot", "700.00");
        await potter.GiveCouponsAsync(pottery, "Kiln greeting", "50");
        await weaver.SignUpAsync("Weaver");
        var weaving = await weaver.OpenStoreAsync("Loom", "Suzhou", "Shawl", "500.00");

        var buyer = await ArriveAsync(window: Window.Phone);
        await buyer.SignUpAsync("Buyer");
        await buyer.VisitAsync(StoreOf(pottery));
        await buyer.TakeCouponAsync("Kiln greeting");
        await PutFirstOfAsync(buyer, pottery);
        await buyer.WantInCartAsync(2);
        await PutFirstOfAsync(buyer, weaving);
        await buyer.Page.GetByRole(AriaRole.Link, new() { Name = "Check out" }).ClickAsync();
        var why = buyer.Page.Locator(".totals");
        await Assertions.Expect(why).ToContainTextAsync("−¥100.00");
        await Assertions.Expect(why).ToContainTextAsync("−¥50.00");
        // 1,900 − 100 − 50, and both parcels.
        await Assertions.Expect(why.Locator(".totals-sum")).ToContainTextAsync("1,750");
        await buyer.TakePictureAsync("two-stores-checkout-360-light");
        await buyer.PayInSandboxAsync();

        await potter.ShipAsync(pottery);
        await buyer.VisitAsync("/orders");
        await buyer.Page.Locator(".order-card").Filter(new() { HasText = "Kiln" }).ClickAsync();
        await buyer.Page.GetByRole(AriaRole.Button, new() { Name = "I have it" }).ClickAsync();
        await buyer.AskToReturnAsync(units: 1, "One would be enough");
        await buyer.OpenReturnAsync();
        var request = buyer.Page.Url;
        await potter.VisitAsync(request);
        await potter.AnswerReturnAsync("mall.after-sale.agree");
        await buyer.VisitAsync(request);
        await buyer.SendBackAsync();
        await potter.VisitAsync(request);
        await potter.AnswerReturnAsync("mall.after-sale.received");

        // Half of the pots: 1,400 − 100 × 1,400 / 1,900 − 50.
        await buyer.SeeSoonAsync(request, () => buyer.Page.GetByRole(AriaRole.Heading, new() { Name = "refunded" }));
        await Assertions.Expect(buyer.Page.GetByText("¥638.16").First).ToBeVisibleAsync();
        await buyer.TakePictureAsync("two-stores-return-360-light");
    }

    private static string StoreOf(string desk) => desk.Replace("/desk/", "/stores/", StringComparison.Ordinal);

    private static async Task PutFirstOfAsync(Guest buyer, string desk)
    {
        await buyer.VisitAsync(StoreOf(desk));
        await buyer.Page.Locator(".product-card a").First.ClickAsync();
        await buyer.PutIntoCartAsync();
    }
}

public sealed class TwoStoresOnSqlite(OnSqlite sward, Browsers browsers) : TwoStoresTests(sward, browsers);

public sealed class TwoStoresOnPostgres : TwoStoresTests
{
    public TwoStoresOnPostgres(OnPostgres sward, Browsers browsers) : base(sward, browsers) =>
        Assert.SkipWhen(OnPostgres.IsAbsent, "Set SWARD_TEST_POSTGRES to run against PostgreSQL.");
}
