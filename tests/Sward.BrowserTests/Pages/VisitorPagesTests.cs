namespace Sward.BrowserTests.Pages;

/// <summary>What everybody sees.</summary>
public sealed class VisitorPagesTests(OnSqlite sward, Browsers browsers) : PagesTests(sward, browsers)
{
    [Theory, MemberData(nameof(Windows))]
    public async Task Pages_for_visitors(string language, int width, bool dark)
    {
        var guest = await ArriveAsync(language, new(width, 900, dark));
        await LookAtAsync(guest, "sign-in", "/sign-in");
        await LookAtAsync(guest, "sign-up", "/sign-up");
        await LookAtAsync(guest, "hot", "/hot");
        await LookAtAsync(guest, "feed", "/");
        var note = await FirstAsync(guest, ".note-card-title a");
        await LookAtAsync(guest, "note", note);
        var author = await FirstAsync(guest, ".note-author");
        await LookAtAsync(guest, "profile", author);
        await LookAtAsync(guest, "profile-collected", $"{author}?tab=collected");
        await LookAtAsync(guest, "followers", $"{author}/followers");
        await LookAtAsync(guest, "comments", $"{note}/comments");
        await LookAtAsync(guest, "search", "/search");
        await LookAtAsync(guest, "search-nothing", "/search?q=qqqqzzzz");
        await LookAtAsync(guest, "search-notes", "/search?q=tea");
        await LookAtAsync(guest, "search-direct", "/search?q=fig%20%26%20fern");
        await LookAtAsync(guest, "search-mall", "/search?q=tea&tab=mall");
        await LookAtAsync(guest, "search-mall-filtered", "/search?q=tea&tab=mall&from=10&to=500");
        await LookAtAsync(guest, "search-people", "/search?q=a&tab=people");
        await LookAtAsync(guest, "mall", "/mall");
        var product = await FirstAsync(guest, ".product-card a");
        await LookAtAsync(guest, "reviews", $"{product}/reviews");
        await LookAtAsync(guest, "product", product);
        await LookAtAsync(guest, "store", await FirstAsync(guest, "a.product-store"));
        AssertFaultless();
    }
}
