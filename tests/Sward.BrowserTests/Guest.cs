using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;

namespace Sward.BrowserTests;

/// <summary>A person at a browser, with the intentions a person has. What they look for has the words of their language.</summary>
public sealed partial class Guest
{
    private static readonly TimeSpan SoonAtTheLatest = TimeSpan.FromSeconds(30);
    private readonly Words words;
    private readonly ConcurrentQueue<string> complaints = [];

    internal Guest(IPage page, Words words)
    {
        Page = page;
        this.words = words;
        // The console carries what the content security policy blocked as well, with script or without.
        page.Console += (_, message) => Note(message.Type is "error" && !IsRefusedForm(message), message.Text);
        page.PageError += (_, error) => Note(isComplaint: true, error);
        page.Response += (_, response) => Note(response.Status >= 500, $"{response.Status} from {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>What the browser found wrong so far.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Opens a page, which must be there.</summary>
    public async Task VisitAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response is null or { Ok: true }, $"{path} answered {response?.Status}");
    }

    public async Task SignUpAsync(string nickname)
    {
        await VisitAsync("/sign-up");
        await Field("accounts.nickname").FillAsync(nickname);
        await Field("accounts.login").FillAsync($"{Guid.NewGuid():N}@journey.example");
        await Field("accounts.password").FillAsync($"{Guid.NewGuid()}");
        await Button("accounts.sign-up.do").ClickAsync();
        await LeaveAsync("/sign-up");
    }

    public async Task SignInAsync(DemoAccount account)
    {
        await VisitAsync("/sign-in");
        await Field("accounts.login").First.FillAsync(account.Login);
        await Field("accounts.password").FillAsync(account.Password);
        await Button("accounts.sign-in.do").ClickAsync();
        await LeaveAsync("/sign-in");
        // The account brought its own language along.
        await Page.Context.AddCookiesAsync([new() { Name = "lang", Value = words.Language, Url = Page.Url }]);
    }

    /// <summary>Becomes the first operator.</summary>
    public async Task AcceptInvitationAsync(string path)
    {
        await VisitAsync(path);
        await Button("accounts.operator.become").ClickAsync();
        await Assertions.Expect(Page.GetByText(words["accounts.operator.done"])).ToBeVisibleAsync();
    }

    public Task TakePictureAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Repository.Path($"artifacts/screens/{name}.png"), FullPage = true });

    /// <summary>Facts travel a moment after what caused them, and jobs come by every five seconds: looks at a page again until something is on it.</summary>
    public async Task SeeSoonAsync(string path, Func<ILocator> what, Func<Task>? lookAroundAsync = null)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < SoonAtTheLatest;)
        {
            await VisitAsync(path);
            await (lookAroundAsync?.Invoke() ?? Task.CompletedTask);
            if (await what().CountAsync() > 0)
            {
                return;
            }

            await Page.WaitForTimeoutAsync(250);
        }

        Assert.Fail($"{what()} never came to {path}.");
    }

    private ILocator Field(string text) => Page.GetByLabel(words[text]);

    private ILocator Button(string text) => Page.GetByRole(AriaRole.Button, new() { Name = words[text], Exact = true });

    private ILocator Link(string text) => Page.GetByRole(AriaRole.Link, new() { Name = words[text], Exact = true });

    private Task LeaveAsync(string path) => Page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.Equals(path, StringComparison.Ordinal));

    /// <summary>Custom elements wake up after the page is there; what is done before that only reaches the plain form inside.</summary>
    private async Task AwakeAsync(string tag) => await Page.WaitForFunctionAsync("tag => customElements.get(tag)", tag);

    /// <summary>The browser notes a form's refusal, which the page shows, as a document that failed to load.</summary>
    private bool IsRefusedForm(IConsoleMessage message) =>
        message.Text.EndsWith("status of 409 (Conflict)", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url.Split('?')[0], StringComparison.Ordinal);

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            complaints.Enqueue($"{Page.Url}: {text}");
        }
    }
}
