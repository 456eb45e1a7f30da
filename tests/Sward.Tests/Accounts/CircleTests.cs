using System.Net;
using System.Text.Json;
using Sward.Tests.Media;

namespace Sward.Tests.Accounts;

public abstract class CircleTests(AppFixture app)
{
    [Fact]
    public async Task Following_both_ways_makes_friends()
    {
        var (mei, lin) = (await app.SignUpAsync("Mei"), await app.SignUpAsync("Lin"));

        await mei.Client.PutJsonAsync($"/api/v1/accounts/{lin.Id}/follow");
        await lin.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow");

        var relation = (await mei.Client.GetJsonAsync($"/api/v1/accounts/{lin.Handle}")).Body.GetProperty("relation");
        Assert.True(relation.GetProperty("following").GetBoolean() && relation.GetProperty("followedBy").GetBoolean() && relation.GetProperty("friend").GetBoolean());
        Assert.Equal((1, 1), await CountsAsync(mei));
    }

    [Fact]
    public async Task A_hundred_follows_at_once_count_once_and_a_storm_ends_exact()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var url = $"/api/v1/accounts/{lin.Id}/follow";

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => mei.Client.PutJsonAsync(url)));
        Assert.Equal((0, 1), await CountsAsync(lin));

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? mei.Client.PutJsonAsync(url) : mei.Client.DeleteJsonAsync(url)));
        await mei.Client.DeleteJsonAsync(url);
        Assert.Equal((0, 0), await CountsAsync(lin));
        Assert.Equal((0, 0), await CountsAsync(mei));
    }

    [Fact]
    public async Task Two_people_who_follow_each_other_at_once_do_not_wait_for_each_other()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => i % 2 == 0
            ? mei.Client.PutJsonAsync($"/api/v1/accounts/{lin.Id}/follow")
            : lin.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.NoContent, a.Status));
        Assert.Equal((1, 1), await CountsAsync(mei));
    }

    [Fact]
    public async Task Lists_are_paged_newest_first_and_searched_and_labels_stay_private()
    {
        var mei = await app.SignUpAsync("Mei");
        var others = new List<Person>();
        for (var i = 0; i < 5; i++)
        {
            others.Add(await app.SignUpAsync($"Other {i}"));
            await mei.Client.PutJsonAsync($"/api/v1/accounts/{others[i].Id}/follow", new { labels = new[] { "neighbours" } });
        }

        var first = await mei.Client.GetJsonAsync($"/api/v1/accounts/{mei.Id}/following?limit=3");
        var second = await mei.Client.GetJsonAsync($"/api/v1/accounts/{mei.Id}/following?limit=3&cursor={first.Body.GetProperty("next").GetString()}");
        Assert.Equal(others.Select(o => o.Id).Reverse(), first.Items().Concat(second.Items()).Select(i => i.GetProperty("account").IdOf()));
        Assert.Equal(JsonValueKind.Null, second.Body.GetProperty("next").ValueKind);
        Assert.Equal("neighbours", first.Items().First().GetProperty("labels")[0].GetString());

        var asSeenByOthers = await others[0].Client.GetJsonAsync($"/api/v1/accounts/{mei.Id}/following?q=ther 3");
        Assert.Equal(others[3].Id, asSeenByOthers.Items().Single().GetProperty("account").IdOf());
        Assert.Equal(0, asSeenByOthers.Items().Single().GetProperty("labels").GetArrayLength());
    }

    [Fact]
    public async Task A_follower_can_be_removed()
    {
        var (mei, fan) = (await app.SignUpAsync(), await app.SignUpAsync());
        await fan.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow");

        await mei.Client.DeleteJsonAsync($"/api/v1/accounts/{fan.Id}/follower");

        Assert.Equal((0, 0), await CountsAsync(mei));
        Assert.Equal((0, 0), await CountsAsync(fan));
    }

    [Fact]
    public async Task A_block_ends_follows_and_hides_both_from_each_other_at_once()
    {
        var (mei, pest) = (await app.SignUpAsync(), await app.SignUpAsync());
        await mei.Client.PutJsonAsync($"/api/v1/accounts/{pest.Id}/follow");
        await pest.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow");

        Assert.Equal(HttpStatusCode.NoContent, (await mei.Client.PutJsonAsync($"/api/v1/accounts/{pest.Id}/block")).Status);

        Assert.Equal((0, 0), await CountsAsync(mei));
        Assert.Equal((0, 0), await CountsAsync(pest));
        Assert.Equal(HttpStatusCode.NotFound, (await pest.Client.GetJsonAsync($"/api/v1/accounts/{mei.Handle}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await pest.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow")).Status);
        Assert.Equal((0, 0), await CountsAsync(mei));
        Assert.Equal(pest.Id, (await mei.Client.GetJsonAsync("/api/v1/me/blocks")).Items().Single().IdOf());

        await mei.Client.DeleteJsonAsync($"/api/v1/accounts/{pest.Id}/block");
        Assert.Equal(HttpStatusCode.OK, (await pest.Client.GetJsonAsync($"/api/v1/accounts/{mei.Handle}")).Status);
    }

    [Fact]
    public async Task Nobody_follows_or_blocks_themselves()
    {
        var mei = await app.SignUpAsync();

        foreach (var verb in new[] { "follow", "block", "mute" })
        {
            var answer = await mei.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/{verb}");
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "accounts.not-yourself"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task A_visitor_may_look_but_not_act()
    {
        var mei = await app.SignUpAsync();

        Assert.Equal(HttpStatusCode.OK, (await app.Visitor.GetJsonAsync($"/api/v1/accounts/{mei.Handle}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PatchJsonAsync("/api/v1/me", new { nickname = "X" })).Status);
        Assert.Equal((0, 0), await CountsAsync(mei));
    }

    [Fact]
    public async Task A_profile_is_edited_field_by_field_and_a_handle_belongs_to_one()
    {
        var (mei, lin) = (await app.SignUpAsync("Mei"), await app.SignUpAsync("Lin"));
        var handle = $"mei{mei.Id % 100000}x";

        var edited = await mei.Client.PatchJsonAsync("/api/v1/me", new { handle, bio = "Tea and rain.", interests = new[] { "food", "travel" }, privacy = new { notes = "everybody", collected = "onlyMe", liked = "followers" } });
        Assert.Equal(("Mei", "Tea and rain."), (edited.Body.GetProperty("nickname").GetString(), edited.Body.GetProperty("bio").GetString()));

        var taken = await lin.Client.PatchJsonAsync("/api/v1/me", new { handle });
        Assert.Equal((HttpStatusCode.Conflict, "accounts.handle-taken"), (taken.Status, taken.Code));
        Assert.Equal("kernel.invalid", (await lin.Client.PatchJsonAsync("/api/v1/me", new { handle = "12345" })).Code);
        Assert.Equal(mei.Id, (await app.Visitor.GetJsonAsync($"/api/v1/accounts/{handle}")).Body.IdOf());
    }

    [Fact]
    public async Task Lists_of_ones_own_have_forms_for_labels_and_for_removing_a_follower()
    {
        var (mei, fan, other) = (await app.SignUpAsync("Mei"), await app.SignUpAsync("Fan"), await app.SignUpAsync("Other"));
        await fan.Client.PutJsonAsync($"/api/v1/accounts/{mei.Id}/follow");
        await mei.Client.PutJsonAsync($"/api/v1/accounts/{other.Id}/follow");
        var (remove, label) = ($"/u/{fan.Handle}?handler=RemoveFollower", $"/u/{other.Handle}?handler=Labels");

        Assert.Contains(remove, await mei.Client.GetStringAsync($"/u/{mei.Handle}/followers", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains(label, await mei.Client.GetStringAsync($"/u/{mei.Handle}/following", AppFixture.Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("handler=RemoveFollower", await other.Client.GetStringAsync($"/u/{mei.Handle}/followers", AppFixture.Ct), StringComparison.Ordinal);

        // Somebody else's form only touches their own followers.
        await PostAsync(other, remove);
        Assert.Equal((1, 1), await CountsAsync(mei));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(mei, label, ("labels", "a label that is much too long for a chip")));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(mei, label, ("labels", "cats， cats ,work")));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(mei, remove));

        Assert.Equal((1, 0), await CountsAsync(mei));
        var labels = (await mei.Client.GetJsonAsync($"/api/v1/accounts/{mei.Id}/following")).Items().Single().GetProperty("labels");
        Assert.Equal(["cats", "work"], labels.EnumerateArray().Select(l => l.GetString()));
    }

    [Fact]
    public async Task Settings_keep_what_was_typed_when_they_refuse_and_save_a_cover_and_a_birthday()
    {
        var mei = await app.SignUpAsync("Mei");
        var cover = (await mei.Client.UploadSmallAsync()).IdOf();
        (string, string)[] fields = [("nickname", "Mei"), ("handle", "12345"), ("bio", "Typed <long> ago"), ("birthday", "1994-05-06"), ("coverId", $"{cover}"), ("notes", "Everybody"), ("collected", "OnlyMe"), ("liked", "Everybody")];

        using var refused = await mei.Client.PostAsync("/settings", FormOf(fields), AppFixture.Ct);
        var page = await refused.Content.ReadAsStringAsync(AppFixture.Ct);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.All(["Typed &lt;long&gt; ago", "value=\"12345\"", "value=\"1994-05-06\"", "at least one of them a letter"], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, (await mei.Client.GetJsonAsync("/api/v1/me")).Body.GetProperty("birthday").ValueKind);

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(mei, "/settings", [.. fields.Where(f => f.Item1 != "handle"), ("handle", mei.Handle)]));
        var me = (await mei.Client.GetJsonAsync("/api/v1/me")).Body;
        Assert.Equal(("1994-05-06", cover, "onlyMe"), (me.GetProperty("birthday").GetString(), me.GetProperty("cover").IdOf(), me.GetProperty("privacy").GetProperty("collected").GetString()));

        (string, string)[] cleared = [("nickname", "Mei"), ("handle", mei.Handle), ("birthday", ""), ("coverId", "0"), ("notes", "Everybody"), ("collected", "OnlyMe"), ("liked", "Everybody")];
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(mei, "/settings", cleared));
        var emptied = (await mei.Client.GetJsonAsync("/api/v1/me")).Body;
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (emptied.GetProperty("birthday").ValueKind, emptied.GetProperty("cover").ValueKind));
    }

    [Fact]
    public async Task A_profile_takes_no_day_to_come_no_empty_interest_and_no_long_label()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());

        var tomorrow = await mei.Client.PatchJsonAsync("/api/v1/me", new { birthday = "2999-01-01", bio = "Not kept" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "accounts.birthday-to-come"), (tomorrow.Status, tomorrow.Code));
        foreach (var interest in new[] { null, "  ", new string('x', 41) })
        {
            Assert.Equal("kernel.invalid", (await mei.Client.PatchJsonAsync("/api/v1/me", new { interests = new[] { interest } })).Code);
        }

        Assert.Equal("kernel.invalid", (await mei.Client.PutJsonAsync($"/api/v1/accounts/{lin.Id}/follow", new { labels = new[] { new string('x', 21) } })).Code);
        Assert.Equal((0, 0), await CountsAsync(mei));
        var me = (await mei.Client.GetJsonAsync("/api/v1/me")).Body;
        Assert.Equal((0, JsonValueKind.Null), (me.GetProperty("interests").GetArrayLength(), me.GetProperty("bio").ValueKind));
    }

    [Fact]
    public async Task A_text_that_a_database_cannot_keep_is_the_senders_mistake()
    {
        var mei = await app.SignUpAsync();
        const string Nul = "a\0b";

        var answers = new[]
        {
            await mei.Client.PatchJsonAsync("/api/v1/me", new { bio = Nul, region = Nul }),
            await mei.Client.PostJsonAsync("/api/v1/stores", new { name = Nul, kind = "personal" }),
            await mei.Client.PostJsonAsync("/api/v1/addresses", new { name = Nul, phone = "1", country = "CN", region = "r", city = "c", line = "l" }),
            await mei.Client.GetJsonAsync("/api/v1/search/accounts?q=a%00b"),
            await mei.Client.GetJsonAsync($"/api/v1/accounts/{mei.Id}/followers?q=a%00b"),
        };

        Assert.All(answers, answer => Assert.InRange((int)answer.Status, 200, 422));
        Assert.Equal("ab", (await mei.Client.GetJsonAsync("/api/v1/me")).Body.GetProperty("bio").GetString());
    }

    [Fact]
    public async Task Ones_own_page_leads_to_orders_stores_and_settings_and_nobody_elses_does()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());

        var mine = MainOf(await mei.Client.GetStringAsync($"/u/{mei.Handle}", AppFixture.Ct));
        var theirs = MainOf(await lin.Client.GetStringAsync($"/u/{mei.Handle}", AppFixture.Ct));

        Assert.All(["/orders", "/desk", "/drafts", "/settings"], url => Assert.Contains($"href=\"{url}\"", mine, StringComparison.Ordinal));
        Assert.All(["/orders", "/desk", "/drafts", "/settings"], url => Assert.DoesNotContain($"href=\"{url}\"", theirs, StringComparison.Ordinal));

        static string MainOf(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..];
    }

    private static FormUrlEncodedContent FormOf(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static async Task<HttpStatusCode> PostAsync(Person person, string url, params (string Name, string Value)[] fields)
    {
        using var form = FormOf(fields);
        using var answer = await person.Client.PostAsync(url, form, AppFixture.Ct);
        return answer.StatusCode;
    }

    private async Task<(int Following, int Followers)> CountsAsync(Person person)
    {
        var counts = (await person.Client.GetJsonAsync("/api/v1/me")).Body.GetProperty("counts");
        return (counts.GetProperty("following").GetInt32(), counts.GetProperty("followers").GetInt32());
    }
}

public sealed class CirclesOnSqlite(OnSqlite app) : CircleTests(app);

public sealed class CirclesOnPostgres(OnPostgres app) : CircleTests(app);
