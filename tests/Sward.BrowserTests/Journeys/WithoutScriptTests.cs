using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>Reading and buying need no JavaScript.</summary>
public sealed class WithoutScriptTests(OnSqlite sward, Browsers browsers) : Journey(sward, browsers)
{
    [Fact]
    public async Task A_visitor_reads_turns_pages_and_searches()
    {
        var guest = await ArriveAsync(script: false);
        await guest.VisitAsync("/");
        var first = await guest.Page.Locator(".note-card-title").First.InnerTextAsync();
        await guest.Page.Locator("a[rel=next]").ClickAsync();
        Assert.NotEqual(first, await guest.Page.Locator(".note-card-title").First.InnerTextAsync());

        await guest.VisitAsync("/");
        await guest.OpenAsync(first);
        await guest.Page.GetByRole(AriaRole.Searchbox).FillAsync(first);
        await guest.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(guest.Tile(first)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reader_answers_a_note_and_buys()
    {
        var guest = await ArriveAsync("zh-CN", Window.Phone, script: false);
        await guest.SignUpAsync("无脚本");
        await guest.VisitAsync("/");
        await guest.OpenAsync(await guest.Page.Locator(".note-card-title").First.InnerTextAsync());
        await guest.LikeAsync();
        await guest.CollectAsync();
        await guest.CommentAsync("没有脚本也可以。");

        await guest.VisitAsync("/mall");
        await guest.Page.Locator(".product-card a").First.ClickAsync();
        await guest.BuyAsync();
        await guest.VisitAsync("/orders");
        await Assertions.Expect(guest.Page.Locator(".order-card")).ToHaveCountAsync(1);
    }
}
