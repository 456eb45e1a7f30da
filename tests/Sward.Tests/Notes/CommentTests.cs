using System.Net;
using System.Text.Json;
using Sward.Contracts.Notes;

namespace Sward.Tests.Notes;

public abstract class CommentTests(AppFixture app)
{
    [Fact]
    public async Task A_comment_counts_and_reaches_the_author_and_the_mentioned()
    {
        var (mei, lin, jun) = (await app.SignUpAsync("Mei"), await app.SignUpAsync("Lin"), await app.SignUpAsync("Jun"));
        var noteId = await mei.WriteNoteAsync();

        var commentId = await lin.CommentAsync(noteId, $"  Look @{jun.Handle}\r\nfrom Lin ");
        var replyId = await mei.CommentAsync(noteId, "Thank you", replyTo: commentId);
        var deeperId = await jun.CommentAsync(noteId, "And me?", replyTo: replyId);

        Assert.Equal(3, await app.Visitor.CountAsync(noteId, "comments"));
        var thread = Assert.Single(await ThreadsAsync(app.Visitor, noteId));
        Assert.Equal($"Look @{jun.Handle}\nfrom Lin", thread.GetProperty("body").GetString());
        Assert.Equal((false, 2), (thread.GetProperty("isByAuthor").GetBoolean(), thread.GetProperty("replyCount").GetInt32()));
        var replies = thread.GetProperty("replies").EnumerateArray().ToArray();
        Assert.Equal([replyId, deeperId], replies.Select(r => r.IdOf()));
        Assert.Equal((true, "Lin"), (replies[0].GetProperty("isByAuthor").GetBoolean(), replies[0].GetProperty("replyTo").GetProperty("nickname").GetString()));
        Assert.Equal("Mei", replies[1].GetProperty("replyTo").GetProperty("nickname").GetString());
        var facts = (await app.FactsAsync<NoteCommented>()).Where(f => f.NoteId == noteId).ToArray();
        Assert.Equal([(lin.Id, (long?)null), (mei.Id, lin.Id), (jun.Id, mei.Id)], facts.Select(f => (f.CommenterId, f.ReplyToAccountId)));
        Assert.Equal((mei.Id, jun.Id, $"Look @{jun.Handle} from Lin"), (facts[0].AuthorId, facts[0].MentionIds.Single(), facts[0].Excerpt));
    }

