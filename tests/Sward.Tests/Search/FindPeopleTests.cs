namespace Sward.Tests.Search;

public abstract class FindPeopleTests(AppFixture app)
{
    private readonly SearchScene scene = new(app);

    [Fact]
    public async Task People_are_found_by_nickname_handle_bio_and_the_beginning_of_a_name()
    {
        var word = SearchScene.NewWord();
        var mei = await app.SignUpAsync($"美美 {word}");
        var bio = SearchScene.NewWord();
        await mei.Client.PatchJsonAsync("/api/v1/me", new { bio = $"coffee and {bio}" });
        await scene.DeliverAsync();

        Assert.Equal([mei.Id], await FindAsync(app.Visitor, word));
        Assert.Equal([mei.Id], await FindAsync(app.Visitor, word[..8]));
        Assert.Equal([mei.Id], await FindAsync(app.Visitor, mei.Handle));
        Assert.Equal([mei.Id], await FindAsync(app.Visitor, bio));
        Assert.Contains(mei.Id, await FindAsync(app.Visitor, $"美美 {word}"));
    }

    [Fact]
    public async Task A_new_name_replaces_the_old_one_and_the_better_known_come_first()
    {
        var (before, after) = (SearchScene.NewWord(), SearchScene.NewWord());
        var (mei, lin) = (await app.SignUpAsync(before), await app.SignUpAsync(after));
        await mei.Client.PatchJsonAsync("/api/v1/me", new { nickname = after });
        await lin.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow");
        await scene.DeliverAsync();

        // Her handle still resembles the old name: only who insists finds nothing.
        Assert.Empty(await FindAsync(app.Visitor, before, "&exact=true"));
        Assert.Equal([mei.Id, lin.Id], await FindAsync(app.Visitor, after));
        var item = (await lin.Client.GetJsonAsync($"/api/v1/search/accounts?q={after}")).Items().First();
        Assert.Equal((1, true), (item.GetProperty("followers").GetInt32(), item.GetProperty("isFollowed").GetBoolean()));
    }

    [Fact]
    public async Task Blocked_people_do_not_find_each_other()
    {
        var word = SearchScene.NewWord();
        var (mei, lin) = (await app.SignUpAsync(word), await app.SignUpAsync(word));
        await mei.Client.PutJsonAsync($"/api/v1/accounts/{lin.Id}/block");
        await scene.DeliverAsync();

        Assert.Equal([mei.Id], await FindAsync(mei.Client, word));
        Assert.Equal([lin.Id], await FindAsync(lin.Client, word));
        Assert.Equal(2, (await FindAsync(app.Visitor, word)).Count);
    }

    [Fact]
    public async Task Who_is_followed_by_those_I_follow_says_so_to_nobody_but_me()
    {
        var word = SearchScene.NewWord();
        var (mei, friend, reader) = (await app.SignUpAsync(word), await app.SignUpAsync(), await app.SignUpAsync());
        await friend.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow");
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{friend.Id}/follow");
        await scene.DeliverAsync();

        Assert.Equal("Followed by somebody you follow", (await ReasonAsync(reader.Client)).GetProperty("text").GetString());
        Assert.Contains("Followed by somebody you follow", await reader.Client.GetStringAsync($"/search?q={word}&tab=people", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await ReasonAsync(app.Visitor)).ValueKind);
        await reader.Client.DeleteJsonAsync("/api/v1/feed/personalisation");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await ReasonAsync(reader.Client)).ValueKind);

        async Task<System.Text.Json.JsonElement> ReasonAsync(HttpClient client) => Assert.Single((await client.GetJsonAsync($"/api/v1/search/accounts?q={word}")).Items()).GetProperty("reason");
    }

    private static async Task<List<long>> FindAsync(HttpClient reader, string query, string more = "") =>
        [.. (await reader.GetJsonAsync($"/api/v1/search/accounts?q={Uri.EscapeDataString(query)}{more}")).Items().Select(item => item.GetProperty("account").IdOf())];
}

public sealed class FindPeopleOnSqlite(OnSqlite app) : FindPeopleTests(app);

public sealed class FindPeopleOnPostgres(OnPostgres app) : FindPeopleTests(app);
