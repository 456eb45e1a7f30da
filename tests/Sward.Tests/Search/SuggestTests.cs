using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sward.Search;

namespace Sward.Tests.Search;

public abstract class SuggestTests(AppFixture app)
{
    private readonly SearchScene scene = new(app);

    [Fact]
    public async Task History_holds_each_query_once_and_can_be_erased()
    {
        var mei = await app.SignUpAsync();
        foreach (var query in new[] { "早餐", "coffee", "ＣＯＦＦＥＥ ", "早餐" })
        {
            await scene.FindAsync(mei.Client, query);
        }

        var entries = (await HistoryAsync(mei)).Items().ToList();
        Assert.Equal(["早餐", "ＣＯＦＦＥＥ"], entries.Select(e => e.GetProperty("text").GetString()).Order(StringComparer.Ordinal));

        await mei.Client.DeleteJsonAsync($"/api/v1/search/history/{entries[0].IdOf()}");
        Assert.Single((await HistoryAsync(mei)).Items());

        Assert.Equal(HttpStatusCode.NoContent, (await mei.Client.DeleteJsonAsync("/api/v1/search/history")).Status);
        Assert.Empty((await HistoryAsync(mei)).Items());
    }

    [Fact]
    public async Task Nobody_reads_or_erases_the_history_of_another()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        await scene.FindAsync(mei.Client, "private question");
        var entry = (await HistoryAsync(mei)).Items().Single().IdOf();

        await lin.Client.DeleteJsonAsync($"/api/v1/search/history/{entry}");
        await lin.Client.DeleteJsonAsync("/api/v1/search/history");

