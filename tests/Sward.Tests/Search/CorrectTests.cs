using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sward.Search;

namespace Sward.Tests.Search;

public abstract class CorrectTests(AppFixture app)
{
    private readonly SearchScene scene = new(app);

    [Fact]
    public async Task A_misspelt_word_finds_what_was_meant_unless_somebody_insists()
    {
        var word = SearchScene.NewWord();
        var mei = await app.SignUpAsync();
        var note = await scene.PublishAsync(mei, $"Fresh {word}");
        await scene.DeliverAsync();
        var misspelt = word.Remove(9, 1);

        var answer = await app.Visitor.GetJsonAsync($"/api/v1/search/notes?q=fresh+{misspelt}");
        Assert.Equal(note, answer.Items().First().GetProperty("note").IdOf());
        Assert.Equal($"fresh {word}", answer.Body.GetProperty("searchedFor").GetString());

        var exact = await app.Visitor.GetJsonAsync($"/api/v1/search/notes?q={misspelt}&exact=true");
        Assert.Empty(exact.Items());
        Assert.Null(exact.Body.GetProperty("searchedFor").GetString());
    }

    [Fact]
    public async Task Another_spelling_must_find_ten_times_as_much()
    {
        var mei = await app.SignUpAsync();
        var common = SearchScene.NewWord();
        var rare = common[..8] + 'z' + common[9..];
        await scene.PublishAsync(mei, rare);
        for (var i = 0; i < 9; i++)
        {
            await scene.PublishAsync(mei, common);
        }

        await scene.DeliverAsync();
        Assert.Single(await scene.FindAsync(mei.Client, rare));

        await scene.PublishAsync(mei, common);
        await scene.DeliverAsync();
        Assert.Equal(10, (await scene.FindAsync(mei.Client, rare)).Count);
    }

    [Fact]
    public async Task Characters_that_sound_or_look_like_the_right_ones_are_corrected()
    {
        var mei = await app.SignUpAsync();
        var note = await scene.PublishAsync(mei, "鲈鳗的做法");
        await scene.DeliverAsync();

        Assert.Equal([note], await scene.FindAsync(mei.Client, "炉鳗"));
        var answer = await app.Visitor.GetJsonAsync("/api/v1/search/notes?q=" + Uri.EscapeDataString("鲈慢"));
        Assert.Equal("鲈鳗", answer.Body.GetProperty("searchedFor").GetString());
    }

    [Fact]
    public async Task Names_of_people_and_stores_are_found_by_how_they_sound()
    {
        var mei = await app.SignUpAsync("欧阳鲮鲩");
        var store = (await mei.Client.PostJsonAsync("/api/v1/stores", new { name = "鲮鲩小铺", kind = "personal" })).Body.IdOf();
        var product = await mei.Client.PostJsonAsync($"/api/v1/stores/{store}/products", new
        {
            name = "壶",
            origin = "日本",
            category = "home",
            pictures = Array.Empty<string>(),
            skus = new[] { new { code = "one", price = new { amount = 900, currency = "CNY" }, stock = new[] { new { warehouse = "main", units = 5 } } } },
        });
        await scene.DeliverAsync();

        var people = await app.Visitor.GetJsonAsync("/api/v1/search/accounts?q=ouyangling");
        Assert.Contains(mei.Id, people.Items().Select(p => p.GetProperty("account").IdOf()));
        var goods = await app.Visitor.GetJsonAsync("/api/v1/search/products?q=linghuanxiaopu");
        Assert.Equal([product.Body.IdOf()], goods.Items().Select(p => p.GetProperty("product").IdOf()));
    }

    [Fact]
    public async Task A_topic_is_found_by_its_sound_only_when_nothing_else_is()
    {
        var mei = await app.SignUpAsync();
        var note = await scene.PublishAsync(mei, "周末", topics: ["鳜鲮饭"]);
        await scene.DeliverAsync();
        await app.Services.GetRequiredService<WriteBook>().RunAsync(AppFixture.Ct);

        var suggestion = (await app.Visitor.GetJsonAsync("/api/v1/search/suggest?q=gui'ling")).Items().Single();
        Assert.Equal("鳜鲮饭", suggestion.GetProperty("text").GetString());
        var answer = await app.Visitor.GetJsonAsync("/api/v1/search/notes?q=gui+lingfan");
        Assert.Equal((note, "鳜鲮饭"), (answer.Items().Single().GetProperty("note").IdOf(), answer.Body.GetProperty("searchedFor").GetString()));

        var written = await scene.PublishAsync(mei, "gui lingfan");
        await scene.DeliverAsync();
        Assert.Equal([written], await scene.FindAsync(mei.Client, "gui lingfan"));
    }

    [Fact]
    public async Task Typed_sounds_are_read_as_what_is_written_here()
    {
        var mei = await app.SignUpAsync();
        var note = await scene.PublishAsync(mei, "昨天", "我们吃了鳟鲅羹，很好。");
        await scene.DeliverAsync();

        var answer = await app.Visitor.GetJsonAsync("/api/v1/search/notes?q=zunbageng");
        Assert.Equal((note, "鳟鲅羹"), (answer.Items().Single().GetProperty("note").IdOf(), answer.Body.GetProperty("searchedFor").GetString()));
        Assert.Null((await app.Visitor.GetJsonAsync("/api/v1/search/notes?q=zunbagengx")).Body.GetProperty("searchedFor").GetString());
    }

    [Fact]
    public async Task What_a_reader_may_not_find_is_not_offered_as_a_spelling()
    {
        var word = SearchScene.NewWord();
        var mei = await app.SignUpAsync();
        await scene.PublishAsync(mei, word);
        await scene.PublishAsync(mei, word + "s", visibility: Sward.Notes.Visibility.Private);
        var lin = await app.SignUpAsync();
        await lin.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/block");
        await scene.DeliverAsync();

        var answer = await lin.Client.GetJsonAsync($"/api/v1/search/notes?q={word.Remove(9, 1)}");
        Assert.Empty(answer.Items());
        Assert.Null(answer.Body.GetProperty("searchedFor").GetString());
    }

    [Fact]
    public async Task The_page_says_what_it_searched_for_and_how_to_insist()
    {
        var word = SearchScene.NewWord();
        await scene.PublishAsync(await app.SignUpAsync(), word);
        await scene.DeliverAsync();
        var misspelt = word.Remove(9, 1);

        var page = WebUtility.HtmlDecode(await (await app.Visitor.GetAsync($"/search?q={misspelt}", AppFixture.Ct)).Content.ReadAsStringAsync(AppFixture.Ct));

        Assert.Contains($"<mark>{word}</mark>", page, StringComparison.Ordinal);
        Assert.Contains($"/search?q={misspelt}&exact=true", page, StringComparison.Ordinal);
    }
}

public sealed class CorrectOnSqlite(OnSqlite app) : CorrectTests(app);

public sealed class CorrectOnPostgres(OnPostgres app) : CorrectTests(app);
