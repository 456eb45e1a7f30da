using System.Net;
using Sward.Notes;

namespace Sward.Tests.Discovery;

public abstract class ReadFollowingTests(AppFixture app)
{
    [Fact]
    public async Task The_newest_notes_of_those_I_follow_come_first_and_no_others()
    {
        var (reader, one, two, stranger) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        await FollowAsync(reader, one);
        await FollowAsync(reader, two);
        var first = await app.PublishAsync(one);
        await app.PublishAsync(stranger);
        var second = await app.PublishAsync(two, 3);
        var third = await app.PublishAsync(one);

        var ids = await reader.Client.ReadAllAsync("/api/v1/feed/following?limit=2");

        Assert.Equal([.. third, .. second.Reverse(), .. first], ids);
    }

    [Fact]
    public async Task A_label_of_mine_leaves_those_I_gave_it_and_nobody_i_no_longer_follow()
    {
        var (reader, neighbour, colleague, gone) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        await LabelAsync(reader, neighbour, "Neighbours", "cats");
        await LabelAsync(reader, colleague, "work");
        await LabelAsync(reader, gone, "cats");
        var cat = Assert.Single(await app.PublishAsync(neighbour));
        var desk = Assert.Single(await app.PublishAsync(colleague));
        await app.PublishAsync(gone);
        await reader.Client.DeleteJsonAsync($"/api/v1/accounts/{gone.Id}/follow");
        await app.DeliverFactsAsync();

        Assert.Equal([cat], await reader.Client.ReadAllAsync("/api/v1/feed/following?label=cats"));
        Assert.Equal([desk], await reader.Client.ReadAllAsync("/api/v1/feed/following?label=work"));
        Assert.Empty(await reader.Client.ReadAllAsync("/api/v1/feed/following?label=dogs"));
        Assert.Empty(await colleague.Client.ReadAllAsync("/api/v1/feed/following?label=cats"));

        var page = await reader.Client.GetStringAsync("/following?label=cats", AppFixture.Ct);
        Assert.Contains($"/notes/{cat}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/notes/{desk}\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/following?label=Neighbours\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Followers_and_friends_see_what_is_for_them()
    {
        var (reader, author) = (await app.SignUpAsync(), await app.SignUpAsync());
        await FollowAsync(reader, author);
        var forFollowers = Assert.Single(await app.PublishAsync(author, visibility: Visibility.Followers));
        var forFriends = Assert.Single(await app.PublishAsync(author, visibility: Visibility.Friends));
        await app.PublishAsync(author, visibility: Visibility.Private);

        Assert.Equal([forFollowers], await reader.Client.ReadAllAsync("/api/v1/feed/following"));

        await FollowAsync(author, reader);
        Assert.Equal([forFriends, forFollowers], await reader.Client.ReadAllAsync("/api/v1/feed/following"));
    }

    [Fact]
    public async Task Whom_I_no_longer_follow_is_gone()
    {
        var (reader, author) = (await app.SignUpAsync(), await app.SignUpAsync());
        await FollowAsync(reader, author);
        await app.PublishAsync(author);

        await reader.Client.DeleteJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await app.DeliverFactsAsync();

        Assert.Empty(await reader.Client.ReadAllAsync("/api/v1/feed/following"));
    }

    [Fact]
    public async Task Visitors_follow_nobody()
    {
        var answer = await app.Visitor.GetJsonAsync("/api/v1/feed/following");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    private async Task LabelAsync(Person who, Person whom, params string[] labels)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await who.Client.PutJsonAsync($"/api/v1/accounts/{whom.Id}/follow", new { labels })).Status);
        await app.DeliverFactsAsync();
    }

    private async Task FollowAsync(Person who, Person whom)
    {
        await who.Client.PutJsonAsync($"/api/v1/accounts/{whom.Id}/follow");
        await app.DeliverFactsAsync();
    }
}

public sealed class ReadFollowingOnSqlite(OnSqlite app) : ReadFollowingTests(app);

public sealed class ReadFollowingOnPostgres(OnPostgres app) : ReadFollowingTests(app);
