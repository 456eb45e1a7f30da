using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>A coupon from the store's desk to the buyer's order; the buyer has no JavaScript.</summary>
public abstract class CouponTests(RunningSward sward, Browsers browsers) : Journey(sward, browsers)
{
    [Fact]
    public async Task A_coupon_is_given_out_taken_and_used()
    {
        var merchant = await ArriveAsync();
        await merchant.SignUpAsync("Merchant");
        var desk = await merchant.OpenStoreAsync("Corner store", "Yunnan", $"Meadow tea {Random.Shared.Next(1_000_000)}", "149.00");
        await merchant.GiveCouponsAsync(desk, "Spring greeting", "20");

        var buyer = await ArriveAsync(window: Window.Phone, script: false);
        await buyer.SignUpAsync("Buyer");
        await buyer.VisitAsync(desk.Replace("/desk/", "/stores/", StringComparison.Ordinal));
        await buyer.TakeCouponAsync("Spring greeting");
        await buyer.TakePictureAsync("coupons-360-light");

        await buyer.Page.GetByRole(AriaRole.Link, new() { Name = "Use it" }).ClickAsync();
        await buyer.Page.Locator(".product-card a").First.ClickAsync();
        await buyer.BuyAsync();
        await buyer.VisitAsync("/orders");
        await buyer.Page.Locator(".order-card").First.ClickAsync();
        await Assertions.Expect(buyer.Page.GetByText("¥129").First).ToBeVisibleAsync();
        await buyer.VisitAsync("/coupons");
        await Assertions.Expect(buyer.Page.GetByText("Spring greeting")).ToHaveCountAsync(0);
    }
}

public sealed class CouponsOnSqlite(OnSqlite sward, Browsers browsers) : CouponTests(sward, browsers);

public sealed class CouponsOnPostgres : CouponTests
{
    public CouponsOnPostgres(OnPostgres sward, Browsers browsers) : base(sward, browsers) =>
        Assert.SkipWhen(OnPostgres.IsAbsent, "Set SWARD_TEST_POSTGRES to run against PostgreSQL.");
}
