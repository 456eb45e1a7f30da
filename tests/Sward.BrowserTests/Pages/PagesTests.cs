using System.Net;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Sward.BrowserTests.Pages;

/// <summary>Pages in both themes, on a phone and on a wide screen: nothing that keeps people with disabilities out, no sideways scrolling, no complaint of the browser.</summary>
public abstract class PagesTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    private static readonly bool KeepsPictures = Environment.GetEnvironmentVariable("SWARD_SCREENS") is not null;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> faults = [];
    private readonly HttpClient visitor = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

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

        await FindLostFormsAsync(page, name);
        faults.AddRange((await FindBarriersAsync(page)).Select(barrier => $"{name}: {barrier}"));
    }

    /// <summary>What axe-core calls serious or critical. It is run in the page itself and brings home only that: what it thinks of all the rest is a megabyte a page.</summary>
    private static async Task<string[]> FindBarriersAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            async () => {
              const { violations } = await axe.run({ resultTypes: ['violations'] });
              return violations.filter(v => ['serious', 'critical'].includes(v.impact)).flatMap(v => v.nodes.map(node => `${v.id}: ${node.html}`));
            }
            """);
    }

    /// <summary>Where scripts take over, nobody notices that the form below leads nowhere. Asked without a session, so that nothing is done; a page only for people with an account is asked for its address alone.</summary>
    private async Task FindLostFormsAsync(IPage page, string name)
    {
        var actions = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('form[method=post]')].flatMap(form => {
              const buttons = [...form.querySelectorAll('button:not([type=button])')];
              return buttons.length ? buttons.map(button => button.hasAttribute('formaction') ? button.formAction : form.action) : [form.action];
            })
            """);
        foreach (var action in actions.Distinct(StringComparer.Ordinal))
        {
            using var answer = await visitor.PostAsync(new Uri(action), new FormUrlEncodedContent([]));
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or >= HttpStatusCode.InternalServerError)
            {
                faults.Add($"{name}: the form {action} answers {(int)answer.StatusCode}");
            }
        }
    }
}
