using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>What people do and say decides what they see: tastes, wishes and blocks.</summary>
public sealed class TastesTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    private const int Actions = 10;

    [Fact]
    public async Task Two_people_with_different_tastes_see_different_first_pages_after_ten_actions()
    {
        var (cook, stylist) = (await ArriveAsync(), await ArriveAsync());
        await cook.SignUpAsync("Cook");
        await stylist.SignUpAsync("Stylist");
        foreach (var (guest, channel) in (IEnumerable<(Guest, string)>)[(cook, "food"), (stylist, "fashion")])
        {
            await LikeAsync(guest, channel);
            await guest.SeeSoonAsync("/settings/interests", () => guest.Page.Locator("meter"));
        }

        var (ofCook, ofStylist) = (await ChannelsAsync(cook), await ChannelsAsync(stylist));

        Assert.NotEqual(ofCook, ofStylist);
        Assert.True(ofCook.Count(channel => channel is "food") > ofStylist.Count(channel => channel is "food"));
        Assert.True(ofStylist.Count(channel => channel is "fashion") > ofCook.Count(channel => channel is "fashion"));
    }

    [Fact]
    public async Task Not_interested_works_at_once_on_every_surface_and_can_be_undone()
    {
        var guest = await ArriveAsync();
        await guest.SignUpAsync("Choosy");
        await guest.VisitAsync("/");
        var first = guest.Page.Locator(".note-card[data-topics]:not([data-topics=''])").First;
        var (note, topic) = (await first.GetAttributeAsync("data-note"), (await first.GetAttributeAsync("data-topics"))!.Split('#')[0]);
        var (card, toast) = (guest.Page.Locator($".note-card[data-note='{note}']"), guest.Page.Locator(".toast button"));

        await HideAsync(card);
        await Assertions.Expect(card).ToHaveCountAsync(0);
        await toast.ClickAsync();
        await Assertions.Expect(card).ToBeVisibleAsync();

        await HideAsync(card);
        await Assertions.Expect(card).ToHaveCountAsync(0);
        await Assertions.Expect(toast).ToBeVisibleAsync();
        foreach (var surface in (string[])["/", $"/topics/{Uri.EscapeDataString(topic)}", $"/search?q={Uri.EscapeDataString(topic)}"])
        {
            await guest.VisitAsync(surface);
            await Assertions.Expect(guest.Page.Locator(".note-card").First).ToBeVisibleAsync();
            await Assertions.Expect(card).ToHaveCountAsync(0);
        }

        await guest.VisitAsync("/settings/hidden");
        await guest.Page.Locator("button[name=note]").ClickAsync();
        // Discover goes on with what was not seen yet.
        await guest.VisitAsync($"/topics/{Uri.EscapeDataString(topic)}");
        await Assertions.Expect(card).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_block_between_two_pages_holds()
    {
        var guest = await ArriveAsync();
        await guest.SignUpAsync("Guarded");
        await guest.VisitAsync("/");
        var more = await guest.Page.Locator("a[data-more]").GetAttributeAsync("href");
        var authors = await AuthorsAsync(guest, more!);

        await guest.Page.EvaluateAsync("id => fetch(`/api/v1/accounts/${id}/block`, { method: 'PUT' })", authors[0]);

        Assert.DoesNotContain(authors[0], await AuthorsAsync(guest, more!));
    }

    private static async Task HideAsync(ILocator card)
    {
        await card.HoverAsync();
        await card.Locator(".note-card-more").ClickAsync();
        await card.Page.Locator("[data-act=note]").ClickAsync();
    }

    private static async Task LikeAsync(Guest guest, string channel) => await guest.Page.EvaluateAsync(
        """
        async ([channel, limit]) => {
          const feed = await (await fetch(`/api/v1/feed/discover?channel=${channel}&limit=${limit}`)).json();
          for (const { note } of feed.items) {
            await fetch(`/api/v1/notes/${note.id}/like`, { method: 'PUT' });
          }
        }
        """,
        new object[] { channel, Actions });

    private static async Task<string[]> ChannelsAsync(Guest guest)
    {
        await guest.VisitAsync("/");
        return await guest.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.note-card')].map(card => card.dataset.channel)");
    }

    private static async Task<string[]> AuthorsAsync(Guest guest, string url)
    {
        await guest.VisitAsync(url);
        return await guest.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.note-card')].map(card => card.dataset.author)");
    }
}
