using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sward.BrowserTests;

/// <summary>Selling, buying and what follows.</summary>
public sealed partial class Guest
{
    /// <summary>Opens a store with one product in it and returns the store's address at the desk.</summary>
    public async Task<string> OpenStoreAsync(string store, string origin, string product, string price)
    {
        await VisitAsync("/desk");
        await Field("mall.desk.store-name").FillAsync(store);
        await Button("mall.desk.open").ClickAsync();
        await Page.WaitForURLAsync("**/desk/*/**");
        var desk = DeskAddress().Match(Page.Url).Value;

        await VisitAsync($"{desk}/products");
        await Field("mall.desk.origin").FillAsync(origin);
        await Page.Locator("form[action*='handler=New'] [name=name]").FillAsync(product);
        await Page.Locator("form[action*='handler=New'] [name=price]").FillAsync(price);
        await Button("mall.desk.list").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Cell, new() { Name = product, Exact = true })).ToBeVisibleAsync();
        return desk;
    }

    /// <summary>Lists a voucher that can be used for ninety days.</summary>
    public async Task ListVoucherAsync(string desk, string name, string price)
    {
        await VisitAsync($"{desk}/products");
        await Link("mall.desk.new-product").ClickAsync();
        await Page.Locator("[name=goodsKind]").SelectOptionAsync("Voucher");
        await Field("mall.desk.origin").FillAsync("Hangzhou");
        await Page.Locator("form[action*='handler=New'] [name=name]").FillAsync(name);
        await Page.Locator("form[action*='handler=New'] [name=price]").FillAsync(price);
        await Button("mall.desk.list").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Cell, new() { Name = name, Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Opens a voucher on the phone and returns the code under its picture.</summary>
    public async Task<string> OpenVoucherAsync(string name)
    {
        await VisitAsync("/vouchers");
        await Page.GetByRole(AriaRole.Link).Filter(new() { HasText = name }).First.ClickAsync();
        await Assertions.Expect(Page.Locator(".pay-code")).ToBeVisibleAsync();
        return await Page.Locator(".voucher-code").InnerTextAsync();
    }

    /// <summary>Takes a voucher at the counter; whatever comes of it.</summary>
    public async Task RedeemAsync(string desk, string code)
    {
        await VisitAsync($"{desk}/vouchers");
        await Field("mall.desk.ticket").FillAsync(code);
        await Button("mall.desk.redeem").ClickAsync();
    }

    /// <summary>Gives out a coupon of the store that takes an amount.</summary>
    public async Task GiveCouponsAsync(string desk, string title, string off)
    {
        await VisitAsync($"{desk}/coupons");
        await Page.Locator("[name=title]").FillAsync(title);
        await Page.Locator("[name=off]").FillAsync(off);
        await Button("mall.desk.coupon.issue").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Cell, new() { Name = title, Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Takes the first coupon of the store that is open.</summary>
    public async Task TakeCouponAsync(string title)
    {
        await Page.Locator(".coupons button").First.ClickAsync();
        await Page.WaitForURLAsync("**/coupons");
        await Assertions.Expect(Page.GetByText(title)).ToBeVisibleAsync();
    }

    /// <summary>Follows the goods under an open note.</summary>
    public async Task OpenProductOfNoteAsync()
    {
        await OpenNote.GetByRole(AriaRole.Region, new() { Name = words["notes.products"] }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Page.WaitForURLAsync("**/products/*");
    }

    /// <summary>Puts one of the product that is open into the cart.</summary>
    public async Task PutIntoCartAsync()
    {
        await Button("mall.to-cart").ClickAsync();
        await Page.WaitForURLAsync("**/cart*");
    }

    /// <summary>Buys one of the product that is open, to a new address, and pays in the sandbox.</summary>
    public async Task BuyAsync()
    {
        await Button("mall.buy-now").ClickAsync();
        await Page.WaitForURLAsync("**/checkout*");
        await PayInSandboxAsync();
    }

    /// <summary>Orders what is on the checkout that is open, to a new address, and pays in the sandbox.</summary>
    public async Task PayInSandboxAsync()
    {
        await PlaceOrderAsync();
        await Button("mall.pay.outcome.Succeed").ClickAsync();
        await Assertions.Expect(Page.GetByText(words["mall.payment.state.Settled"])).ToBeVisibleAsync();
    }

    /// <summary>Orders what is on the checkout that is open, to a new address.</summary>
    public async Task PlaceOrderAsync()
    {
        await AddAddressAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(words["mall.checkout.pay"].Replace("{0}", ".+", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await Page.WaitForURLAsync("**/pay/*");
    }

    /// <summary>Adds an address where one is to be chosen.</summary>
    public async Task AddAddressAsync()
    {
        if (await Field("mall.address.name").IsHiddenAsync())
        {
            await Page.GetByText(words["mall.address.add"]).ClickAsync();
        }

        await Field("mall.address.name").FillAsync("Buyer");
        await Field("mall.address.phone").FillAsync("+8613800138000");
        await Field("mall.address.region").FillAsync("上海市");
        await Field("mall.address.city").FillAsync("上海市");
        await Field("mall.address.line").FillAsync("Tea lane 1");
        await Button("mall.address.save").ClickAsync();
    }

    /// <summary>The address of one's store at the desk.</summary>
    public async Task<string> FindDeskAsync() => (await FindDesksAsync())[0];

    /// <summary>Addresses of the desks of all of one's stores.</summary>
    public async Task<IReadOnlyList<string>> FindDesksAsync()
    {
        await VisitAsync("/desk");
        return [.. DeskAddress().Matches(await Page.ContentAsync()).Select(match => match.Value).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Hands over the parcel of the newest order of the store.</summary>
    public async Task ShipAsync(string desk)
    {
        await SeeSoonAsync($"{desk}/orders", () => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = words["mall.order.state.ToShip"] }));
        await Page.GetByRole(AriaRole.Row).Filter(new() { HasText = words["mall.order.state.ToShip"] }).First.GetByRole(AriaRole.Link).ClickAsync();
        await Field("mall.order.carrier").FillAsync("SF");
        await Field("mall.order.tracking").FillAsync("SF1000000001");
        await Button("mall.order.ship").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = words["mall.order.state.Shipped"] })).ToBeVisibleAsync();
    }

    /// <summary>Confirms that the newest order is there.</summary>
    public async Task ReceiveAsync()
    {
        await VisitAsync("/orders");
        await Page.Locator(".order-card").First.ClickAsync();
        await Button("mall.order.receive").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = words["mall.order.state.Completed"] })).ToBeVisibleAsync();
    }

    /// <summary>Reviews the order that is open and shares the review as a note.</summary>
    public async Task ReviewAsNoteAsync(string text)
    {
        await Link("mall.order.review").ClickAsync();
        await Field("mall.review.body").FillAsync(text);
        await Button("mall.review.send").ClickAsync();
        await Assertions.Expect(OpenNote.GetByText(text)).ToBeVisibleAsync();
    }

    [GeneratedRegex("/desk/[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex DeskAddress();
}
