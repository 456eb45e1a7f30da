using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Accounts;
using Sward.Search;

namespace Sward.Tests.Search;

public abstract class RulesTests(AppFixture app)
{
    private const string Desk = "/operator/search/rules";
    private readonly SearchScene scene = new(app);

    [Fact]
    public async Task A_synonym_finds_what_is_called_otherwise_until_it_is_taken_away()
    {
        var (keeper, mei) = (await OperatorAsync(app), await app.SignUpAsync());
        var (word, other, noun) = (SearchScene.NewWord(), SearchScene.NewWord(), SearchScene.NewWord());
        var one = await scene.PublishAsync(mei, $"{word} {noun}");
        var two = await scene.PublishAsync(mei, $"Fresh {other} {noun}");
        await scene.DeliverAsync();
        Assert.Equal([one], await scene.FindAsync(mei.Client, word));

        await PostAsync(keeper, "Synonyms", ("words", $"{other}, {word.ToUpperInvariant()}"));

        Assert.Equal([one, two], (await scene.FindAsync(mei.Client, word)).Order());
        Assert.Equal([one, two], (await scene.FindAsync(mei.Client, $"{noun} {other}")).Order());
        var found = (await mei.Client.GetJsonAsync($"/api/v1/search/notes?q={word}")).Items().Single(item => item.GetProperty("note").IdOf() == two);
        Assert.Equal(1, found.GetProperty("highlights").GetProperty("title").GetArrayLength());

        var group = await app.InDb<SearchDb, long>(async db => (await db.Synonyms.OrderByDescending(g => g.Id).FirstAsync(AppFixture.Ct)).Id);
        await PostAsync(keeper, "RemoveSynonyms", ("id", group.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal([one], await scene.FindAsync(mei.Client, word));
    }

    [Fact]
    public async Task A_blocked_term_finds_nothing_and_is_no_better_spelling()
    {
        var (keeper, mei) = (await OperatorAsync(app), await app.SignUpAsync());
        var word = SearchScene.NewWord();
        var note = await scene.PublishAsync(mei, word, topics: [word]);
        await scene.DeliverAsync();

        await PostAsync(keeper, "Block", ("term", word));
        await app.Services.GetRequiredService<WriteBook>().RunAsync(AppFixture.Ct);

        Assert.Empty(await scene.FindAsync(mei.Client, $"some {word.ToUpperInvariant()}"));
        Assert.Empty(await scene.FindAsync(mei.Client, word.Remove(9, 1)));
        Assert.Empty((await app.Visitor.GetJsonAsync($"/api/v1/search/suggest?q={word[..8]}")).Items());
        Assert.Contains("This is not searched for here.", await PageAsync(app.Visitor, $"/search?q={word}"), StringComparison.Ordinal);

        await PostAsync(keeper, "Unblock", ("key", word));
        Assert.Equal([note], await scene.FindAsync(mei.Client, word));
    }

    [Fact]
    public async Task A_pin_stands_first_for_its_query_once_until_its_last_day_and_hides_from_whom_it_must()
    {
        await using var own = await app.OwnHostAsync();
        var ownScene = new SearchScene(own);
        var (keeper, mei, lin) = (await OperatorAsync(own), await own.SignUpAsync(), await own.SignUpAsync());
        var word = SearchScene.NewWord();
        var pinned = await ownScene.PublishAsync(mei, "Something else");
        var plain = await ownScene.PublishAsync(lin, word);
        await ownScene.DeliverAsync();
        var today = DateOnly.FromDateTime(own.Clock.GetUtcNow().UtcDateTime);

        await PostAsync(keeper, "Pin", ("query", word), ("kind", "Note"), ("target", $"http://localhost/notes/{pinned}"), ("until", today.AddDays(3).ToString("O", CultureInfo.InvariantCulture)));
        await PostAsync(keeper, "Pin", ("query", word), ("kind", "Note"), ("target", $"{plain}"), ("until", today.AddDays(3).ToString("O", CultureInfo.InvariantCulture)));

        Assert.Equal([pinned, plain], await ownScene.FindAsync(lin.Client, word));
        var first = (await lin.Client.GetJsonAsync($"/api/v1/search/notes?q={word}")).Items().First();
        Assert.Equal("pinned", first.GetProperty("reason").GetProperty("code").GetString());
        Assert.Equal([plain], await ownScene.FindAsync(lin.Client, word, "&sort=latest"));

        await lin.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/block");
        Assert.DoesNotContain(pinned, await ownScene.FindAsync(lin.Client, word));

        own.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal([plain], await ownScene.FindAsync(own.Visitor, word));
    }

    [Fact]
    public async Task Every_change_is_written_down_and_what_cannot_be_changes_nothing()
    {
        var keeper = await OperatorAsync(app, "Keeper of words");
        var word = SearchScene.NewWord();
        await PostAsync(keeper, "Block", ("term", word));
        await PostAsync(keeper, "Block", ("term", word));
        await PostAsync(keeper, "Unblock", ("key", word));
        var page = await PageAsync(keeper.Client, Desk);
        Assert.Contains("Keeper of words", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(keeper, "Synonyms", ("words", $"{word}, {word.ToUpperInvariant()}")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(keeper, "Block", ("term", "?!")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(keeper, "Pin", ("query", word), ("kind", "Note"), ("target", "1"), ("until", "2999-01-01")));

        var changes = await app.InDb<SearchDb, List<RuleChange>>(db => db.RuleChanges.Where(c => c.OperatorId == keeper.Id).OrderBy(c => c.Id).ToListAsync(AppFixture.Ct));
        Assert.Equal([(RuleKind.Blocked, true, word), (RuleKind.Blocked, false, word)], changes.Select(c => (c.Kind, c.Added, c.Rule)));
    }

    [Fact]
    public async Task Only_operators_see_and_change_rules()
    {
        var stranger = await app.SignUpAsync();
        var word = SearchScene.NewWord();

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Client.GetAsync(Desk, AppFixture.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Client.GetAsync($"/operator/search?q={word}", AppFixture.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(stranger, "Block", ("term", word)));
        Assert.False(await app.InDb<SearchDb, bool>(db => db.BlockedTerms.AnyAsync(t => t.Key == word, AppFixture.Ct)));
    }

    [Fact]
    public async Task Whose_eyes_an_operator_searches_through_is_written_down()
    {
        await using var own = await app.OwnHostAsync();
        var (keeper, reader) = (await OperatorAsync(own), await own.SignUpAsync());
        await own.DeliverFactsAsync();

        await PageAsync(keeper.Client, "/operator/search?q=tea");
        await PageAsync(keeper.Client, "/operator/search?q=tea&reader=nobody-at-all");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Client.GetAsync($"/operator/search?q=tea&reader={reader.Handle}", AppFixture.Ct)).StatusCode);
        Assert.Empty(await own.InDb<SearchDb, List<LookUp>>(db => db.LookUps.ToListAsync(AppFixture.Ct)));
        Assert.Contains("Nobody has searched through", WebUtility.HtmlDecode(await PageAsync(keeper.Client, "/operator/search")), StringComparison.Ordinal);

        await PageAsync(keeper.Client, $"/operator/search?q=tea&reader=@{reader.Handle}&kind=mall");

        var look = Assert.Single(await own.InDb<SearchDb, List<LookUp>>(db => db.LookUps.ToListAsync(AppFixture.Ct)));
        Assert.Equal((keeper.Id, reader.Id, "tea", own.Clock.GetUtcNow()), (look.OperatorId, look.ReaderId, look.Text, look.At));
        Assert.Contains($"as @{reader.Handle}: tea", await PageAsync(keeper.Client, "/operator/search"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_adds_up_to_the_rank()
    {
        var (keeper, mei, fan) = (await OperatorAsync(app), await app.SignUpAsync(), await app.SignUpAsync());
        var (word, noun) = (SearchScene.NewWord(), SearchScene.NewWord());
        var close = await scene.PublishAsync(mei, $"{word} {noun}", age: TimeSpan.FromDays(40));
        await scene.PublishAsync(mei, "Apart", $"{noun} and {word}");
        await fan.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow");
        await fan.Client.PutJsonAsync($"/api/v1/notes/{close}/like");
        await scene.DeliverAsync();

        await using var scope = app.Services.CreateAsyncScope();
        var explanation = await scope.ServiceProvider.GetRequiredService<ExplainSearch>().RunAsync(ExplainedKind.Notes, $"{word} {noun}", fan.Id, AppFixture.Ct);

        Assert.Equal([(word, 2), (noun, 2)], explanation.Terms.Where(t => t.Use is TokenUse.Finds).Select(t => (t.Text, t.Holders)));
        Assert.Equal(close, explanation.Hits[0].Id);
        Assert.Equal([Field.Title], explanation.Hits[0].Terms[0].Fields);
        AssertAddsUp(explanation);
        Assert.True(explanation.Hits[0].Moves is { IsFollowed: true, Liking: > 0, Freshness: > 0 and < .5, Phrase: 1.5 });

        var page = await PageAsync(keeper.Client, $"/operator/search?q={word}+{noun}&reader={fan.Handle}");
        Assert.Contains($"/notes/{close}", page, StringComparison.Ordinal);
        Assert.Contains("Nobody has this handle.", await PageAsync(keeper.Client, "/operator/search?q=tea&reader=nobody-at-all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goods_and_people_are_explained_by_the_same_sum()
    {
        var (keeper, fan) = (await OperatorAsync(app), await app.SignUpAsync());
        var (word, noun) = (SearchScene.NewWord(), SearchScene.NewWord());
        var mei = await app.SignUpAsync(word);
        var store = (await mei.Client.PostJsonAsync("/api/v1/stores", new { name = noun, kind = "personal" })).Body.IdOf();
        var product = (await mei.Client.PostJsonAsync($"/api/v1/stores/{store}/products", new
        {
            name = $"{word} cup",
            origin = "Peru",
            category = "home",
            pictures = Array.Empty<string>(),
            skus = new[] { new { code = "one", price = new { amount = 100, currency = "CNY" }, stock = new[] { new { warehouse = "main", units = 1 } } } },
        })).Body.IdOf();
        await fan.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow");
        await scene.DeliverAsync();

        await using var scope = app.Services.CreateAsyncScope();
        var explain = scope.ServiceProvider.GetRequiredService<ExplainSearch>();
        var goods = await explain.RunAsync(ExplainedKind.Mall, $"{word} {noun}", fan.Id, AppFixture.Ct);
        var people = await explain.RunAsync(ExplainedKind.People, word, fan.Id, AppFixture.Ct);

        AssertAddsUp(goods);
        AssertAddsUp(people);
        Assert.Equal(product, goods.Hits[0].Id);
        Assert.Equal([Field.Title], goods.Hits[0].Terms.Single(t => t.Text == word).Fields);
        Assert.Equal([Field.Goods], goods.Hits[0].Terms.Single(t => t.Text == noun).Fields);
        Assert.True(people.Hits[0].Id == mei.Id && people.Hits[0].Moves is { IsFollowed: true, Liking: > 0 });
        Assert.Contains($"/products/{product}", await PageAsync(keeper.Client, $"/operator/search?q={word}&kind=mall"), StringComparison.Ordinal);
        Assert.Contains($"/u/{mei.Handle}", await PageAsync(keeper.Client, $"/operator/search?q={word}&kind=people"), StringComparison.Ordinal);
    }

    private static void AssertAddsUp(Explanation explanation)
    {
        Assert.NotEmpty(explanation.Hits);
        Assert.All(explanation.Hits, hit => Assert.Equal(
            hit.Relevance * (1 + (.5 * hit.Moves.Liking) + (.3 * hit.Moves.Freshness) + (hit.Moves.IsFollowed ? .2 : 0)) * hit.Moves.Phrase, hit.Rank, tolerance: .00001 * hit.Rank));
        Assert.All(explanation.Hits, hit => Assert.Equal(hit.Terms.Sum(t => t.Adds), hit.Relevance, tolerance: .00001 * hit.Relevance));
    }

    internal static async Task<Person> OperatorAsync(AppFixture app, string nickname = "Keeper")
    {
        var keeper = await app.SignUpAsync(nickname);
        await app.InDb<AccountsDb, int>(db => db.Accounts.Where(a => a.Id == keeper.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsOperator, true), AppFixture.Ct));
        return keeper;
    }

    internal static async Task<HttpStatusCode> PostAsync(Person person, string handler, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return (await person.Client.PostAsync($"{Desk}?handler={handler}", form, AppFixture.Ct)).StatusCode;
    }

    private static async Task<string> PageAsync(HttpClient reader, string url) =>
        WebUtility.HtmlDecode(await (await reader.GetAsync(url, AppFixture.Ct)).Content.ReadAsStringAsync(AppFixture.Ct));
}

public sealed class RulesOnSqlite(OnSqlite app) : RulesTests(app);

public sealed class RulesOnPostgres(OnPostgres app) : RulesTests(app);
