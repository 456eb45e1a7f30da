using System.Net;
using Sward.Kernel;
using Sward.Notes;

namespace Sward.Tests.Search;

public abstract class FindNotesTests(AppFixture app)
{
    private readonly SearchScene scene = new(app);

    [Theory]
    [InlineData("早餐")]
    [InlineData("餐")]
    [InlineData("MORNING早餐")]
    [InlineData("morning")]
    [InlineData("mornings 早餐")]
    [InlineData("温暖的早餐")]
    [InlineData("暖")]
    public async Task A_note_is_found_by_one_character_two_and_both_languages(string query)
    {
        var mei = await app.SignUpAsync("Mei");
        var note = await scene.PublishAsync(mei, "Good morning：溫暖的早餐");
        await scene.DeliverAsync();

        Assert.Contains(note, await scene.FindAsync(mei.Client, query));
    }

    [Fact]
    public async Task Notes_are_found_around_a_point_and_the_page_keeps_it_in_its_links()
    {
        var mei = await app.SignUpAsync();
        var word = SearchScene.NewWord();
        // Two kilometres apart, and across the date line.
        var near = await scene.PublishAsync(mei, word, at: new(31.231, 121.474));
        var further = await scene.PublishAsync(mei, word, at: new(31.249, 121.474));
        var edge = await scene.PublishAsync(mei, word, at: new(-17.75, -179.99));
        var nowhere = await scene.PublishAsync(mei, word);
        await scene.DeliverAsync();

        Assert.Equal([near, further, edge, nowhere], (await scene.FindAsync(app.Visitor, word)).Order());
        Assert.Equal([near], await scene.FindAsync(app.Visitor, word, "&lat=31.231&lng=121.474&km=1"));
        Assert.Equal([near, further], (await scene.FindAsync(app.Visitor, word, "&lat=31.231&lng=121.474")).Order());
        Assert.Equal([edge], await scene.FindAsync(app.Visitor, word, "&lat=-17.75&lng=179.99&km=3"));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor.GetJsonAsync($"/api/v1/search/notes?q={word}&lat=91&lng=0")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor.GetJsonAsync($"/api/v1/search/notes?q={word}&lat=1&lng=0&km=51")).Status);

        var asks = await app.Visitor.GetStringAsync($"/search?q={word}", AppFixture.Ct);
        Assert.Contains("<sward-here>", asks, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await app.Visitor.GetStringAsync($"/search?q={word}&lat=31.231&lng=121.474&km=3", AppFixture.Ct));
        Assert.Contains($"/notes/{further}", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/notes/{edge}", page, StringComparison.Ordinal);
        Assert.Contains($"/search?q={word}&within=day&lat=31.231&lng=121.474&km=3", page, StringComparison.Ordinal);
        Assert.Contains($"/search?q={word}&lat=31.231&lng=121.474&km=50\">Within 50 km", page, StringComparison.Ordinal);
        Assert.Contains($"/search?q={word}\">Any distance", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_words_come_before_some_and_some_are_said_to_be_some()
    {
        var mei = await app.SignUpAsync();
        var (one, other) = (SearchScene.NewWord(), SearchScene.NewWord());
        var half = await scene.PublishAsync(mei, $"{one} {one} {one}");
        var whole = await scene.PublishAsync(mei, $"a long title with {one}", $"and the other word {other} in a long body of many other words");
        await scene.DeliverAsync();

        var answer = await app.Visitor.GetJsonAsync($"/api/v1/search/notes?q={one} {other}");

        Assert.Equal([whole, half], answer.Items().Select(i => i.GetProperty("note").IdOf()));
        Assert.True(answer.Body.GetProperty("isRelaxed").GetBoolean());
        Assert.False((await app.Visitor.GetJsonAsync($"/api/v1/search/notes?q={other}")).Body.GetProperty("isRelaxed").GetBoolean());
    }

    [Fact]
    public async Task Edited_notes_are_found_by_their_new_words_and_removed_ones_by_none()
    {
        var mei = await app.SignUpAsync();
        var (before, after) = (SearchScene.NewWord(), SearchScene.NewWord());
        var note = await scene.PublishAsync(mei, before);
        await scene.DeliverAsync();
        Assert.Equal([note], await scene.FindAsync(app.Visitor, before));

        await scene.EditAsync(note, n => n.Title = after);
        await scene.DeliverAsync();
        Assert.Empty(await scene.FindAsync(app.Visitor, before));
        Assert.Equal([note], await scene.FindAsync(app.Visitor, after));

        await mei.Client.DeleteJsonAsync($"/api/v1/notes/{note}");
        await scene.DeliverAsync();
        Assert.Empty(await scene.FindAsync(mei.Client, after));
        Assert.Equal("", await app.InDb<Sward.Search.SearchDb, string>(async db => (await db.Notes.FindAsync([note], AppFixture.Ct))!.Title));
    }

    [Fact]
    public async Task A_removed_note_is_gone_before_search_hears_of_it()
    {
        var mei = await app.SignUpAsync();
        var word = SearchScene.NewWord();
        var note = await scene.PublishAsync(mei, word);
        await scene.DeliverAsync();

        await mei.Client.DeleteJsonAsync($"/api/v1/notes/{note}");

        Assert.Empty(await scene.FindAsync(app.Visitor, word));
    }

    [Fact]
    public async Task Blocks_hold_both_ways_and_mutes_one_way()
    {
        var (mei, lin, quiet) = (await app.SignUpAsync("Mei"), await app.SignUpAsync("Lin"), await app.SignUpAsync("Quiet"));
        var word = SearchScene.NewWord();
        var (byMei, byLin, byQuiet) = (await scene.PublishAsync(mei, word), await scene.PublishAsync(lin, word), await scene.PublishAsync(quiet, word));
        await scene.DeliverAsync();
        Assert.Equal(3, (await scene.FindAsync(mei.Client, word)).Count);

        await mei.Client.PutJsonAsync($"/api/v1/accounts/{lin.Id}/block");
        await mei.Client.PutJsonAsync($"/api/v1/accounts/{quiet.Id}/mute");
        await scene.DeliverAsync();

        Assert.Equal([byMei], await scene.FindAsync(mei.Client, word));
        Assert.Equal([byQuiet, byLin], await scene.FindAsync(lin.Client, word));
        Assert.Equal([byQuiet, byLin, byMei], await scene.FindAsync(quiet.Client, word));
        Assert.Equal(3, (await scene.FindAsync(app.Visitor, word)).Count);

        await mei.Client.DeleteJsonAsync($"/api/v1/accounts/{lin.Id}/block");
        await scene.DeliverAsync();
        Assert.Equal([byLin, byMei], await scene.FindAsync(mei.Client, word));
    }

    [Fact]
    public async Task Notes_are_found_only_by_those_they_are_for()
    {
        var (mei, friend, follower, stranger) = (await app.SignUpAsync("Mei"), await app.SignUpAsync("Friend"), await app.SignUpAsync("Follower"), await app.SignUpAsync());
        await friend.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow");
        await mei.Client.PutJsonAsync($"/api/v1/accounts/{friend.Id}/follow");
        await follower.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow");
        var word = SearchScene.NewWord();
        var forAll = await scene.PublishAsync(mei, word);
        var forFollowers = await scene.PublishAsync(mei, word, visibility: Visibility.Followers);
        var forFriends = await scene.PublishAsync(mei, word, visibility: Visibility.Friends);
        var forNobody = await scene.PublishAsync(mei, word, visibility: Visibility.Private);
        await scene.DeliverAsync();

        Assert.Equal([forNobody, forFriends, forFollowers, forAll], await scene.FindAsync(mei.Client, word));
        Assert.Equal([forFriends, forFollowers, forAll], await scene.FindAsync(friend.Client, word));
        Assert.Equal([forFollowers, forAll], await scene.FindAsync(follower.Client, word));
        Assert.Equal([forAll], await scene.FindAsync(stranger.Client, word));
        Assert.Equal([forAll], await scene.FindAsync(app.Visitor, word));
        Assert.Equal(1, (await app.Visitor.GetJsonAsync($"/api/v1/search/notes?q={word}")).Body.GetProperty("count").GetInt32());

        await scene.EditAsync(forAll, n => n.Visibility = Visibility.Private);
        await scene.DeliverAsync();
        Assert.Empty(await scene.FindAsync(stranger.Client, word));
    }

    [Fact]
    public async Task Results_are_sorted_and_filtered()
    {
        var (mei, fan) = (await app.SignUpAsync(), await app.SignUpAsync());
        var word = SearchScene.NewWord();
        var old = await scene.PublishAsync(mei, word, age: TimeSpan.FromDays(200));
        var lastMonth = await scene.PublishAsync(mei, word, age: TimeSpan.FromDays(30));
        var yesterday = await scene.PublishAsync(mei, word, age: TimeSpan.FromHours(30));
        var now = await scene.PublishAsync(mei, word);
        await fan.Client.PutJsonAsync($"/api/v1/notes/{old}/like");
        await fan.Client.PutJsonAsync($"/api/v1/notes/{lastMonth}/collect");
        await fan.Client.PostJsonAsync($"/api/v1/notes/{yesterday}/comments", new { body = "Lovely" });
        await scene.DeliverAsync();

        Assert.Equal([now, yesterday, lastMonth, old], await scene.FindAsync(fan.Client, word, "&sort=latest"));
        Assert.Equal(old, (await scene.FindAsync(fan.Client, word, "&sort=likes"))[0]);
        Assert.Equal(lastMonth, (await scene.FindAsync(fan.Client, word, "&sort=collects"))[0]);
        Assert.Equal(yesterday, (await scene.FindAsync(fan.Client, word, "&sort=comments"))[0]);
        Assert.Equal([now], await scene.FindAsync(fan.Client, word, "&within=day&sort=latest"));
        Assert.Equal([now, yesterday], await scene.FindAsync(fan.Client, word, "&within=week&sort=latest"));
        Assert.Equal([now, yesterday, lastMonth], await scene.FindAsync(fan.Client, word, "&within=halfYear&sort=latest"));
        Assert.Equal(4, (await scene.FindAsync(fan.Client, word, "&kind=picture")).Count);
        Assert.Empty(await scene.FindAsync(fan.Client, word, "&followed=true"));
        Assert.Empty(await scene.FindAsync(fan.Client, word, "&kind=text"));
        Assert.Equal([now], await scene.FindAsync(fan.Client, word, "&seen=false"));
        Assert.Equal([yesterday, lastMonth, old], await scene.FindAsync(fan.Client, word, "&seen=true&sort=latest"));
        Assert.Empty(await scene.FindAsync(app.Visitor, word, "&seen=true"));

        await fan.Client.DeleteJsonAsync($"/api/v1/notes/{old}/like");
        await scene.DeliverAsync();
        Assert.Equal(now, (await scene.FindAsync(fan.Client, word, "&sort=likes"))[0]);
    }

    [Fact]
    public async Task Phrases_come_before_words_strewn_about()
    {
        var mei = await app.SignUpAsync();
        var (one, other) = (SearchScene.NewWord(), SearchScene.NewWord());
        var phrase = await scene.PublishAsync(mei, "a title", $"here is {one} {other} with more words");
        var strewn = await scene.PublishAsync(mei, "a title", $"here is {other} with more words and {one}");
        await scene.DeliverAsync();

        Assert.Equal([phrase, strewn], await scene.FindAsync(mei.Client, $"{one} {other}"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_repeats_and_visitors_see_two()
    {
        var mei = await app.SignUpAsync();
        var word = SearchScene.NewWord();
        var notes = new List<long>();
        for (var i = 0; i < 45; i++)
        {
            notes.Add(await scene.PublishAsync(mei, word, string.Join(' ', Enumerable.Repeat("word", i % 7))));
        }

        await scene.DeliverAsync();

        Assert.Equal(notes.Order(), (await AllPagesAsync(mei.Client, word)).Order());
        Assert.Equal(40, (await AllPagesAsync(app.Visitor, word)).Count);
    }

    [Fact]
    public async Task A_card_says_why_and_where_the_words_are()
    {
        var mei = await app.SignUpAsync("Mei");
        var word = SearchScene.NewWord();
        await scene.PublishAsync(mei, $"在家 {word.ToUpperInvariant()}", $"every day {word} at home");
        await scene.DeliverAsync();

        var item = (await app.Visitor.GetJsonAsync($"/api/v1/search/notes?q={word}")).Items().Single();

        var hit = item.GetProperty("highlights").GetProperty("title").EnumerateArray().Single();
        Assert.Equal((3, word.Length), (hit.GetProperty("start").GetInt32(), hit.GetProperty("length").GetInt32()));
        Assert.Equal($"every day {word} at home", item.GetProperty("highlights").GetProperty("body").GetProperty("text").GetString());
        Assert.Equal("title", item.GetProperty("reason").GetProperty("code").GetString());
        Assert.Equal("Mei", item.GetProperty("author").GetProperty("nickname").GetString());
    }

    [Theory]
    [InlineData("q=%3F%21", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("q=a&cursor=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("q=a&sort=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("q=a&limit=1000", HttpStatusCode.BadRequest)]
    public async Task Strange_questions_get_an_answer(string asked, HttpStatusCode status) =>
        Assert.Equal(status, (await app.Visitor.GetJsonAsync($"/api/v1/search/notes?{asked}")).Status);

    [Fact]
    public async Task A_query_that_is_too_long_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor.GetJsonAsync($"/api/v1/search/notes?q={new string('a', 101)}")).Status);

    private static async Task<List<long>> AllPagesAsync(HttpClient reader, string query)
    {
        var found = new List<long>();
        string? cursor = null;
        do
        {
            var answer = await reader.GetJsonAsync($"/api/v1/search/notes?q={query}&limit=20&cursor={cursor}");
            found.AddRange(answer.Items().Select(item => item.GetProperty("note").IdOf()));
            cursor = answer.Body.GetProperty("next").GetString();
        }
        while (cursor is not null);

        return found;
    }
}

public sealed class FindNotesOnSqlite(OnSqlite app) : FindNotesTests(app);

public sealed class FindNotesOnPostgres(OnPostgres app) : FindNotesTests(app);
