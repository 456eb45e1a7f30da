using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Sward.BrowserTests.Browsers))]
[assembly: AssemblyFixture(typeof(Sward.BrowserTests.OnSqlite))]
[assembly: AssemblyFixture(typeof(Sward.BrowserTests.OnPostgres))]

namespace Sward.BrowserTests;

/// <summary>A journey of one or more guests. It fails when any of their browsers complained: a blocked script, an error on the console, a 500.</summary>
public abstract class Journey(RunningSward sward, Browsers browsers) : IAsyncLifetime
{
    private readonly List<Guest> guests = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Somebody comes with a browser of their own.</summary>
    protected async Task<Guest> ArriveAsync(string language = "en", Window? window = null, bool script = true)
    {
        window ??= Window.Wide;
        var context = await browsers.Chromium.NewContextAsync(new()
        {
            BaseURL = sward.Address.ToString(),
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = window.Width, Height = window.Height },
            ColorScheme = window.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Browsers.Patience);
        await context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = sward.Address.ToString() }]);
        var guest = new Guest(await context.NewPageAsync(), new Words(language));
        guests.Add(guest);
        return guest;
    }

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result is TestResult.Failed;
        foreach (var (guest, number) in guests.Select((guest, index) => (guest, index + 1)))
        {
            if (failed || guest.Complaints.Count > 0)
            {
                await guest.TakePictureAsync($"failed/{TestContext.Current.Test?.TestDisplayName}-{number}");
            }

            await guest.Page.Context.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        var complaints = string.Join('\n', guests.SelectMany(guest => guest.Complaints));
        Assert.True(complaints.Length is 0, complaints);
    }
}

/// <summary>What a guest looks through.</summary>
public sealed record Window(int Width, int Height, bool Dark = false)
{
    public static Window Wide { get; } = new(1440, 900);

    public static Window Phone { get; } = new(360, 780);
}
