using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>Once round: discover, trust, buy, use, share.</summary>
public abstract class LoopTests(RunningSward sward, Browsers browsers) : Journey(sward, browsers)
{
    [Fact]
    public async Task A_note_leads_to_an_order_and_the_order_to_a_note()
    {
        var merchant = await ArriveAsync();
        await merchant.SignUpAsync("Merchant");
        var product = $"Meadow tea {Random.Shared.Next(1_000_000)}";
        var desk = await merchant.OpenStoreAsync("Corner store", "Yunnan", product, "49.00");

        var author = await ArriveAsync("zh-CN");
        await author.SignUpAsync("阿梅");
        var title = $"清晨的茶{Random.Shared.Next(1_000_000)}";
        await author.PublishNoteAsync(title, "水温八十度，三分钟，不能再久。", Photos.Take(3), product);

        var reader = await ArriveAsync();
        await reader.SignUpAsync("Reader");
        await reader.FindInDiscoverAsync(title);
        await reader.FindBySearchAsync("晨的", title);
        await reader.OpenAsync(title);
        await reader.LikeAsync();
        await reader.CollectAsync();
        await reader.CommentAsync("Which spring?");
        await reader.FollowAuthorAsync();
        await reader.OpenProductOfNoteAsync();
        await reader.BuyAsync();

        await merchant.ShipAsync(desk);
        await reader.ReceiveAsync();
        var review = $"Light, and it lasts {Random.Shared.Next(1_000_000)}.";
        await reader.ReviewAsNoteAsync(review);

        await author.SeeSoonAsync("/inbox?tab=comments", () => author.Page.GetByText("Which spring?"));
        await author.SeeSoonAsync("/inbox?tab=likes", () => author.Page.GetByText("Reader").First);
        await author.SeeSoonAsync("/inbox?tab=follows", () => author.Page.GetByText("Reader").First);
        await reader.VisitAsync("/me");
        await Assertions.Expect(reader.Page.Locator(".note-card")).ToHaveCountAsync(1);
    }
}

public sealed class LoopOnSqlite(OnSqlite sward, Browsers browsers) : LoopTests(sward, browsers);

public sealed class LoopOnPostgres : LoopTests
{
    public LoopOnPostgres(OnPostgres sward, Browsers browsers) : base(sward, browsers) =>
        Assert.SkipWhen(OnPostgres.IsAbsent, "Set SWARD_TEST_POSTGRES to run against PostgreSQL.");
}
