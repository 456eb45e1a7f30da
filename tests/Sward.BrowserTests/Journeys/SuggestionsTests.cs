using System.Text.Json;
using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>What a row of suggestions tells the server.</summary>
public sealed class SuggestionsTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    [Fact]
    public async Task Goods_that_were_seen_and_chosen_are_told_with_their_place_and_where_they_came_from()
    {
        var guest = await ArriveAsync();
        // Beacons hide what they carry from whoever watches the network.
        await guest.Page.AddInitScriptAsync(
            """
            globalThis.Blob = class extends Blob {
              constructor(parts, options) {
                super(parts, options);
                const told = JSON.parse(sessionStorage.getItem('told') ?? '[]');
                sessionStorage.setItem('told', JSON.stringify([...told, ...JSON.parse(parts[0])]));
              }
            };
            """);
        await guest.VisitAsync("/mall");
        var card = guest.Page.Locator("sward-suggestions [data-suggestion=product]").Nth(1);
        var (product, shown) = (await card.GetAttributeAsync("data-target"), await card.GetAttributeAsync("data-shown"));

        await card.ScrollIntoViewIfNeededAsync();
        await guest.Page.WaitForTimeoutAsync(1_500);
        await card.GetByRole(AriaRole.Link).First.ClickAsync();
        await guest.Page.WaitForURLAsync($"**/products/{product}");

        using var told = JsonDocument.Parse(await guest.Page.EvaluateAsync<string>("sessionStorage.getItem('told')"));
        var events = told.RootElement.EnumerateArray().Where(sent => sent.GetProperty("target").GetProperty("id").GetString() == product && sent.GetProperty("type").GetString() is not "open").ToList();
        Assert.Equal(["impression", "click"], events.ConvertAll(sent => sent.GetProperty("type").GetString()));
        Assert.All(events, sent => Assert.Equal(
            ("product", 1, shown), (sent.GetProperty("target").GetProperty("kind").GetString(), sent.GetProperty("slot").GetInt32(), sent.GetProperty("detail").GetString())));
        Assert.All(events, sent => Assert.Equal(32, sent.GetProperty("requestId").GetString()!.Length));
    }
}
