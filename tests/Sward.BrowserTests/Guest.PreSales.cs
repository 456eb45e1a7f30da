using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sward.BrowserTests;

/// <summary>Selling and buying in advance.</summary>
public sealed partial class Guest
{
    /// <summary>Makes a pre-sale of one's newest goods with the windows that the form suggests, after having looked at it.</summary>
    public async Task MakePreSaleAsync(string desk, string price, string deposit, string countsAs)
    {
        await PreviewPreSaleAsync(desk, price, deposit, countsAs);
        await Button("mall.desk.pre-sales.make").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = words["mall.pre-sale.state.open"] })).ToBeVisibleAsync();
    }

    /// <summary>Looks at what a pre-sale of one's newest goods would mean.</summary>
    public async Task PreviewPreSaleAsync(string desk, string price, string deposit, string countsAs)
    {
        await VisitAsync($"{desk}/presales");
        if (await Button("mall.desk.pre-sales.look").IsHiddenAsync())
        {
            await Page.GetByText(words["mall.desk.pre-sales.new"]).ClickAsync();
        }

        await Field("mall.desk.flash.what").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        var form = Page.Locator("form[action*='handler=Preview']");
        await form.Locator("[name=price]").FillAsync(price);
        await form.Locator("[name=deposit]").FillAsync(deposit);
        await form.Locator("[name=countsAs]").FillAsync(countsAs);
        await Button("mall.desk.pre-sales.look").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = words["mall.desk.pre-sales.preview"] })).ToBeVisibleAsync();
    }

    /// <summary>Makes a pre-sale of one's newest goods whose deposits end soon, which the form with its minutes cannot say.</summary>
    public async Task MakeShortPreSaleAsync(string desk, int minor, TimeSpan forDeposits)
    {
        await VisitAsync($"{desk}/presales");
        var now = TimeProvider.System.GetUtcNow();
        var status = await Page.EvaluateAsync<int>(
            "async ([url, body]) => (await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })).status",
            new object[]
            {
                $"/api/v1/stores/{desk.Split('/')[^1]}/pre-sales",
                new
                {
                    skuId = await Page.Locator("#skuId option").First.GetAttributeAsync("value"),
                    price = new { amount = minor, currency = "CNY" },
                    deposit = new { amount = minor / 10, currency = "CNY" },
                    units = 5,
                    depositFrom = now.ToString("O", CultureInfo.InvariantCulture),
                    depositUntil = (now + forDeposits).ToString("O", CultureInfo.InvariantCulture),
                    finalFrom = (now + forDeposits).ToString("O", CultureInfo.InvariantCulture),
                    finalUntil = now.AddDays(2).ToString("O", CultureInfo.InvariantCulture),
                    shipBy = DateOnly.FromDateTime(now.UtcDateTime).AddDays(9).ToString("O", CultureInfo.InvariantCulture),
                },
            });
        Assert.Equal(201, status);
        await VisitAsync($"{desk}/presales");
    }

    /// <summary>Orders one in the pre-sale of the product that is open, to a new address, and pays the deposit in the sandbox.</summary>
    public async Task PayDepositAsync()
    {
        await Link("mall.pre-sale.order").ClickAsync();
        await Page.WaitForURLAsync("**/pre-sales/*");
        await AddAddressAsync();
        await SayingSo(AriaRole.Button, "mall.pre-sale.pay-deposit").ClickAsync();
        await PayPartAsync("mall.pay.part.Deposit");
    }

    /// <summary>Waits on the newest order until the rest can be paid, and pays it in the sandbox.</summary>
    public async Task PayRestAsync()
    {
        for (var tries = 0; tries < 60 && !await SayingSo(AriaRole.Link, "mall.pre-sale.pay-rest").IsVisibleAsync(); tries++)
        {
            await Page.WaitForTimeoutAsync(1_000);
            await OpenNewestOrderAsync();
        }

        await SayingSo(AriaRole.Link, "mall.pre-sale.pay-rest").ClickAsync();
        await PayPartAsync("mall.pay.part.Rest");
    }

    public async Task OpenNewestOrderAsync()
    {
        await VisitAsync("/orders");
        await Page.Locator(".order-card").First.ClickAsync();
    }

    /// <summary>Sees in what state the order is that is open.</summary>
    public Task SeeOrderAsync(string state) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = words[$"mall.order.state.{state}"], Exact = true })).ToBeVisibleAsync();

    /// <summary>Sees a text on the page, whatever stands in it.</summary>
    public Task SeeAsync(string text) => Assertions.Expect(Page.GetByText(Pattern(text)).First).ToBeVisibleAsync();

    private async Task PayPartAsync(string part)
    {
        await Page.WaitForURLAsync("**/pay/*");
        await Assertions.Expect(Page.GetByText(words[part])).ToBeVisibleAsync();
        await Button("mall.pay.outcome.Succeed").ClickAsync();
        await Assertions.Expect(Page.GetByText(words["mall.payment.state.Settled"])).ToBeVisibleAsync();
    }

    private ILocator SayingSo(AriaRole role, string text) => Page.GetByRole(role, new() { NameRegex = Pattern(text) });

    /// <summary>A text with anything in its gaps.</summary>
    private Regex Pattern(string text) => new(Gap().Replace(Regex.Escape(words[text]), ".+"), RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\\\{[0-9]\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
