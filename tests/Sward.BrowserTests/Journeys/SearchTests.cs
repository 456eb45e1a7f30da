using Microsoft.Playwright;

namespace Sward.BrowserTests.Journeys;

/// <summary>People type what they can, and find what they mean.</summary>
public abstract class SearchTests(RunningSward sward, Browsers browsers) : Journey(sward, browsers)
{
    [Fact]
    public async Task Two_characters_a_misspelt_brand_and_a_name_in_letters_are_enough()
    {
        var merchant = await ArriveAsync();
        await merchant.SignUpAsync("Merchant");
        var product = $"Oak ladle {Random.Shared.Next(1_000_000)}";
        await merchant.OpenStoreAsync("Kestrelwood", "Sweden", product, "49.00");
        var author = await ArriveAsync("zh-CN");
        await author.SignUpAsync("欧阳鲮鲩");
        var title = $"河边的鲈鳗{Random.Shared.Next(1_000_000)}";
        await author.PublishNoteAsync(title, "清早去，人少。", Photos.Take(1));

        var reader = await ArriveAsync(script: false);
        await reader.FindBySearchAsync("鲈鳗", title);
        await reader.FindBySearchAsync("炉鳗", title);
        await reader.SeeSoonAsync("/search?tab=mall&q=kestrlewood", () => reader.Page.GetByText(product));
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "kestrlewood", Exact = true })).ToBeVisibleAsync();
        await reader.SeeSoonAsync("/search?tab=people&q=ouyanglinghuan", () => reader.Page.GetByText("欧阳鲮鲩").First);
    }
}

public sealed class SearchOnSqlite(OnSqlite sward, Browsers browsers) : SearchTests(sward, browsers);

public sealed class SearchOnPostgres(OnPostgres sward, Browsers browsers) : SearchTests(sward, browsers);
