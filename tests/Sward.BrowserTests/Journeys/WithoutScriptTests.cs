using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>Reading and buying need no JavaScript.</summary>
public abstract class WithoutScriptTests(RunningSward sward, Browsers browsers) : Journey(sward, browsers)
{
    [Fact]
    public async Task A_reader_finds_a_note_answers_it_buys_and_shares()
    {
        var merchant = await ArriveAsync();
        await merchant.SignUpAsync("Merchant");
        var product = $"Meadow honey {Random.Shared.Next(1_000_000)}";
        var desk = await merchant.OpenStoreAsync("Corner store", "Yunnan", product, "49.00");
        var author = await ArriveAsync();
        await author.SignUpAsync("Author");
        var title = $"清晨的蜜{Random.Shared.Next(1_000_000)}";
        await author.PublishNoteAsync(title, "一勺，温水，慢慢化开。", Photos.Take(1), product);

        var reader = await ArriveAsync("zh-CN", Window.Phone, script: false);
        await reader.SignUpAsync("无脚本");
        await reader.FindBySearchAsync(title, title);
        await reader.OpenAsync(title);
        await reader.LikeAsync();
        await reader.CollectAsync();
        await reader.CommentAsync("没有脚本也可以。");
        await reader.FollowAuthorAsync();
        await reader.OpenProductOfNoteAsync();
        await reader.BuyAsync();

        await merchant.ShipAsync(desk);
        await reader.ReceiveAsync();
        await reader.ReviewAsNoteAsync($"甜得干净{Random.Shared.Next(1_000_000)}。");
    }
}

public sealed class WithoutScriptOnSqlite(OnSqlite sward, Browsers browsers) : WithoutScriptTests(sward, browsers)
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
}

public sealed class WithoutScriptOnPostgres : WithoutScriptTests
{
    public WithoutScriptOnPostgres(OnPostgres sward, Browsers browsers) : base(sward, browsers) =>
        Assert.SkipWhen(OnPostgres.IsAbsent, "Set SWARD_TEST_POSTGRES to run against PostgreSQL.");
}
