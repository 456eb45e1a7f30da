using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>A pre-sale from the store's desk to the deposit, and on: one buyer withdraws and loses it, another pays the rest. Once with and once without JavaScript.</summary>
public abstract class PreSaleTests(RunningSward sward, Browsers browsers) : Journey(sward, browsers)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_buyer_pays_the_deposit_sees_what_is_to_come_and_withdraws(bool script)
    {
        var merchant = await ArriveAsync(script: script);
        await merchant.SignUpAsync("Merchant");
        var desk = await merchant.OpenStoreAsync("Harbour store", "Fujian", $"Harvest tea {Random.Shared.Next(1_000_000)}", "149.00");
        await merchant.MakePreSaleAsync(desk, "149.00", "20.00", "40.00");
        await merchant.Page.GetByRole(AriaRole.Row).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(merchant.Page.GetByText("¥20").First).ToBeVisibleAsync();

        var buyer = await ArriveAsync("zh-CN", Window.Phone, script);
        await buyer.SignUpAsync("买家");
        await buyer.VisitAsync(merchant.Page.Url);
        await buyer.PayDepositAsync();
        await buyer.OpenNewestOrderAsync();
        await buyer.SeeOrderAsync("PendingFinal");
        await buyer.SeeAsync("mall.pre-sale.rest-later");
        await Assertions.Expect(buyer.Page.GetByText("¥109").First).ToBeVisibleAsync();

        await buyer.CancelOrderAsync();
        await buyer.SeeAsync("mall.pre-sale.forfeited");
    }

    [Fact]
    public async Task A_buyer_pays_the_rest_in_its_window_and_the_store_cancels_and_owes_the_deposit_twice()
    {
        var (merchant, buyer) = (await ArriveAsync(), await ArriveAsync(window: Window.Phone));
        await merchant.SignUpAsync("Merchant");
        await buyer.SignUpAsync("Buyer");
        var desk = await merchant.OpenStoreAsync("Harbour store", "Fujian", $"Harvest tea {Random.Shared.Next(1_000_000)}", "149.00");
        await merchant.MakeShortPreSaleAsync(desk, 14_900, TimeSpan.FromSeconds(30));
        await merchant.Page.GetByRole(AriaRole.Row).GetByRole(AriaRole.Link).First.ClickAsync();

        await buyer.VisitAsync(merchant.Page.Url);
        await buyer.PayDepositAsync();
        await buyer.OpenNewestOrderAsync();
        await buyer.PayRestAsync();
        await buyer.OpenNewestOrderAsync();
        await buyer.SeeOrderAsync("ToShip");

        await merchant.VisitAsync(buyer.Page.Url);
        await merchant.Page.Locator("[data-opens=cancel-order]").ClickAsync();
        await merchant.Page.Locator("form[action*='handler=Cancel'] .button-danger:visible").ClickAsync();
        await merchant.SeeOrderAsync("Cancelled");
        await buyer.VisitAsync("/penalties");
        await Assertions.Expect(buyer.Page.GetByText("¥14.9").First).ToBeVisibleAsync();
    }
}

public sealed class PreSaleOnSqlite(OnSqlite sward, Browsers browsers) : PreSaleTests(sward, browsers);

public sealed class PreSaleOnPostgres : PreSaleTests
{
    public PreSaleOnPostgres(OnPostgres sward, Browsers browsers) : base(sward, browsers) =>
        Assert.SkipWhen(OnPostgres.IsAbsent, "Set SWARD_TEST_POSTGRES to run against PostgreSQL.");
}
