using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery.Shelves;
using Sward.Tests.Notes;

namespace Sward.Tests.Discovery;

public abstract class ReadDiscoverTests(AppFixture app)
{
    [Fact]
    public async Task A_card_says_who_wrote_it_why_it_is_shown_and_what_I_did_to_it()
    {
        var (mei, reader) = (await app.SignUpAsync("Mei"), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(mei, channel: "pets"));
        await reader.Client.PutJsonAsync($"/api/v1/notes/{note}/like");
        await app.DeliverFactsAsync();

        var feed = await reader.Client.GetJsonAsync("/api/v1/feed/discover?channel=pets&limit=100");

        var card = feed.Items().Single(c => c.GetProperty("note").IdOf() == note);
        Assert.Equal("Mei", card.GetProperty("author").GetProperty("nickname").GetString());
        Assert.True(card.GetProperty("mine").GetProperty("liked").GetBoolean());
        Assert.Equal(1, card.GetProperty("note").GetProperty("likeCount").GetInt32());
        var reason = card.GetProperty("reason");
        Assert.Equal(("hot", "Popular in Pets", "hot"), (reason.GetProperty("code").GetString(), reason.GetProperty("text").GetString(), reason.GetProperty("source").GetString()));
        Assert.NotEqual(0, reason.GetProperty("score").GetInt64());
    }

    [Fact]
    public async Task What_people_like_comes_before_what_is_merely_newer()
    {
        var (author, other) = (await app.SignUpAsync(), await app.SignUpAsync());
        var liked = Assert.Single(await app.PublishAsync(author, channel: "cars"));
        var newer = Assert.Single(await app.PublishAsync(other, channel: "cars"));
        await other.Client.PutJsonAsync($"/api/v1/notes/{liked}/like");
        await app.DeliverFactsAsync();

        var ids = (await app.Visitor.ReadAllAsync("/api/v1/feed/discover?channel=cars&limit=50")).Where(id => id == liked || id == newer);

        Assert.Equal([liked, newer], ids);
    }

