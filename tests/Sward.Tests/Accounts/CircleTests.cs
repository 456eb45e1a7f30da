using System.Net;
using System.Text.Json;

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

    private async Task<(int Following, int Followers)> CountsAsync(Person person)
    {
        var counts = (await person.Client.GetJsonAsync("/api/v1/me")).Body.GetProperty("counts");
        return (counts.GetProperty("following").GetInt32(), counts.GetProperty("followers").GetInt32());
    }
}

public sealed class CirclesOnSqlite(OnSqlite app) : CircleTests(app);

public sealed class CirclesOnPostgres(OnPostgres app) : CircleTests(app);