        Assert.Equal(entry, (await HistoryAsync(mei)).Items().Single().IdOf());
        Assert.Empty((await HistoryAsync(lin)).Items());
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync("/api/v1/search/history")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.DeleteJsonAsync("/api/v1/search/history")).Status);
    }

    [Fact]
    public async Task A_search_made_ten_times_at_once_is_one_entry()
    {
        var mei = await app.SignUpAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => scene.FindAsync(mei.Client, "at once")));

        Assert.Single((await HistoryAsync(mei)).Items());
    }

    [Fact]
    public async Task Suggestions_are_own_history_first_then_topics_goods_and_people()
    {
        var word = SearchScene.NewWord();
        var mei = await app.SignUpAsync($"{word} Mei");
        await scene.PublishAsync(mei, "title", topics: [$"{word}手冲"]);
        await scene.DeliverAsync();
        await WriteBookAsync();
        await scene.FindAsync(mei.Client, $"{word} mine");

        var suggestions = (await mei.Client.GetJsonAsync($"/api/v1/search/suggest?q={word.ToUpperInvariant()}")).Items().ToList();

        Assert.Equal(("history", $"{word} mine"), (suggestions[0].GetProperty("kind").GetString(), suggestions[0].GetProperty("text").GetString()));
        Assert.Equal(["person", "topic"], suggestions.Skip(1).Select(s => s.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("history", (await app.Visitor.GetJsonAsync($"/api/v1/search/suggest?q={word}")).Items().Select(s => s.GetProperty("kind").GetString()));
        Assert.Empty((await app.Visitor.GetJsonAsync("/api/v1/search/suggest?q=")).Items());
    }

    [Fact]
    public async Task A_query_is_shown_to_others_when_enough_different_people_found_something()
    {
        await using var own = await app.OwnHostAsync();
        var ownScene = new SearchScene(own);
        var people = await SettledAsync(own);
        await ownScene.PublishAsync(people[0], "cold brew at home");
        await ownScene.PublishAsync(people[0], "forbidden fruit");
        await ownScene.DeliverAsync();
        foreach (var person in people)
        {
            await ownScene.FindAsync(person.Client, "brew");
            await ownScene.FindAsync(person.Client, "nothing like that");
        }

        for (var i = 0; i < 5; i++)
        {
            await ownScene.FindAsync(people[0].Client, "home");
        }

        await own.Services.GetRequiredService<WriteBook>().RunAsync(AppFixture.Ct);

        Assert.Equal(["brew"], (await own.Visitor.GetJsonAsync("/api/v1/search/hot")).Items().Select(h => h.GetProperty("text").GetString()));
        Assert.Contains("brew", (await own.Visitor.GetJsonAsync("/api/v1/search/suggest?q=br")).Items().Select(s => s.GetProperty("text").GetString()));
        Assert.Empty((await own.Visitor.GetJsonAsync("/api/v1/search/suggest?q=hom")).Items());
    }

    [Fact]
    public async Task Blocked_words_are_neither_hot_nor_suggested()
    {
        await using var own = await app.OwnHostAsync(settings => settings["Search:BlockedWords:0"] = "Forbidden");
        var ownScene = new SearchScene(own);
        var people = await SettledAsync(own);
        await ownScene.PublishAsync(people[0], "forbidden fruit", topics: ["forbidden"]);
        await ownScene.DeliverAsync();
        foreach (var person in people)
        {
            await ownScene.FindAsync(person.Client, "forbidden fruit");
        }

        await own.Services.GetRequiredService<WriteBook>().RunAsync(AppFixture.Ct);

        Assert.Empty((await own.Visitor.GetJsonAsync("/api/v1/search/hot")).Items());
        Assert.Empty((await own.Visitor.GetJsonAsync("/api/v1/search/suggest?q=forb")).Items());
    }

    [Fact]
    public async Task Related_searches_are_what_the_same_people_look_for_and_topics_of_what_is_found()
    {
        await using var own = await app.OwnHostAsync();
        var ownScene = new SearchScene(own);
        var people = await SettledAsync(own);
        await ownScene.PublishAsync(people[0], "cold brew", topics: ["slow mornings"]);
        await ownScene.PublishAsync(people[0], "grinder of my own");
        await ownScene.DeliverAsync();
        foreach (var person in people)
        {
            await ownScene.FindAsync(person.Client, "brew");
            await ownScene.FindAsync(person.Client, "Grinder");
        }

        // Only two people share this one.
        await ownScene.FindAsync(people[0].Client, "own");
        await ownScene.FindAsync(people[1].Client, "own");

        Assert.Equal(["Grinder", "slow mornings"], await RelatedAsync(own, "brew"));
        Assert.Equal(["brew"], await RelatedAsync(own, "grinder"));
        Assert.Empty(await RelatedAsync(own, ""));
    }

    [Fact]
    public async Task Three_accounts_of_today_put_nothing_before_others()
    {
        await using var own = await app.OwnHostAsync();
        var ownScene = new SearchScene(own);
        var settled = await SettledAsync(own);
        Person[] fresh = [await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync()];
        await ownScene.PublishAsync(settled[0], "cold brew at home");
        await ownScene.DeliverAsync();
        foreach (var person in fresh)
        {
            await ownScene.FindAsync(person.Client, "brew");
            await ownScene.FindAsync(person.Client, "cold");
        }

        foreach (var person in settled)
        {
            await ownScene.FindAsync(person.Client, "home");
        }

        await own.Services.GetRequiredService<WriteBook>().RunAsync(AppFixture.Ct);

        Assert.Equal(["home"], (await own.Visitor.GetJsonAsync("/api/v1/search/hot")).Items().Select(h => h.GetProperty("text").GetString()));
        Assert.Empty((await own.Visitor.GetJsonAsync("/api/v1/search/suggest?q=br")).Items());
        Assert.Empty(await RelatedAsync(own, "brew"));
    }

    [Fact]
    public async Task Blocked_words_are_neither_related_nor_guessed()
    {
        await using var own = await app.OwnHostAsync(settings => settings["Search:BlockedWords:0"] = "Forbidden");
        var ownScene = new SearchScene(own);
        var people = await SettledAsync(own);
        await ownScene.PublishAsync(people[0], "cold brew", topics: ["forbidden mornings", "slow mornings"]);
        await ownScene.DeliverAsync();
        foreach (var person in people)
        {
            await ownScene.FindAsync(person.Client, "brew");
            await ownScene.FindAsync(person.Client, "forbidden mornings");
        }

        await ownScene.FindAsync(people[0].Client, "brew cold");
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await ownScene.FindAsync(people[0].Client, "brew");

        Assert.Equal(["slow mornings"], await RelatedAsync(own, "brew"));
        var home = await own.InScope<ReadHome, SearchHome>(read => read.RunAsync(people[0].Id, AppFixture.Ct));
        Assert.Equal(["slow mornings"], home.Guesses);
    }

    /// <summary>Three people who came long enough ago to count.</summary>
    private static async Task<Person[]> SettledAsync(AppFixture own)
    {
        Person[] people = [await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync()];
        await own.MoveClockAsync(TimeSpan.FromDays(8));
        return people;
    }

    private static async Task<List<string?>> RelatedAsync(AppFixture own, string query) =>
        [.. (await own.Visitor.GetJsonAsync($"/api/v1/search/related?q={query}")).Items().Select(text => text.GetString())];

    private static Task<Answer> HistoryAsync(Person person) => person.Client.GetJsonAsync("/api/v1/search/history");

    private Task WriteBookAsync() => app.Services.GetRequiredService<WriteBook>().RunAsync(AppFixture.Ct);
}

public sealed class SuggestOnSqlite(OnSqlite app) : SuggestTests(app);

public sealed class SuggestOnPostgres(OnPostgres app) : SuggestTests(app);
