using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Sward.BrowserTests;

/// <summary>A person at a browser, with the intentions a person has.</summary>
public sealed class Guest
{
    private readonly Words words;
    private readonly ConcurrentQueue<string> complaints = [];

    internal Guest(IPage page, Words words)
    {
        Page = page;
        this.words = words;
        // The console carries what the content security policy blocked as well, with script or without.
        page.Console += (_, message) => Complain(message.Type is "error", message.Text);
        page.PageError += (_, error) => Complain(always: true, error);
        page.Response += (_, response) => Complain(response.Status >= 500, $"{response.Status} from {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>What the browser found wrong so far.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    private void Complain(bool always, string text)
    {
        if (always)
        {
            complaints.Enqueue($"{Page.Url}: {text}");
        }
    }

    public Task VisitAsync(string path) => Page.GotoAsync(path);

    public Task TakePictureAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Repository.Path($"artifacts/screens/{name}.png"), FullPage = true });
}