    [Fact]
    public async Task Replies_fold_after_two_and_unfold_in_order()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var threadId = await lin.CommentAsync(noteId);
        var replies = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            replies.Add(await mei.CommentAsync(noteId, $"Reply {i}", threadId));
        }

        var thread = Assert.Single(await ThreadsAsync(lin.Client, noteId));
        var first = await lin.Client.GetJsonAsync($"/api/v1/comments/{threadId}/replies?limit=3");
        var rest = await lin.Client.GetJsonAsync($"/api/v1/comments/{threadId}/replies?limit=3&cursor={first.Body.GetProperty("next").GetString()}");

        Assert.Equal((5, 2), (thread.GetProperty("replyCount").GetInt32(), thread.GetProperty("replies").GetArrayLength()));
        Assert.Equal(replies, first.Items().Concat(rest.Items()).Select(r => r.IdOf()));
    }

    [Fact]
    public async Task Useful_comments_come_first_and_the_pinned_one_before_them()
    {
        var (mei, lin, jun) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var (plain, liked, pinned) = (await lin.CommentAsync(noteId, "plain"), await lin.CommentAsync(noteId, "liked"), await lin.CommentAsync(noteId, "pinned"));
        await mei.Client.PutJsonAsync($"/api/v1/comments/{liked}/like");
        await jun.Client.PutJsonAsync($"/api/v1/comments/{liked}/like");

        Assert.Equal([liked, pinned, plain], await OrderAsync(noteId));
        Assert.Equal([pinned, liked, plain], await OrderAsync(noteId, "new"));
        await mei.Client.PutJsonAsync($"/api/v1/comments/{plain}/pin");
        await mei.Client.PutJsonAsync($"/api/v1/comments/{pinned}/pin");
        Assert.Equal([pinned, liked, plain], await OrderAsync(noteId));
        Assert.True((await ThreadsAsync(lin.Client, noteId))[1].GetProperty("likedByAuthor").GetBoolean());

        await mei.Client.DeleteJsonAsync($"/api/v1/comments/{pinned}/pin");
        await mei.Client.DeleteJsonAsync($"/api/v1/comments/{liked}/like");
        await jun.Client.DeleteJsonAsync($"/api/v1/comments/{liked}/like");
        Assert.Equal([pinned, liked, plain], await OrderAsync(noteId));
    }

    [Fact]
    public async Task Both_orders_are_paged_without_loss()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var written = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            written.Add(await lin.CommentAsync(noteId, $"Comment {i}"));
        }

        await mei.Client.PutJsonAsync($"/api/v1/comments/{written[1]}/like");
        foreach (var sort in new[] { "useful", "new" })
        {
            var read = new List<long>();
            for (string? cursor = ""; cursor is not null;)
            {
                var page = await lin.Client.GetJsonAsync($"/api/v1/notes/{noteId}/comments?sort={sort}&limit=2&cursor={cursor}");
                read.AddRange(page.Items().Select(c => c.IdOf()));
                cursor = page.Body.GetProperty("next").GetString();
            }

            Assert.Equal(written.Order(), read.Order());
        }

        Assert.Equal("kernel.bad-cursor", (await lin.Client.GetJsonAsync($"/api/v1/notes/{noteId}/comments?cursor=nonsense")).Code);
    }

    [Fact]
    public async Task Deleting_a_comment_takes_its_replies_along_and_counts_right()
    {
        var (mei, lin, jun) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var (threadId, otherId) = (await lin.CommentAsync(noteId), await lin.CommentAsync(noteId));
        var replyId = await jun.CommentAsync(noteId, "reply", threadId);
        await jun.CommentAsync(noteId, "reply", threadId);

        Assert.Equal(HttpStatusCode.NotFound, (await jun.Client.DeleteJsonAsync($"/api/v1/comments/{threadId}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await mei.Client.DeleteJsonAsync($"/api/v1/comments/{replyId}")).Status);
        Assert.Equal((3, 1), (await lin.Client.CountAsync(noteId, "comments"), (await ThreadsAsync(lin.Client, noteId)).Single(c => c.IdOf() == threadId).GetProperty("replyCount").GetInt32()));
        Assert.Equal(HttpStatusCode.NoContent, (await lin.Client.DeleteJsonAsync($"/api/v1/comments/{threadId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lin.Client.DeleteJsonAsync($"/api/v1/comments/{threadId}")).Status);

        Assert.Equal([otherId], await OrderAsync(noteId));
        Assert.Equal(1, await lin.Client.CountAsync(noteId, "comments"));
        Assert.Equal([(replyId, 0, 0), (threadId, 1, 1)], (await app.FactsAsync<CommentRemoved>()).Where(f => f.NoteId == noteId).Select(f => (f.CommentId, f.ReplyIds.Count, f.LastOf)));
        Assert.Equal("notes.comment-not-found", (await jun.Client.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body = "late", replyTo = threadId })).Code);
    }

    [Fact]
    public async Task Replies_that_race_with_the_deletion_of_their_thread_leave_no_false_count()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var threadId = await lin.CommentAsync(noteId);

        var replies = Enumerable.Range(0, 20).Select(i => mei.Client.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body = $"{i}", replyTo = threadId }));
        var answers = await Task.WhenAll([.. replies, lin.Client.DeleteJsonAsync($"/api/v1/comments/{threadId}")]);

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Created or HttpStatusCode.NotFound or HttpStatusCode.NoContent, a.Body.ToString()));
        Assert.Equal(0, await lin.Client.CountAsync(noteId, "comments"));
        Assert.Empty(await ThreadsAsync(lin.Client, noteId));
    }

    [Fact]
    public async Task A_hundred_likes_at_once_count_once_and_liking_needs_an_account()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var commentId = await lin.CommentAsync(noteId);

        var taps = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => mei.Client.PutJsonAsync($"/api/v1/comments/{commentId}/like")));

        Assert.All(taps, tap => Assert.Equal(HttpStatusCode.NoContent, tap.Status));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PutJsonAsync($"/api/v1/comments/{commentId}/like")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.Client.PutJsonAsync("/api/v1/comments/1/like")).Status);
        var comment = Assert.Single(await ThreadsAsync(mei.Client, noteId));
        Assert.Equal((1, true), (comment.GetProperty("likes").GetInt32(), comment.GetProperty("liked").GetBoolean()));
        Assert.Single(await app.FactsAsync<CommentLiked>(), f => f.CommentId == commentId);
    }

    [Fact]
    public async Task Only_those_may_comment_whom_the_author_lets()
    {
        var (mei, stranger, follower, friend) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        await follower.FollowAsync(mei);
        await friend.BefriendAsync(mei);
        await app.DeliverFactsAsync();
        var allowed = new Dictionary<string, Person[]>
        {
            ["everyone"] = [mei, stranger, follower, friend],
            ["followers"] = [mei, follower, friend],
            ["friends"] = [mei, friend],
            ["nobody"] = [mei],
        };

        foreach (var (commenters, people) in allowed)
        {
            var noteId = await mei.WriteNoteAsync(commenters: commenters);
            foreach (var person in new[] { mei, stranger, follower, friend })
            {
                var answer = await person.Client.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body = "Hello" });
                Assert.Equal(people.Contains(person) ? (HttpStatusCode.Created, null) : (HttpStatusCode.Forbidden, "notes.comments-closed"), (answer.Status, answer.Code));
            }

            Assert.Equal(people.Length, await mei.Client.CountAsync(noteId, "comments"));
        }
    }

    [Fact]
    public async Task The_form_is_offered_to_those_who_may_comment()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var (open, closed) = (await mei.WriteNoteAsync(), await mei.WriteNoteAsync(commenters: "nobody"));
        var threads = new Dictionary<long, long> { [open] = await mei.CommentAsync(open), [closed] = await mei.CommentAsync(closed) };

        foreach (var page in new[] { "", "/comments", "/comments/{0}" })
        {
            Assert.Equal((true, true), (await OffersAsync(mei.Client, open), await OffersAsync(mei.Client, closed)));
            Assert.Equal((true, false), (await OffersAsync(lin.Client, open), await OffersAsync(lin.Client, closed)));
            Assert.Equal((false, false), (await OffersAsync(app.Visitor, open), await OffersAsync(app.Visitor, closed)));
            Assert.Contains("Sign in to comment", await ReadAsync(app.Visitor, open), StringComparison.Ordinal);
            Assert.Contains("The author has closed the comments on this note.", await ReadAsync(lin.Client, closed), StringComparison.Ordinal);

            async Task<bool> OffersAsync(HttpClient reader, long noteId) => (await ReadAsync(reader, noteId)).Contains("<textarea", StringComparison.Ordinal);

            Task<string> ReadAsync(HttpClient reader, long noteId) =>
                reader.GetStringAsync($"/notes/{noteId}{string.Format(System.Globalization.CultureInfo.InvariantCulture, page, threads[noteId])}", AppFixture.Ct);
        }
    }

    [Fact]
    public async Task A_note_without_a_title_has_a_heading_all_the_same()
    {
        var mei = await app.SignUpAsync();
        var noteId = (await mei.PublishAsync(new { body = "Quick, warm, cheap.", mediaIds = new[] { await mei.UploadAsync() } })).Body.IdOf();

        Assert.Contains("<h1 class=\"visually-hidden\">Quick, warm, cheap.</h1>", await app.Visitor.GetStringAsync($"/notes/{noteId}", AppFixture.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocked_people_neither_comment_nor_meet_each_other_in_comments()
    {
        var (mei, lin, troll) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var (trollsId, linsId) = (await troll.CommentAsync(noteId, "noise"), await lin.CommentAsync(noteId, "signal"));
        await lin.BlockAsync(troll);
        await app.DeliverFactsAsync();

        Assert.Equal([linsId], (await ThreadsAsync(lin.Client, noteId)).Select(c => c.IdOf()));
        Assert.Equal([trollsId], (await ThreadsAsync(troll.Client, noteId)).Select(c => c.IdOf()));
        Assert.Equal(2, (await ThreadsAsync(mei.Client, noteId)).Length);
        Assert.Equal(HttpStatusCode.NotFound, (await troll.Client.PutJsonAsync($"/api/v1/comments/{linsId}/like")).Status);
        Assert.Equal("notes.comment-not-found", (await troll.Client.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body = "hey", replyTo = linsId })).Code);

        await mei.BlockAsync(troll);
        await app.DeliverFactsAsync();
        Assert.Equal("notes.note-not-found", (await troll.Client.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body = "hey" })).Code);
        Assert.Equal(2, await mei.Client.CountAsync(noteId, "comments"));
    }

    [Fact]
    public async Task Nothing_in_a_thread_names_or_counts_people_who_are_blocked()
    {
        var (mei, lin, troll) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = (await mei.PublishAsync(new { title = "Together", body = $"With @{troll.Handle} and @{lin.Handle}", mediaIds = new[] { await mei.UploadAsync() } })).Body.IdOf();
        var threadId = await mei.CommentAsync(noteId, $"Hello @{troll.Handle}");
        var trollsId = await troll.CommentAsync(noteId, "noise", threadId);
        await mei.CommentAsync(noteId, "Please", trollsId);
        await lin.BlockAsync(troll);
        await app.DeliverFactsAsync();

        var thread = Assert.Single(await ThreadsAsync(lin.Client, noteId));
        var reply = Assert.Single(thread.GetProperty("replies").EnumerateArray());

        Assert.Equal((1, 2), (thread.GetProperty("replyCount").GetInt32(), (await ThreadsAsync(mei.Client, noteId))[0].GetProperty("replyCount").GetInt32()));
        Assert.Empty(thread.GetProperty("mentions").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, reply.GetProperty("replyTo").ValueKind);
        Assert.Equal(lin.Id, Assert.Single((await lin.Client.ReadNoteAsync(noteId)).GetProperty("mentions").EnumerateArray()).IdOf());
    }

    [Fact]
    public async Task Only_the_author_of_the_note_pins_and_only_first_level_comments()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var threadId = await lin.CommentAsync(noteId);
        var replyId = await lin.CommentAsync(noteId, "reply", threadId);

        Assert.Equal(HttpStatusCode.NotFound, (await lin.Client.PutJsonAsync($"/api/v1/comments/{threadId}/pin")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.Client.PutJsonAsync($"/api/v1/comments/{replyId}/pin")).Status);
        Assert.False((await ThreadsAsync(mei.Client, noteId))[0].GetProperty("isPinned").GetBoolean());
    }

    [Fact]
    public async Task Empty_and_endless_comments_are_refused()
    {
        var mei = await app.SignUpAsync();
        var noteId = await mei.WriteNoteAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await mei.Client.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body = "" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await mei.Client.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body = new string('好', 501) })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body = "hello" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await mei.Client.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body = new string('好', 500) })).Status);

        Assert.Equal(1, await mei.Client.CountAsync(noteId, "comments"));
    }

    private static async Task<JsonElement[]> ThreadsAsync(HttpClient reader, long noteId, string sort = "useful") =>
        [.. (await reader.GetJsonAsync($"/api/v1/notes/{noteId}/comments?sort={sort}")).Items()];

    private async Task<long[]> OrderAsync(long noteId, string sort = "useful") => [.. (await ThreadsAsync(app.Visitor, noteId, sort)).Select(c => c.IdOf())];
}

public sealed class CommentsOnSqlite(OnSqlite app) : CommentTests(app);

public sealed class CommentsOnPostgres(OnPostgres app) : CommentTests(app);