    [Fact]
    public async Task One_person_warms_a_note_once_however_much_they_say()
    {
        var (author, loud, quiet) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));
        var first = await loud.CommentAsync(note);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => loud.CommentAsync(note, $"And {i}", first)));
        var reply = await quiet.CommentAsync(note, "Well", first);

        Assert.Equal(2, await CommentersAsync());
        await quiet.Client.DeleteJsonAsync($"/api/v1/comments/{reply}");
        Assert.Equal(1, await CommentersAsync());
        await loud.CommentAsync(note, "Still here");
        await loud.Client.DeleteJsonAsync($"/api/v1/comments/{first}");
        Assert.Equal(1, await CommentersAsync());

        async Task<int> CommentersAsync()
        {
            await app.DeliverFactsAsync();
            return app.Services.GetRequiredService<NoteShelves>().Find(note)!.Commenters;
        }
    }

    [Fact]
    public async Task Paging_repeats_nothing_and_loses_nothing_while_new_notes_arrive()
    {
        var authors = new List<Person>();
        var published = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            authors.Add(await app.SignUpAsync());
            published.AddRange(await app.PublishAsync(authors[i], 15, channel: "games"));
        }

        var reader = await app.SignUpAsync();
        var ids = await reader.Client.ReadAllAsync("/api/v1/feed/discover?channel=games&limit=7", between: () => app.PublishAsync(authors[0], channel: "games"));

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(published.Except(ids));
    }

    [Fact]
    public async Task An_author_stands_at_most_twice_among_twenty_as_long_as_there_are_others()
    {
        var crowd = await app.SignUpAsync();
        for (var i = 0; i < 12; i++)
        {
            await app.PublishAsync(await app.SignUpAsync(), 2, channel: "film");
        }

        await app.PublishAsync(crowd, 10, channel: "film");
        var reader = await app.SignUpAsync();

        var first = await reader.Client.GetJsonAsync("/api/v1/feed/discover?channel=film&limit=20");

        Assert.Equal(20, first.Items().Count());
        Assert.All(first.Items().CountBy(card => card.GetProperty("author").IdOf()), author => Assert.True(author.Value <= 2));
        var all = await reader.Client.ReadAllAsync("/api/v1/feed/discover?channel=film&limit=20");
        Assert.Equal(34, all.Distinct().Count());
    }

    [Fact]
    public async Task Nobody_meets_themselves_or_whom_they_blocked_muted_or_were_blocked_by()
    {
        var (reader, blocked, blocker, muted) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        foreach (var author in new[] { reader, blocked, blocker, muted })
        {
            await app.PublishAsync(author, channel: "baby");
        }

        Assert.Equal(3, (await reader.Client.ReadAllAsync("/api/v1/feed/discover?channel=baby")).Count);

        await reader.Client.PutJsonAsync($"/api/v1/accounts/{blocked.Id}/block");
        await blocker.Client.PutJsonAsync($"/api/v1/accounts/{reader.Id}/block");
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{muted.Id}/mute");
        await app.DeliverFactsAsync();

        Assert.Empty(await reader.Client.ReadAllAsync("/api/v1/feed/discover?channel=baby"));
        Assert.Equal(4, (await app.Visitor.ReadAllAsync("/api/v1/feed/discover?channel=baby&limit=99")).Count);
    }

    [Fact]
    public async Task A_block_between_two_pages_holds_for_notes_that_waited()
    {
        var (reader, author) = (await app.SignUpAsync(), await app.SignUpAsync());
        for (var i = 0; i < 4; i++)
        {
            await app.PublishAsync(await app.SignUpAsync(), 2, channel: "careers");
        }

        await app.PublishAsync(author, 8, channel: "careers");
        var first = await reader.Client.GetJsonAsync("/api/v1/feed/discover?channel=careers&limit=5");
        Assert.Contains(first.Items(), card => card.GetProperty("author").IdOf() == author.Id);

        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/block");
        await app.DeliverFactsAsync();

        var cursor = first.Body.GetProperty("next").GetString();
        var rest = await reader.Client.GetJsonAsync($"/api/v1/feed/discover?channel=careers&limit=100&cursor={cursor}");
        Assert.DoesNotContain(rest.Items(), card => card.GetProperty("author").IdOf() == author.Id);
    }

    [Fact]
    public async Task Only_public_notes_are_shown_to_all()
    {
        var author = await app.SignUpAsync();
        var hidden = await app.PublishAsync(author, channel: "digital", visibility: Sward.Notes.Visibility.Followers);

        Assert.DoesNotContain(hidden[0], await app.Visitor.ReadAllAsync("/api/v1/feed/discover?channel=digital"));
    }

    [Fact]
    public async Task A_removed_note_is_gone_from_the_kept_front_page_of_visitors()
    {
        var author = await app.SignUpAsync();
        var note = Assert.Single(await app.PublishAsync(author, channel: "study"));
        Assert.Contains(note, (await app.Visitor.GetJsonAsync("/api/v1/feed/discover?channel=study")).NoteIds());

        await author.Client.DeleteJsonAsync($"/api/v1/notes/{note}");
        await app.DeliverFactsAsync();

        Assert.DoesNotContain(note, (await app.Visitor.GetJsonAsync("/api/v1/feed/discover?channel=study")).NoteIds());
    }

    [Theory]
    [InlineData("?channel=nonsense", HttpStatusCode.NotFound, "discovery.channel-not-found")]
    [InlineData("?cursor=nonsense", HttpStatusCode.BadRequest, "kernel.bad-cursor")]
    [InlineData("?cursor=AAAAAAAAAAAAAAAAAAAAAA.nonsense", HttpStatusCode.BadRequest, "kernel.bad-cursor")]
    public async Task What_is_no_channel_or_cursor_is_refused(string query, HttpStatusCode status, string code)
    {
        var answer = await app.Visitor.GetJsonAsync($"/api/v1/feed/discover{query}");

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task With_memory_switched_off_the_table_answers_the_same()
    {
        await using var own = await app.OwnHostAsync(settings =>
        {
            settings["Discovery:StagesOff:0"] = "hot";
            settings["Discovery:StagesOff:1"] = "followed";
        });
        var (author, reader) = (await own.SignUpAsync(), await own.SignUpAsync());
        var notes = await own.PublishAsync(author, 30, channel: "home");
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await own.DeliverFactsAsync();

        Assert.Equal(notes.Reverse(), await reader.Client.ReadAllAsync("/api/v1/feed/discover?channel=home&limit=7"));
        Assert.Equal(notes.Reverse(), await reader.Client.ReadAllAsync("/api/v1/feed/discover?limit=7"));
        Assert.Equal(notes.Reverse(), await reader.Client.ReadAllAsync("/api/v1/feed/following?limit=7"));
    }
}

public sealed class ReadDiscoverOnSqlite(OnSqlite app) : ReadDiscoverTests(app);

public sealed class ReadDiscoverOnPostgres(OnPostgres app) : ReadDiscoverTests(app);
