using System.Text.Json;
using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>What a note that is opened over the feed tells the server.</summary>
public sealed class SignalsTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    // Beacons hide what they carry from whoever watches the network. Over plain http, as at home, there is no randomUUID.
    private const string Listen =
        """
        delete Crypto.prototype.randomUUID;
        globalThis.Blob = class extends Blob {
          constructor(parts, options) {
            super(parts, options);
            const told = JSON.parse(sessionStorage.getItem('told') ?? '[]');
            sessionStorage.setItem('told', JSON.stringify([...told, ...JSON.parse(parts[0])]));
          }
        };
        """;

    [Fact]
    public async Task Going_back_at_once_is_a_bounce_and_going_on_or_liking_is_none()
    {
        var guest = await ReaderAsync();
        var back = await OpenAsync(guest, 0);
        await guest.Page.GoBackAsync();
        await Assertions.Expect(guest.OpenNote).ToBeHiddenAsync();

        var liked = await OpenAsync(guest, 1);
        await guest.OpenNote.Locator(".note-bar sward-toggle button").First.ClickAsync();
        await guest.Page.GoBackAsync();
        await Assertions.Expect(guest.OpenNote).ToBeHiddenAsync();

        var on = await OpenAsync(guest, 2);
        await guest.OpenNote.Locator(".note-author").ClickAsync();
        await guest.Page.WaitForURLAsync("**/u/*");

        var told = await ToldAsync(guest);
        Assert.Equal(["bounce"], EndsOf(told, back));
        Assert.Equal(["dwell"], EndsOf(told, liked));
        Assert.Equal(["dwell"], EndsOf(told, on));
    }

    [Fact]
    public async Task Rows_under_a_note_in_the_sheet_are_seen_with_the_page_they_came_with_and_related_notes_open_from_their_cards()
    {
        var guest = await ReaderAsync();
        await OpenAsync(guest, 0);
        var related = guest.OpenNote.Locator("sward-suggestions .note-card").First;
        var (note, shown, request) = (
            await related.GetAttributeAsync("data-note"), await related.GetAttributeAsync("data-shown"), await guest.OpenNote.Locator("sward-suggestions:has(.note-card)").GetAttributeAsync("data-request"));

        await related.ScrollIntoViewIfNeededAsync();
        await guest.Page.WaitForTimeoutAsync(1_500);
        await related.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(guest.Page.Locator($"sward-sheet article.note[data-note='{note}']")).ToBeVisibleAsync();
        await guest.Page.GotoAsync("/settings");

        // The same note may stand in the feed behind, whose page has another id.
        var about = (await ToldAsync(guest)).Where(sent => sent.GetProperty("target").GetProperty("id").GetString() == note && sent.TryGetProperty("requestId", out var page) && page.GetString() == request).ToList();
        Assert.Equal(["impression", "open"], about.ConvertAll(sent => sent.GetProperty("type").GetString()).Take(2));
        Assert.Equal(shown, about[0].GetProperty("detail").GetString());
        Assert.All(about.Take(2), sent => Assert.Equal(0, sent.GetProperty("slot").GetInt32()));
    }

    [Fact]
    public async Task A_related_note_is_hidden_from_the_row_in_the_sheet_and_brought_back()
    {
        var guest = await ReaderAsync();
        await OpenAsync(guest, 0);
        var row = guest.OpenNote.Locator("sward-suggestions:has(.note-card)");
        var note = await row.Locator(".note-card").First.GetAttributeAsync("data-note");
        var card = row.Locator($".note-card[data-note='{note}']");
        await card.HoverAsync();
        await card.Locator(".note-card-more").ClickAsync();
        await guest.OpenNote.Locator("[data-act=note]").ClickAsync();
        await Assertions.Expect(card).ToHaveCountAsync(0);
        await guest.Page.Locator(".toast button").ClickAsync();
        await Assertions.Expect(card).ToBeVisibleAsync();
    }

    private async Task<Guest> ReaderAsync()
    {
        var guest = await ArriveAsync();
        await guest.SignUpAsync("Reader");
        await guest.Page.AddInitScriptAsync(Listen);
        await guest.VisitAsync("/");
        return guest;
    }

    private static async Task<string> OpenAsync(Guest guest, int place)
    {
        var card = guest.Page.Locator(".waterfall .note-card").Nth(place);
        var note = await card.GetAttributeAsync("data-note");
        await card.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(guest.Page.Locator($"sward-sheet article.note[data-note='{note}']")).ToBeVisibleAsync();
        return note!;
    }

    private static async Task<List<JsonElement>> ToldAsync(Guest guest)
    {
        using var told = JsonDocument.Parse(await guest.Page.EvaluateAsync<string>("sessionStorage.getItem('told')"));
        return [.. told.RootElement.EnumerateArray().Select(sent => sent.Clone())];
    }

    private static IEnumerable<string?> EndsOf(IEnumerable<JsonElement> told, string note) => told
        .Where(sent => sent.GetProperty("target").GetProperty("id").GetString() == note)
        .Select(sent => sent.GetProperty("type").GetString())
        .Where(type => type is "bounce" or "dwell");
}
