using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>A note opens over the feed, and the feed is still there when it closes.</summary>
public sealed class NoteOverFeedTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Back_closes_the_note_and_the_feed_stands_where_it_stood(string language)
    {
        var guest = await ArriveAsync(language);
        await guest.VisitAsync("/");
        var tile = guest.Page.Locator(".note-card").Nth(11);
        await tile.ScrollIntoViewIfNeededAsync();
        var scrolled = await guest.Page.EvaluateAsync<int>("scrollY");

        await tile.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(guest.OpenNote).ToBeVisibleAsync();
        Assert.Contains("/notes/", guest.Page.Url, StringComparison.Ordinal);

        await guest.Page.GoBackAsync();
        await Assertions.Expect(guest.OpenNote).ToBeHiddenAsync();
        Assert.EndsWith("/", guest.Page.Url, StringComparison.Ordinal);
        Assert.Equal(scrolled, await guest.Page.EvaluateAsync<int>("scrollY"));
    }

    [Fact]
    public async Task The_address_of_an_open_note_is_a_page_of_its_own()
    {
        var guest = await ArriveAsync();
        await guest.VisitAsync("/");
        await guest.Page.Locator(".note-card").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(guest.OpenNote).ToBeVisibleAsync();
        var title = await guest.OpenNote.GetByRole(AriaRole.Heading).First.InnerTextAsync();

        await guest.Page.ReloadAsync();

        await Assertions.Expect(guest.OpenNote.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await Assertions.Expect(guest.Page.Locator(".waterfall .note-card").First).ToBeHiddenAsync();
    }
}
