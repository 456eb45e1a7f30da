namespace Sward.BrowserTests.Pages;

/// <summary>What people see who buy and sell.</summary>
public sealed class MerchantPagesTests(OnSqlite sward, Browsers browsers) : PagesTests(sward, browsers)
{
    [Theory, MemberData(nameof(Windows))]
    public async Task Pages_for_buyers_and_merchants(string language, int width, bool dark)
    {
        var guest = await ArriveAsync(language, new(width, 900, dark));
        await guest.SignInAsync(await Sward.DemoAccountAsync("merchant"));
        await LookAtAsync(guest, "cart-empty", "/cart");
        await guest.VisitAsync("/mall");
        await guest.VisitAsync(await FirstAsync(guest, ".product-card a"));
        await guest.PutIntoCartAsync();
        await LookAtAsync(guest, "cart", "/cart");
        await LookAtAsync(guest, "checkout", "/checkout");
        await guest.PlaceOrderAsync();
        await JudgeAsync(guest, "pay");
        await guest.VisitAsync("/mall");
        await LookAtAsync(guest, "product-flash", await FirstAsync(guest, ".flash-showcase a"));
        await LookAtAsync(guest, "flash", await FirstAsync(guest, "a[href^='/flash/']"));
        await guest.SendFlashRequestAsync();
        await guest.SeeAnyResultAsync();
        await JudgeAsync(guest, "flash-result");
        await LookAtAsync(guest, "addresses", "/addresses");
        await LookAtAsync(guest, "vouchers-none", "/vouchers");
        await LookAtAsync(guest, "gift-cards", "/gift-cards");
        await LookAtAsync(guest, "points", "/points");
        await LookAtAsync(guest, "orders-bought", "/orders");
        await LookAtAsync(guest, "order", await FirstAsync(guest, "a.order-card, .order-card a"));
        await LookAtAsync(guest, "desk", "/desk");
        var desk = await guest.FindDeskAsync();
        foreach (var room in (string[])["products", "orders", "after-sales", "vouchers", "offers", "coupons", "flash", "presales", "money", "store"])
        {
            await LookAtAsync(guest, $"desk-{room}", $"{desk}/{room}");
        }

        await guest.VisitAsync($"{desk}/products");
        await LookAtAsync(guest, "desk-product", await FirstAsync(guest, "td a"));
        await LookAtAsync(guest, "product-pre-sale", await FindPreSaleAsync(guest));
        await LookAtAsync(guest, "pre-sale", await FirstAsync(guest, "a[href^='/pre-sales/']"));
        await guest.VisitAsync($"{desk}/money");
        await LookAtAsync(guest, "desk-statement", await FirstAsync(guest, "a[href*='/statements/']"));
        await guest.PreviewFlashSaleAsync(desk, "0.50", units: 5);
        await JudgeAsync(guest, "desk-flash-preview");

        await guest.PreviewPreSaleAsync(desk, "0.50", "0.05", "0.10");
        await JudgeAsync(guest, "desk-presales-preview");
        await LookAtAsync(guest, "penalties-none", "/penalties");

        await LookAtAsync(guest, "earnings", "/earnings");
        AssertFaultless();
    }

    /// <summary>The product that one of the guest's stores has in a pre-sale.</summary>
    private static async Task<string> FindPreSaleAsync(Guest guest)
    {
        foreach (var desk in await guest.FindDesksAsync())
        {
            await guest.VisitAsync($"{desk}/presales");
            if (await guest.Page.Locator("tr a").CountAsync() > 0)
            {
                return await FirstAsync(guest, "tr a");
            }
        }

        throw new InvalidOperationException("The demo town has no pre-sale.");
    }
}
