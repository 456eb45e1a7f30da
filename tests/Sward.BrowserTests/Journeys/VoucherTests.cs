using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>A voucher from the store's desk over the buyer's phone to the counter; the buyer has no JavaScript.</summary>
public abstract class VoucherTests(RunningSward sward, Browsers browsers) : Journey(sward, browsers)
{
    [Fact]
    public async Task A_voucher_is_bought_and_redeemed_once()
    {
        var name = $"Tea for two {Random.Shared.Next(1_000_000)}";
        var merchant = await ArriveAsync();
        await merchant.SignUpAsync("Counter");
        var desk = await merchant.OpenStoreAsync("Tea house", "Hangzhou", "A cup", "9.00");
        await merchant.ListVoucherAsync(desk, name, "58.00");

        var buyer = await ArriveAsync(window: Window.Phone, script: false);
        await buyer.SignUpAsync("Guest");
        await buyer.VisitAsync(desk.Replace("/desk/", "/stores/", StringComparison.Ordinal));
        await buyer.Page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await buyer.BuyAsync();
        var code = await buyer.OpenVoucherAsync(name);
        await buyer.TakePictureAsync("voucher-360-light");

        await merchant.RedeemAsync(desk, code);
        await Assertions.Expect(merchant.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = name })).ToBeVisibleAsync();
        await merchant.RedeemAsync(desk, code);
        await Assertions.Expect(merchant.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "by Counter" })).ToBeVisibleAsync();

        await buyer.VisitAsync("/vouchers");
        await Assertions.Expect(buyer.Page.GetByText("Used")).ToBeVisibleAsync();
    }
}

public sealed class VouchersOnSqlite(OnSqlite sward, Browsers browsers) : VoucherTests(sward, browsers);

public sealed class VouchersOnPostgres : VoucherTests
{
    public VouchersOnPostgres(OnPostgres sward, Browsers browsers) : base(sward, browsers) =>
        Assert.SkipWhen(OnPostgres.IsAbsent, "Set SWARD_TEST_POSTGRES to run against PostgreSQL.");
}
