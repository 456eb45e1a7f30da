using Microsoft.Playwright;

namespace Sward.BrowserTests;

/// <summary>One Chromium for all journeys; every guest gets a profile of their own in it.</summary>
public sealed class Browsers : IAsyncLifetime
{
    /// <summary>How long anything may take to come, on a machine that does other things too.</summary>
    public const float Patience = 20_000;

    private IPlaywright? playwright;

    public IBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            // Chromium refuses its sandbox to root.
            ChromiumSandbox = !string.Equals(Environment.UserName, "root", StringComparison.Ordinal),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
