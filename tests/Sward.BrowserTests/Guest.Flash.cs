using Microsoft.Playwright;

namespace Sward.BrowserTests;

/// <summary>Selling and buying for a limited time.</summary>
public sealed partial class Guest
{
    /// <summary>Milliseconds: the waiting list is served every five seconds, and without a script its page looks every fifteen.</summary>
    private const float ResultPatience = 40_000;

    /// <summary>Makes a sale of one's newest goods that starts at once, after having looked at it.</summary>
    public async Task MakeFlashSaleAsync(string desk, string price, int units)
    {
        await PreviewFlashSaleAsync(desk, price, units);
        await Button("mall.desk.flash.make").ClickAsync();
        await SeeSoonAsync($"{desk}/flash", () => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = words["mall.flash.state.Running"] }));
    }

    /// <summary>Looks at what a sale of one's newest goods would mean.</summary>
    public async Task PreviewFlashSaleAsync(string desk, string price, int units)
    {
        await VisitAsync($"{desk}/flash");
        if (await Button("mall.desk.flash.look").IsHiddenAsync())
        {
            await Page.GetByText(words["mall.desk.flash.new"]).ClickAsync();
        }

        await Field("mall.desk.flash.what").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        await Page.Locator("form[action*='handler=Preview'] [name=price]").FillAsync(price);
        await Page.Locator("form[action*='handler=Preview'] [name=units]").FillAsync($"{units}");
        await Button("mall.desk.flash.look").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = words["mall.desk.flash.preview"] })).ToBeVisibleAsync();
    }

    /// <summary>Gets ready for the sale of the product that is open, with a new address, and asks for a unit.</summary>
    public async Task AskInFlashSaleAsync()
    {
        await Link("mall.flash.buy").ClickAsync();
        await Page.WaitForURLAsync("**/flash/*");
        await AddAddressAsync();
        await SendFlashRequestAsync();
    }

    /// <summary>Asks for a unit in the sale that is open.</summary>
    public async Task SendFlashRequestAsync()
    {
        await Page.Locator("#buy .button-main").ClickAsync();
        await Page.WaitForURLAsync("**/flash/*/requests/*");
    }

    /// <summary>Stays on the page of a request until it says so: told by the stream of results, or without a script by loading itself again.</summary>
    public Task SeeResultAsync(string text) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = words[text], Exact = true })).ToBeVisibleAsync(new() { Timeout = ResultPatience });

    /// <summary>Stays on the page of a request until there is a result, whichever.</summary>
    public Task SeeAnyResultAsync() => Assertions.Expect(Page.Locator("sward-flash-result")).ToHaveCountAsync(0, new() { Timeout = ResultPatience });

    /// <summary>Joins the waiting list after having been too late.</summary>
    public async Task JoinWaitingListAsync()
    {
        await Button("mall.flash.wait").ClickAsync();
        await SeeResultAsync("mall.flash.result.Waiting");
    }

    /// <summary>Pays for the units that one was given, in the sandbox.</summary>
    public async Task PayForFlashAsync()
    {
        await Link("mall.flash.pay").ClickAsync();
        await Page.WaitForURLAsync("**/pay/*");
        await Button("mall.pay.outcome.Succeed").ClickAsync();
        await Assertions.Expect(Page.GetByText(words["mall.payment.state.Settled"])).ToBeVisibleAsync();
    }

    /// <summary>Cancels one's newest order.</summary>
    public async Task CancelOrderAsync()
    {
        await OpenNewestOrderAsync();
        await Page.Locator("[data-opens=cancel-order]").ClickAsync();
        // In the dialog, or without a script beside it.
        await Page.Locator("form[action*='handler=Cancel'] .button-danger:visible").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = words["mall.order.state.Cancelled"] })).ToBeVisibleAsync();
    }
}
