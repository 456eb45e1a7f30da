using System.Globalization;
using Microsoft.Playwright;

namespace Sward.BrowserTests;

/// <summary>Discounts over stores, goods that come back, and what a store reads about its money.</summary>
public sealed partial class Guest
{
    /// <summary>Has the platform take an amount off from a sum on, over all stores, after having looked at what that would mean.</summary>
    public async Task MakePlatformThresholdAsync(string title, string from, string off)
    {
        await VisitAsync("/operator/offers");
        if (await Page.Locator("form[action*='handler=Preview'] [name=title]").IsHiddenAsync())
        {
            await Page.GetByText(words["mall.desk.offer.new"]).ClickAsync();
        }

        await Page.Locator("[name=title]").FillAsync(title);
        await Page.Locator("[name=from]").First.FillAsync(from);
        await Page.Locator("[name=off]").First.FillAsync(off);
        await Button("mall.desk.offer.preview").ClickAsync();
        await Button("mall.desk.offer.make").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Cell, new() { Name = title, Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Changes how many of the first goods are in the cart.</summary>
    public async Task WantInCartAsync(int units)
    {
        await VisitAsync("/cart");
        await Page.Locator("[name=quantity]").First.FillAsync($"{units}");
        await Button("mall.cart.change").First.ClickAsync();
        await Assertions.Expect(Page.Locator("[name=quantity]").First).ToHaveValueAsync($"{units}");
    }

    /// <summary>Asks to return units of the order that is open.</summary>
    public async Task AskToReturnAsync(int units, string reason)
    {
        await Page.GetByText(words["mall.after-sale.apply"], new() { Exact = true }).ClickAsync();
        await Page.Locator("form[action*='handler=AfterSale'] [name=kind]").SelectOptionAsync("ReturnAndRefund");
        await Page.Locator("form[action*='handler=AfterSale'] [name=cause]").SelectOptionAsync("NoReason");
        await Page.Locator("form[action*='handler=AfterSale'] [name=units]").FillAsync($"{units}");
        await Page.Locator("form[action*='handler=AfterSale'] [name=reason]").FillAsync(reason);
        await Button("mall.after-sale.send").ClickAsync();
        await Assertions.Expect(Page.Locator(".order-request")).ToBeVisibleAsync();
    }

    /// <summary>Opens the request of the order that is open.</summary>
    public Task OpenReturnAsync() => Page.Locator(".order-request").ClickAsync();

    /// <summary>The store agrees to the request that is open, or has the goods and refunds it.</summary>
    public Task AnswerReturnAsync(string button) => Button(button).ClickAsync();

    /// <summary>Says that the goods of the request that is open are on their way back.</summary>
    public async Task SendBackAsync()
    {
        await Field("mall.order.carrier").FillAsync("SF");
        await Field("mall.order.tracking").FillAsync("SF1000000002");
        await Button("mall.after-sale.ship").ClickAsync();
    }

    /// <summary>Amounts as the page shows them, in its currency.</summary>
    public async Task<IReadOnlyList<decimal>> ReadAmountsAsync(string selector) => [.. (await Page.Locator(selector).AllInnerTextsAsync()).Select(AmountOf)];

    private static decimal AmountOf(string text)
    {
        var digits = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is '.'));
        var amount = decimal.Parse(digits, CultureInfo.InvariantCulture);
        return text.Contains('−', StringComparison.Ordinal) || text.Contains('-', StringComparison.Ordinal) ? -amount : amount;
    }
}
