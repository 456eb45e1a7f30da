using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sward.BrowserTests;

/// <summary>Every page in both themes, on a phone and on a wide screen: nothing that keeps people with disabilities out, no sideways scrolling, no complaint of the browser.</summary>
public sealed class PagesTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    private static readonly bool KeepsPictures = Environment.GetEnvironmentVariable("SWARD_SCREENS") is not null;

    private readonly OnSqlite sward = sward;
    private readonly List<string> faults = [];

    /// <summary>Both widths in both themes, and each language on both widths.</summary>
    public static TheoryData<string, int, bool> Windows => new()
    {
        { "en", 360, false },
        { "zh-CN", 360, true },
        { "zh-CN", 1440, false },
        { "en", 1440, true },
    };

    [Theory, MemberData(nameof(Windows))]
    public async Task Pages_for_visitors(string language, int width, bool dark)
    {
        var guest = await ArriveAsync(language, new(width, 900, dark));
        await LookAtAsync(guest, "sign-in", "/sign-in");
        await LookAtAsync(guest, "sign-up", "/sign-up");
        await LookAtAsync(guest, "feed", "/");
        var note = await FirstAsync(guest, ".note-card-title a");
        await LookAtAsync(guest, "note", note);
        await LookAtAsync(guest, "comments", $"{note}/comments");
        await LookAtAsync(guest, "search", "/search");
        await LookAtAsync(guest, "search-nothing", "/search?q=qqqqzzzz");
        await LookAtAsync(guest, "search-notes", "/search?q=tea");
        await LookAtAsync(guest, "search-mall", "/search?q=tea&tab=mall");
        await LookAtAsync(guest, "search-people", "/search?q=a&tab=people");
        await LookAtAsync(guest, "mall", "/mall");
        await LookAtAsync(guest, "product", await FirstAsync(guest, ".product-card a"));
        await LookAtAsync(guest, "store", await FirstAsync(guest, "a.product-store"));
        Assert.Empty(faults);
    }

    [Theory, MemberData(nameof(Windows))]
    public async Task Pages_for_readers(string language, int width, bool dark)
    {
        var guest = await ArriveAsync(language, new(width, 900, dark));
        await guest.SignInAsync(await sward.DemoAccountAsync("reader"));
        await LookAtAsync(guest, "me", "/me");
        await LookAtAsync(guest, "publish", "/publish");
        await LookAtAsync(guest, "drafts", "/drafts");
        await LookAtAsync(guest, "following", "/following");
        await LookAtAsync(guest, "nearby", "/nearby");
        await LookAtAsync(guest, "inbox-likes", "/inbox?tab=likes");
        await LookAtAsync(guest, "inbox-comments", "/inbox?tab=comments");
        await LookAtAsync(guest, "inbox-settings", "/inbox/settings");
        await LookAtAsync(guest, "settings", "/settings");
        await LookAtAsync(guest, "look", "/settings/look");
        await LookAtAsync(guest, "board-new", "/boards/new");
        await guest.VisitAsync("/");
        var note = await FirstAsync(guest, ".note-card-title a");
        await LookAtAsync(guest, "note-signed-in", note);
        await LookAtAsync(guest, "board-choice", $"{note}/board");
        await LookAtAsync(guest, "share", $"{note}/share");
        await LookAtAsync(guest, "report", $"/report/note/{note.Split('/')[^1]}");
        await LookAtAsync(guest, "orders", "/orders");
        Assert.Empty(faults);
    }

    [Theory, MemberData(nameof(Windows))]
    public async Task Pages_for_buyers_and_merchants(string language, int width, bool dark)
    {
        var guest = await ArriveAsync(language, new(width, 900, dark));
        await guest.SignInAsync(await sward.DemoAccountAsync("merchant"));
        await LookAtAsync(guest, "cart-empty", "/cart");
        await guest.VisitAsync("/mall");
        await guest.VisitAsync(await FirstAsync(guest, ".product-card a"));
        await guest.PutIntoCartAsync();
        await LookAtAsync(guest, "cart", "/cart");
        await LookAtAsync(guest, "checkout", "/checkout");
        await guest.PlaceOrderAsync();
        await JudgeAsync(guest, "pay");
        await LookAtAsync(guest, "orders-bought", "/orders");
        await LookAtAsync(guest, "order", await FirstAsync(guest, "a.order-card, .order-card a"));
        await LookAtAsync(guest, "desk", "/desk");
        var desk = await guest.FindDeskAsync();
        foreach (var room in (string[])["products", "orders", "money", "store"])
        {
            await LookAtAsync(guest, $"desk-{room}", $"{desk}/{room}");
        }

        Assert.Empty(faults);
    }

    private static async Task<string> FirstAsync(Guest guest, string selector) =>
        await guest.Page.Locator(selector).First.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{selector} leads nowhere.");

    private async Task LookAtAsync(Guest guest, string name, string path)
    {
        await guest.VisitAsync(path);
        await JudgeAsync(guest, name);
    }

    private async Task JudgeAsync(Guest guest, string name)
    {
        var page = guest.Page;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        if (KeepsPictures)
        {
            await guest.TakePictureAsync($"{name}-{page.ViewportSize!.Width}-{(await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches") ? "dark" : "light")}");
        }

        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
        {
            faults.Add($"{name}: wider than the screen");
        }

        var verdict = await page.RunAxe();
        faults.AddRange(
            from violation in verdict.Violations
            where violation.Impact is "serious" or "critical"
            from node in violation.Nodes
            select $"{name}: {violation.Id}: {node.Html}");
    }
}
