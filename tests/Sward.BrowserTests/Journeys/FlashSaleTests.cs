using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>A limited-time purchase from the store's desk over the queue to the payment; who was too late waits and is served. Once with and once without JavaScript.</summary>
public abstract class FlashSaleTests(RunningSward sward, Browsers browsers) : Journey(sward, browsers)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task One_buyer_gets_the_unit_the_other_waits_and_is_served(bool script)
    {
        var merchant = await ArriveAsync();
        await merchant.SignUpAsync("Merchant");
        var desk = await merchant.OpenStoreAsync("Corner store", "Yunnan", $"Meadow tea {Random.Shared.Next(1_000_000)}", "149.00");
        await merchant.MakeFlashSaleAsync(desk, "99.00", units: 1);
        await merchant.Page.GetByRole(AriaRole.Row).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(merchant.Page.GetByRole(AriaRole.Timer)).ToContainTextAsync("23:");
        var product = merchant.Page.Url;

        var first = await ArriveAsync(window: Window.Phone, script: script);
        await first.SignUpAsync("First");
        await first.VisitAsync(product);
        await first.AskInFlashSaleAsync();
        await first.SeeResultAsync("mall.flash.result.Placed");

        var second = await ArriveAsync("zh-CN", Window.Phone, script);
        await second.SignUpAsync("第二位");
        await second.VisitAsync(product);
        await second.AskInFlashSaleAsync();
        await second.SeeResultAsync("problem.mall.sold-out");
        await second.JoinWaitingListAsync();

        await first.CancelOrderAsync();
        await second.SeeResultAsync("mall.flash.result.Placed");
        await second.PayForFlashAsync();
        await second.VisitAsync("/orders");
        await second.Page.Locator(".order-card").First.ClickAsync();
        await Assertions.Expect(second.Page.GetByText("¥99").First).ToBeVisibleAsync();
    }
}

public sealed class FlashSaleOnSqlite(OnSqlite sward, Browsers browsers) : FlashSaleTests(sward, browsers);

public sealed class FlashSaleOnPostgres : FlashSaleTests
{
    public FlashSaleOnPostgres(OnPostgres sward, Browsers browsers) : base(sward, browsers) =>
        Assert.SkipWhen(OnPostgres.IsAbsent, "Set SWARD_TEST_POSTGRES to run against PostgreSQL.");
}
