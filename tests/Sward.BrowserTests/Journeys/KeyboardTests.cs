using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>Hands never leave the keyboard.</summary>
public sealed class KeyboardTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    [Fact]
    public async Task A_note_is_opened_liked_and_closed_by_keys()
    {
        var guest = await ArriveAsync();
        await guest.SignUpAsync("Keys");
        await guest.VisitAsync("/");

        await guest.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await FocusedAsync(guest, "getAttribute('href')"));
        await guest.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(guest, ".note-card-title a");
        var opened = await FocusedAsync(guest, "getAttribute('href')");
        await guest.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(guest.OpenNote).ToBeVisibleAsync();

        await TabToAsync(guest, ".note-bar button");
        await guest.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(guest.OpenNote.Locator(".note-bar button").First).ToHaveAttributeAsync("aria-pressed", "true");

        await guest.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(guest.OpenNote).ToBeHiddenAsync();
        await Assertions.Expect(guest.Page.Locator(".note-card-title a").First).ToBeFocusedAsync();
        Assert.Equal(opened, await FocusedAsync(guest, "getAttribute('href')"));
    }

    private static async Task TabToAsync(Guest guest, string selector)
    {
        for (var left = 240; left > 0; left--)
        {
            await guest.Page.Keyboard.PressAsync("Tab");
            if (await guest.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"Tab never reached {selector}.");
    }

    private static Task<string> FocusedAsync(Guest guest, string expression) => guest.Page.EvaluateAsync<string>($"document.activeElement.{expression}");
}
