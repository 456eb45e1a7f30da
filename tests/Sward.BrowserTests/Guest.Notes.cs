using Microsoft.Playwright;

namespace Sward.BrowserTests;

/// <summary>Writing, finding and answering notes.</summary>
public sealed partial class Guest
{
    /// <summary>The note that is open, over a feed or as a page of its own.</summary>
    public ILocator OpenNote => Page.Locator("article.note");

    /// <summary>A note's tile in a waterfall.</summary>
    public ILocator Tile(string title) => Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true });

    public async Task PublishNoteAsync(string title, string body, IEnumerable<string> photos, string? product = null)
    {
        await VisitAsync("/publish");
        await AwakeAsync("sward-note-editor");
        await Page.Locator("[data-pick]").SetInputFilesAsync(photos);
        await Field("notes.editor.title").FillAsync(title);
        await Field("notes.editor.body").FillAsync(body);
        if (product is not null)
        {
            await Page.Locator("[data-find-product]").FillAsync(product);
            await Page.Locator("[data-found-products]").GetByText(product).ClickAsync();
        }

        await Button("notes.publish").ClickAsync();
        await Assertions.Expect(OpenNote.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
    }

    /// <summary>Scrolls through the feed until the note is there: what is new and unknown stands behind what many people like.</summary>
    public Task FindInDiscoverAsync(string title) => SeeSoonAsync("/", () => Tile(title), async () =>
    {
        for (var pages = 0; pages < 30 && await Tile(title).CountAsync() == 0; pages++)
        {
            await Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
            await Page.WaitForTimeoutAsync(200);
        }
    });

    public Task FindBySearchAsync(string words, string title) => SeeSoonAsync($"/search?q={Uri.EscapeDataString(words)}", () => Tile(title));

    public async Task OpenAsync(string title)
    {
        await Tile(title).ClickAsync();
        await Assertions.Expect(OpenNote).ToBeVisibleAsync();
    }

    public Task LikeAsync() => ToggleAsync("ui.like");

    public Task CollectAsync() => ToggleAsync("ui.collect");

    public async Task FollowAuthorAsync()
    {
        var follow = OpenNote.Locator(".note-head").GetByRole(AriaRole.Button);
        await follow.ClickAsync();
        await Assertions.Expect(follow).ToHaveAttributeAsync("aria-pressed", "true");
    }

    public async Task CommentAsync(string text)
    {
        await OpenNote.GetByLabel(words["notes.say"]).FillAsync(text);
        await OpenNote.GetByRole(AriaRole.Button, new() { Name = words["notes.comment.send"] }).ClickAsync();
        await Assertions.Expect(OpenNote.GetByText(text)).ToBeVisibleAsync();
    }

    private async Task ToggleAsync(string label)
    {
        var toggle = OpenNote.Locator(".note-bar").GetByRole(AriaRole.Button, new() { Name = words[label] });
        await toggle.ClickAsync();
        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
