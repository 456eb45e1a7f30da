using System.Globalization;
using System.Net;
using Sward.Notes;
using Sward.Tests.Discovery;
using Sward.Tests.Notes;

namespace Sward.Tests.Inbox;

public abstract class NoticesTests(AppFixture app)
{
    private const string Bell = "<span class=\"count-badge\"";

    [Fact]
    public async Task What_many_did_is_one_notice()
    {
        var author = await app.SignUpAsync();
        var note = Assert.Single(await app.PublishAsync(author));
        foreach (var name in new[] { "Ann", "Ben", "Mei" })
        {
            await LikeAsync(await app.SignUpAsync(name), note);
        }

        var notice = Assert.Single(await NoticesAsync(author));

        Assert.Equal("Mei and 2 others liked your note", notice.GetProperty("text").GetString());
        Assert.Equal(("like", 3, $"/notes/{note}"), (notice.GetProperty("kind").GetString(), notice.GetProperty("actorCount").GetInt32(), notice.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task A_like_taken_back_takes_its_notice_back()
    {
        var (author, reader, other) = (await app.SignUpAsync(), await app.SignUpAsync("Ann"), await app.SignUpAsync("Ben"));
        var note = Assert.Single(await app.PublishAsync(author));
        await LikeAsync(reader, note);
        await LikeAsync(other, note);

        await UnlikeAsync(other, note);
        Assert.Equal("Ann liked your note", Assert.Single(await NoticesAsync(author)).GetProperty("text").GetString());

        await UnlikeAsync(reader, note);
        Assert.Empty(await NoticesAsync(author));
    }

    [Fact]
    public async Task The_bell_of_every_page_shows_what_waits_and_is_quiet_when_it_was_read()
    {
        var (author, reader) = (await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));
        Assert.DoesNotContain(Bell, await author.Client.GetStringAsync("/", AppFixture.Ct), StringComparison.Ordinal);

        await LikeAsync(reader, note);
        Assert.Contains(Bell + " aria-label=\"1 new\">1<", await author.Client.GetStringAsync("/", AppFixture.Ct), StringComparison.Ordinal);

        await author.Client.PostJsonAsync("/api/v1/notices/read", new { });
        Assert.DoesNotContain(Bell, await author.Client.GetStringAsync("/", AppFixture.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_after_reading_is_a_new_notice_and_the_same_person_is_told_once()
    {
        var (author, reader, other) = (await app.SignUpAsync(), await app.SignUpAsync("Ann"), await app.SignUpAsync("Ben"));
        var note = Assert.Single(await app.PublishAsync(author));
        await LikeAsync(reader, note);
        Assert.Equal(1, await UnreadAsync(author, "likes"));

        Assert.Equal(HttpStatusCode.NoContent, (await author.Client.PostJsonAsync("/api/v1/notices/read", new { kind = "likes" })).Status);
        Assert.Equal(0, await UnreadAsync(author, "likes"));

        await UnlikeAsync(reader, note);
        await LikeAsync(reader, note);
        Assert.Equal(0, await UnreadAsync(author, "likes"));

        await LikeAsync(other, note);
        Assert.Equal(["Ben liked your note", "Ann liked your note"], (await NoticesAsync(author)).Select(n => n.GetProperty("text").GetString()));
        Assert.Equal(1, await UnreadAsync(author, "likes"));
    }

    [Fact]
    public async Task Comments_answers_and_mentions_stand_alone_and_tell_each_person_once()
    {
        var (author, mei, ben) = (await app.SignUpAsync(), await app.SignUpAsync("Mei"), await app.SignUpAsync("Ben"));
        var note = Assert.Single(await app.PublishAsync(author));
        var comment = await mei.Client.PostJsonAsync($"/api/v1/notes/{note}/comments", new { body = "Where is this?" });
        Assert.Equal(HttpStatusCode.Created, comment.Status);
        await ben.Client.PostJsonAsync($"/api/v1/notes/{note}/comments", new { body = $"At the lake, @{author.Handle} says", replyTo = comment.Body.IdOf() });
        await app.DeliverFactsAsync();

        var forAuthor = await NoticesAsync(author, "comments");
        Assert.Equal(["Ben commented on your note", "Mei commented on your note"], forAuthor.Select(n => n.GetProperty("text").GetString()));
        Assert.Equal("Where is this?", forAuthor[1].GetProperty("excerpt").GetString());
        Assert.Equal("Ben answered you", Assert.Single(await NoticesAsync(mei)).GetProperty("text").GetString());
        Assert.Empty(await NoticesAsync(ben));
    }

    [Fact]
    public async Task Who_may_not_see_the_note_hears_nothing_of_it()
    {
        var (author, friend, stranger, blocked) = (await app.SignUpAsync(), await app.SignUpAsync("Mei"), await app.SignUpAsync(), await app.SignUpAsync());
        await author.BefriendAsync(friend);
        await author.BlockAsync(blocked);
        var forFriends = Assert.Single(await app.PublishAsync(author, visibility: Visibility.Friends));
        var forAll = Assert.Single(await app.PublishAsync(author));

        await friend.CommentAsync(forFriends, $"Only us, @{stranger.Handle}");
        await friend.CommentAsync(forAll, $"Look, @{blocked.Handle}");
        await app.DeliverFactsAsync();

        Assert.Empty(await NoticesAsync(stranger));
        Assert.Empty(await NoticesAsync(blocked));
        Assert.Equal(2, await UnreadAsync(author, "comments"));
        Assert.Equal((0, 0), (await UnreadAsync(stranger, "comments"), await UnreadAsync(blocked, "comments")));
    }

    [Fact]
    public async Task Who_lost_sight_of_the_note_reads_no_more_of_it()
    {
        var (author, reader) = (await app.SignUpAsync("Ann"), await app.SignUpAsync());
        var note = await author.WriteNoteAsync();
        var comment = await reader.CommentAsync(note, "Where is this?");
        await author.CommentAsync(note, "At the lake", replyTo: comment);
        await app.DeliverFactsAsync();
        Assert.Equal("Ann answered you", Assert.Single(await NoticesAsync(reader)).GetProperty("text").GetString());

        await author.Client.PatchJsonAsync($"/api/v1/notes/{note}", new { visibility = "private" });

        Assert.Empty(await NoticesAsync(reader));
    }

    [Fact]
    public async Task Words_that_were_taken_back_are_in_no_inbox()
    {
        var (author, mei, ben) = (await app.SignUpAsync(), await app.SignUpAsync("Mei"), await app.SignUpAsync("Ben"));
        var note = Assert.Single(await app.PublishAsync(author));
        var comment = await mei.CommentAsync(note, "Something hasty");
        await ben.CommentAsync(note, "And an answer", replyTo: comment);
        await ben.CommentAsync(note, "Something kind");
        await app.DeliverFactsAsync();
        Assert.Equal(3, await UnreadAsync(author, "comments"));

        await mei.Client.DeleteJsonAsync($"/api/v1/comments/{comment}");
        await app.DeliverFactsAsync();

        Assert.Equal("Something kind", Assert.Single(await NoticesAsync(author)).GetProperty("excerpt").GetString());
        Assert.Equal(1, await UnreadAsync(author, "comments"));
        Assert.Empty(await NoticesAsync(mei));
    }

    [Fact]
    public async Task A_note_that_is_gone_takes_its_notices_with_it()
    {
        var (author, reader) = (await app.SignUpAsync(), await app.SignUpAsync());
        var notes = await app.PublishAsync(author, 2);
        foreach (var note in notes)
        {
            await LikeAsync(reader, note);
            await reader.CommentAsync(note);
        }

        await author.Client.DeleteJsonAsync($"/api/v1/notes/{notes[0]}");
        await app.DeliverFactsAsync();

        Assert.All(await NoticesAsync(author), notice => Assert.Equal($"/notes/{notes[1]}", notice.GetProperty("url").GetString()));
        Assert.Equal((1, 1), (await UnreadAsync(author, "likes"), await UnreadAsync(author, "comments")));
    }

    [Fact]
    public async Task Blocked_and_muted_people_cause_no_notice_and_a_block_takes_the_old_ones()
    {
        var (author, muted, blocked) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));
        await author.Client.PutJsonAsync($"/api/v1/accounts/{muted.Id}/mute");
        await LikeAsync(muted, note);
        Assert.Empty(await NoticesAsync(author));

        await LikeAsync(blocked, note);
        await blocked.Client.PostJsonAsync($"/api/v1/notes/{note}/comments", new { body = "Hello" });
        await app.DeliverFactsAsync();
        Assert.Equal(2, (await NoticesAsync(author)).Count);

        await author.Client.PutJsonAsync($"/api/v1/accounts/{blocked.Id}/block");
        await app.DeliverFactsAsync();
        Assert.Empty(await NoticesAsync(author));
        Assert.Equal(0, await UnreadAsync(author, "likes"));
    }

    [Fact]
    public async Task A_kind_that_is_off_is_not_told()
    {
        var (author, reader) = (await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));
        await author.Client.PutJsonAsync("/api/v1/notices/muted", new { kinds = new[] { "likes" } });

        await LikeAsync(reader, note);
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await app.DeliverFactsAsync();

        Assert.Equal("follow", Assert.Single(await NoticesAsync(author)).GetProperty("kind").GetString());
        var muted = await author.Client.GetJsonAsync("/api/v1/notices/muted");
        Assert.Equal("likes", Assert.Single(muted.Body.GetProperty("kinds").EnumerateArray()).GetString());
        Assert.Equal("inbox.unknown-kind", (await author.Client.PutJsonAsync("/api/v1/notices/muted", new { kinds = new[] { "nonsense" } })).Code);
    }

    [Fact]
    public async Task Nobody_is_told_of_their_own_doing()
    {
        var author = await app.SignUpAsync();
        var note = Assert.Single(await app.PublishAsync(author));

        await LikeAsync(author, note);
        await author.Client.PostJsonAsync($"/api/v1/notes/{note}/comments", new { body = "Me too" });
        await app.DeliverFactsAsync();

        Assert.Empty(await NoticesAsync(author));
    }

    [Fact]
    public async Task Notices_page_by_kind_without_repeats()
    {
        var (author, reader) = (await app.SignUpAsync(), await app.SignUpAsync());
        foreach (var note in await app.PublishAsync(author, 9))
        {
            await LikeAsync(reader, note);
        }

        var ids = new List<long>();
        string? cursor = null;
        do
        {
            var page = await author.Client.GetJsonAsync($"/api/v1/notices?kind=like&limit=4{(cursor is null ? "" : $"&cursor={cursor}")}");
            ids.AddRange(page.Items().Select(notice => notice.IdOf()));
            cursor = page.Body.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(9, ids.Distinct().Count());
        Assert.Equal(9, ids.Count);
        Assert.Equal("inbox.unknown-kind", (await author.Client.GetJsonAsync("/api/v1/notices?kind=nonsense")).Code);
        Assert.Equal("kernel.bad-cursor", (await author.Client.GetJsonAsync("/api/v1/notices?cursor=nonsense")).Code);
    }

    [Fact]
    public async Task A_notice_is_read_by_whose_it_is_only()
    {
        var (author, stranger) = (await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));
        await LikeAsync(stranger, note);

        await stranger.Client.PostJsonAsync("/api/v1/notices/read");

        Assert.Equal(1, await UnreadAsync(author, "likes"));
        Assert.Empty(await NoticesAsync(stranger));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync("/api/v1/notices")).Status);
    }

    private async Task LikeAsync(Person who, long note)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await who.Client.PutJsonAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/notes/{note}/like"))).Status);
        await app.DeliverFactsAsync();
    }

    private async Task UnlikeAsync(Person who, long note)
    {
        await who.Client.DeleteJsonAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/notes/{note}/like"));
        await app.DeliverFactsAsync();
    }

    private static async Task<List<System.Text.Json.JsonElement>> NoticesAsync(Person who, string? kind = null) =>
        [.. (await who.Client.GetJsonAsync($"/api/v1/notices{(kind is null ? "" : $"?kind={kind}")}")).Items()];

    private static async Task<int> UnreadAsync(Person who, string tab) =>
        (await who.Client.GetJsonAsync("/api/v1/notices/unread")).Body.GetProperty("byTab").GetProperty(tab).GetInt32();
}

public sealed class NoticesOnSqlite(OnSqlite app) : NoticesTests(app);

public sealed class NoticesOnPostgres(OnPostgres app) : NoticesTests(app);
