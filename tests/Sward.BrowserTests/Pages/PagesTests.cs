using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sward.BrowserTests.Pages;

/// <summary>Pages in both themes, on a phone and on a wide screen: nothing that keeps people with disabilities out, no sideways scrolling, no complaint of the browser.</summary>
public abstract class PagesTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    private static readonly bool KeepsPictures = Environment.GetEnvironmentVariable("SWARD_SCREENS") is not null;

    private readonly List<string> faults = [];

    protected OnSqlite Sward { get; } = sward;

    /// <summary>Both widths in both themes, and each language on both widths.</summary>
    public static TheoryData<string, int, bool> Windows => new()
    {
        { "en", 360, false },
        { "zh-CN", 360, true },
        { "zh-CN", 1440, false },
        { "en", 1440, true },
    };

    protected static async Task<string> FirstAsync(Guest guest, string selector) =>
        await guest.Page.Locator(selector).First.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{selector} leads nowhere.");

    protected void AssertFaultless() => Assert.Empty(faults);

    protected async Task LookAtAsync(Guest guest, string name, string path)
    {
        await guest.VisitAsync(path);
        await JudgeAsync(guest, name);
    }

    protected async Task JudgeAsync(Guest guest, string name)
    {
        var page = guest.Page;
        if (KeepsPictures)
        {
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
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
