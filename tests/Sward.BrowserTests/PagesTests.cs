using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sward.BrowserTests;

/// <summary>Every page in both themes, on a phone and on a wide screen: nothing that keeps people with disabilities out, no sideways scrolling, no complaint of the browser.</summary>
public sealed class PagesTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    private static readonly bool KeepsPictures = Environment.GetEnvironmentVariable("SWARD_SCREENS") is not null;

    private readonly OnSqlite sward = sward;
    private readonly List<string> faults = [];

    public static TheoryData<string, int, bool> Windows => new MatrixTheoryData<string, int, bool>(["en", "zh-CN"], [360, 1440], [false, true]);

    [Theory, MemberData(nameof(Windows))]
    public async Task Pages_for_visitors(string language, int width, bool dark)
    {
        var guest = await ArriveAsync(language, new(width, 900, dark));
        await LookAtAsync(guest, "sign-in", "/sign-in");
        await LookAtAsync(guest, "sign-up", "/sign-up");
        await LookAtAsync(guest, "feed", "/");
        var note = await guest.Page.Locator(".note-card-title a").First.GetAttributeAsync("href");
        await LookAtAsync(guest, "note", note!);
        await LookAtAsync(guest, "search-nothing", "/search?q=qqqqzzzz");
        await LookAtAsync(guest, "search-notes", "/search?q=tea");
        await LookAtAsync(guest, "search-mall", "/search?q=tea&tab=mall");
        await LookAtAsync(guest, "search-people", "/search?q=a&tab=people");
        Assert.True(faults.Count is 0, string.Join('\n', faults));
    }

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
