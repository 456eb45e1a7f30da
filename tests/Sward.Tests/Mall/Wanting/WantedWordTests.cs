using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Wants;
using Sward.Tests.Search;

namespace Sward.Tests.Mall;

public abstract class WantedWordTests(AppFixture app)
{
    [Fact]
    public async Task A_search_of_the_mall_without_hits_takes_the_words_and_operators_see_how_many_asked()
    {
        var (word, mei, ben, keeper) = (SearchScene.NewWord(), await app.SignUpAsync(), await app.SignUpAsync(), await RulesTests.OperatorAsync(app));
        Assert.Contains("Sign in to tell us", await app.Visitor.GetStringAsync($"/search?q={word}&tab=mall", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains("/wants?handler=Ask", await mei.Client.GetStringAsync($"/search?q={word}&tab=mall", AppFixture.Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("/wants?handler=Ask", await mei.Client.GetStringAsync($"/search?q={word}", AppFixture.Ct), StringComparison.Ordinal);

        var page = await WantScene.PostAsync(mei.Client, "/wants?handler=Ask", HttpStatusCode.Redirect, ("words", word));
        Assert.Contains("We have noted it.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await mei.Client.PutJsonAsync("/api/v1/wants/words", new { words = $"  {word.ToUpperInvariant()} " })).Status);
        Assert.Equal(1, await PeopleAsync(word));
        await ben.Client.PutJsonAsync("/api/v1/wants/words", new { words = word });
        Assert.Equal(2, await PeopleAsync(word));

        var found = (await keeper.Client.GetJsonAsync("/api/v1/wanted-words?limit=100")).Items().Single(item => string.Equals(item.GetProperty("words").GetString(), word, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, found.GetProperty("people").GetInt32());
        Assert.Contains(word, await keeper.Client.GetStringAsync("/operator/wanted", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await mei.Client.GetJsonAsync("/api/v1/wanted-words")).Status);
        using var page403 = await mei.Client.GetAsync("/operator/wanted", AppFixture.Ct);
        Assert.NotEqual(HttpStatusCode.OK, page403.StatusCode);
    }

    [Fact]
    public async Task Words_are_taken_back_by_their_person_alone_and_forgotten_when_nobody_asks()
    {
        var (word, mei, ben) = (SearchScene.NewWord(), await app.SignUpAsync(), await app.SignUpAsync());
        await mei.Client.PutJsonAsync("/api/v1/wants/words", new { words = word });
        var wordId = Assert.Single((await mei.Client.GetJsonAsync("/api/v1/wants/words")).Items()).IdOf();
        Assert.Empty((await ben.Client.GetJsonAsync("/api/v1/wants/words")).Items());

        await ben.Client.DeleteJsonAsync($"/api/v1/wants/words/{wordId}");
        Assert.Equal(1, await PeopleAsync(word));

        var page = await WantScene.PostAsync(mei.Client, "/wants?handler=TakeBackWords", HttpStatusCode.Redirect, ("wordId", $"{wordId}"));
        Assert.Contains($"Taken back: {word}", page, StringComparison.Ordinal);
        Assert.Equal(0, await PeopleAsync(word));
        await mei.Client.DeleteJsonAsync($"/api/v1/wants/words/{wordId}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PutJsonAsync("/api/v1/wants/words", new { words = word })).Status);
        Assert.Equal(0, await PeopleAsync(word));
    }

    [Fact]
    public async Task Words_that_say_nothing_and_too_many_are_refused()
    {
        var mei = await app.SignUpAsync();
        Assert.Equal("mall.words-say-nothing", (await mei.Client.PutJsonAsync("/api/v1/wants/words", new { words = "?! " })).Code);
        Assert.Equal(HttpStatusCode.BadRequest, (await mei.Client.PutJsonAsync("/api/v1/wants/words", new { words = new string('x', 101) })).Status);
        for (var n = 0; n < 50; n++)
        {
            await mei.Client.PutJsonAsync("/api/v1/wants/words", new { words = $"{mei.Id} {n}" });
        }

        Assert.Equal("mall.too-many-words", (await mei.Client.PutJsonAsync("/api/v1/wants/words", new { words = $"{mei.Id} more" })).Code);
        Assert.Equal(0, await PeopleAsync($"{mei.Id} more"));
        Assert.Contains("You have asked for 50 things", await WantScene.PostAsync(mei.Client, "/wants?handler=Ask", HttpStatusCode.UnprocessableEntity, ("words", $"{mei.Id} more")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_by_many_at_once_each_counts_once()
    {
        var word = SearchScene.NewWord();
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.SignUpAsync()));

        await Task.WhenAll(people.Concat(people).Select(person => person.Client.PutJsonAsync("/api/v1/wants/words", new { words = word })));

        Assert.Equal(8, await PeopleAsync(word));
    }

    [Theory]
    [InlineData("  Blue　ＴＥＡ ", "blue tea")]
    [InlineData("蓝山 咖啡", "蓝山 咖啡")]
    [InlineData("?!", null)]
    [InlineData("", null)]
    public void Words_are_the_same_whatever_their_case_and_width(string words, string? key) => Assert.Equal(key, WantedWord.KeyOf(words));

    private Task<int> PeopleAsync(string words) => app.InDb<MallDb, int>(db =>
    {
        var key = WantedWord.KeyOf(words);
        return db.WantedWords.Where(w => w.Key == key).Select(w => w.People).SingleOrDefaultAsync(AppFixture.Ct);
    });
}

public sealed class WantedWordsOnSqlite(OnSqlite app) : WantedWordTests(app);

public sealed class WantedWordsOnPostgres(OnPostgres app) : WantedWordTests(app);
