using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sward.Search;

namespace Sward.Tests.Search;

public abstract class SearchPageTests(AppFixture app)
{
    private readonly SearchScene scene = new(app);

    [Fact]
    public async Task Results_stand_in_three_tabs_with_counts_and_marked_words()
    {
        var word = SearchScene.NewWord();
        var mei = await app.SignUpAsync($"Mei {word}");
        await scene.PublishAsync(mei, $"早餐 {word}");
        await scene.PublishAsync(mei, $"<script>{word}</script>");
        await scene.DeliverAsync();

        var notes = await PageAsync(app.Visitor, $"/search?q={word}");
        Assert.Contains($"早餐 <mark>{word}</mark>", notes, StringComparison.Ordinal);
        Assert.Contains($"&lt;script&gt;<mark>{word}</mark>", notes, StringComparison.Ordinal);
        Assert.Contains("Notes<span class=\"tabs-count\">2</span>", notes, StringComparison.Ordinal);
        Assert.Contains("Mall<span class=\"tabs-count\">0</span>", notes, StringComparison.Ordinal);
        Assert.Contains("People<span class=\"tabs-count\">1</span>", notes, StringComparison.Ordinal);

        var people = await PageAsync(app.Visitor, $"/search?q={word}&tab=people");
        Assert.Contains($"Mei <mark>{word}</mark>", people, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_leads_to_the_tab_that_has_something()
    {
        var word = SearchScene.NewWord();
        await app.SignUpAsync(word);
        await scene.DeliverAsync();

        var page = await PageAsync(app.Visitor, $"/search?q={word}&tab=mall&sort=nonsense");

        Assert.Contains($"Nothing found for “{word}”", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("See 1 in People", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_results_come_with_the_words_to_leave_out_and_filters_that_leave_nothing_can_be_taken_off()
    {
        var (word, other) = (SearchScene.NewWord(), SearchScene.NewWord());
        var mei = await app.SignUpAsync();
        await scene.PublishAsync(mei, word);
        await scene.PublishAsync(mei, $"{word} {other}", age: TimeSpan.FromDays(2));
        await scene.DeliverAsync();

        var relaxed = await PageAsync(app.Visitor, $"/search?q={word}+{other}");
        Assert.Contains($"href=\"/search?q={word}\">{word}<span class=\"chip-count\">2</span>", relaxed, StringComparison.Ordinal);
        Assert.Contains($"href=\"/search?q={other}\">{other}<span class=\"chip-count\">1</span>", relaxed, StringComparison.Ordinal);

        var filtered = await PageAsync(app.Visitor, $"/search?q={other}&within=day");
        Assert.Contains("Nothing fits these filters.", filtered, StringComparison.Ordinal);
        Assert.Contains($"<a class=\"button\" href=\"/search?q={other}\">", filtered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_shows_and_erases_what_this_person_searched_for()
    {
        var mei = await app.SignUpAsync();
        var word = SearchScene.NewWord();
        await scene.PublishAsync(mei, "a title", topics: [word]);
        await scene.DeliverAsync();
        await app.Services.GetRequiredService<WriteBook>().RunAsync(AppFixture.Ct);
        await PageAsync(mei.Client, "/search?q=my+own+question");

        Assert.Contains("my own question", await PageAsync(mei.Client, "/search"), StringComparison.Ordinal);
        Assert.DoesNotContain("my own question", await PageAsync(app.Visitor, "/search"), StringComparison.Ordinal);

        using var nothing = new FormUrlEncodedContent([]);
        await mei.Client.PostAsync("/search?handler=Erase", nothing, AppFixture.Ct);
        Assert.DoesNotContain("my own question", await PageAsync(mei.Client, "/search"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_who_erases_is_asked_to_sign_in()
    {
        using var nothing = new FormUrlEncodedContent([]);
        var answer = await app.NewBrowser().PostAsync("/search?handler=Erase", nothing, AppFixture.Ct);

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?return=/search"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    private static async Task<string> PageAsync(HttpClient client, string url)
    {
        var answer = await client.GetAsync(url, AppFixture.Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(AppFixture.Ct);
    }
}

public sealed class SearchPageOnSqlite(OnSqlite app) : SearchPageTests(app);

public sealed class SearchPageOnPostgres(OnPostgres app) : SearchPageTests(app);
