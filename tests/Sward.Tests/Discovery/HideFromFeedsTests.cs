using System.Net;
using Sward.Tests.Search;

namespace Sward.Tests.Discovery;

public abstract class HideFromFeedsTests(AppFixture app)
{
    [Fact]
    public async Task A_hidden_note_author_topic_or_channel_is_gone_at_once_on_every_surface()
    {
        var (reader, author) = (await app.SignUpAsync(), await app.SignUpAsync());
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await app.DeliverFactsAsync();
        var topic = Feeds.NewTopic();
        var note = Assert.Single(await app.PublishAsync(author));
        var onTopic = Assert.Single(await app.PublishAsync(author, topic: topic));
        var inChannel = Assert.Single(await app.PublishAsync(author, channel: "beauty"));
        var left = Assert.Single(await app.PublishAsync(author));

        await HideAsync(reader, new { note = note.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        await HideAsync(reader, new { topic });
        await HideAsync(reader, new { category = "beauty" });

        // No facts are delivered in between: the node that was asked knows at once.
        Assert.Equal([left], await reader.Client.ReadAllAsync("/api/v1/feed/following"));
        Assert.Empty(new[] { note, onTopic, inChannel }.Intersect(await reader.Client.ReadAllAsync("/api/v1/feed/discover?limit=100")));

        await HideAsync(reader, new { author = author.Id });
        Assert.Empty(await reader.Client.ReadAllAsync("/api/v1/feed/following"));
    }

    [Fact]
    public async Task What_was_hidden_can_be_brought_back()
    {
        var (reader, author) = (await app.SignUpAsync(), await app.SignUpAsync());
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await app.DeliverFactsAsync();
        var note = Assert.Single(await app.PublishAsync(author));
        await HideAsync(reader, new { note });
        Assert.Empty(await reader.Client.ReadAllAsync("/api/v1/feed/following"));

        var answer = await reader.Client.DeleteJsonAsync($"/api/v1/feed/hide?note={note}");

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal([note], await reader.Client.ReadAllAsync("/api/v1/feed/following"));
    }

    [Fact]
    public async Task What_is_hidden_is_found_neither_by_search_nor_under_its_topic_and_is_listed_to_be_brought_back()
    {
        var (reader, author, topic) = (await app.SignUpAsync(), await app.SignUpAsync(), SearchScene.NewWord());
        var notes = await app.PublishAsync(author, 2, topic: topic);
        await app.InDb<Sward.Notes.NotesDb, int>(db =>
        {
            var topicId = notes[0];
            db.Topics.Add(new() { Id = topicId, Key = topic, Name = topic, NoteCount = 2 });
            db.AddRange(notes.Select(note => new Sward.Notes.NoteTopic(topicId, note)));
            return db.SaveChangesAsync(AppFixture.Ct);
        });
        await new SearchScene(app).DeliverAsync();
        string[] lists = [$"/api/v1/search/notes?q={topic}", $"/api/v1/topics/{topic}/notes"];

        await HideAsync(reader, new { note = notes[0] });

        foreach (var list in lists)
        {
            Assert.Equal([notes[1]], (await reader.Client.GetJsonAsync(list)).NoteIds());
            Assert.Equal(notes.Order(), (await app.Visitor.GetJsonAsync(list)).NoteIds().Order());
        }

        var wish = Assert.Single((await reader.Client.GetJsonAsync("/api/v1/feed/hide")).Items());
        Assert.Equal(("note", $"{notes[0]}", "A note"), (wish.GetProperty("kind").GetString(), wish.GetProperty("target").GetString(), wish.GetProperty("text").GetString()));
        await reader.Client.DeleteJsonAsync($"/api/v1/feed/hide?note={notes[0]}");
        Assert.Equal(notes.Order(), (await reader.Client.GetJsonAsync(lists[0])).NoteIds().Order());
        Assert.Empty((await reader.Client.GetJsonAsync("/api/v1/feed/hide")).Items());
    }

    [Fact]
    public async Task What_is_hidden_is_not_counted_by_search_either()
    {
        var (reader, author, topic) = (await app.SignUpAsync(), await app.SignUpAsync(), SearchScene.NewWord());
        var notes = await app.PublishAsync(author, 3, topic: topic);
        await new SearchScene(app).DeliverAsync();

        await HideAsync(reader, new { note = notes[0] });

        Assert.Equal(2, (await reader.Client.GetJsonAsync($"/api/v1/search/notes?q={topic}")).Body.GetProperty("count").GetInt32());
        Assert.Contains("Notes<span class=\"tabs-count\">2</span>", await reader.Client.GetStringAsync($"/search?q={topic}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains("Notes<span class=\"tabs-count\">3</span>", await app.Visitor.GetStringAsync($"/search?q={topic}", AppFixture.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_menu_of_a_card_says_why_it_is_shown()
    {
        var (reader, author) = (await app.SignUpAsync(), await app.SignUpAsync());
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await app.DeliverFactsAsync();
        var note = Assert.Single(await app.PublishAsync(author));

        Assert.Contains($"/not-interested/{note}?shown=following%3Afollowed", await reader.Client.GetStringAsync("/following", AppFixture.Ct), StringComparison.Ordinal);
        var menu = await reader.Client.GetStringAsync($"/not-interested/{note}?shown=following%3Afollowed", AppFixture.Ct);
        Assert.Contains("You follow the author", menu, StringComparison.Ordinal);
        foreach (var made in (string[])["", "?shown=nowhere:nobody", "?shown=related:same-topic"])
        {
            Assert.DoesNotContain("You follow the author", await reader.Client.GetStringAsync($"/not-interested/{note}{made}", AppFixture.Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_is_asked_whether_their_own_note_interests_them()
    {
        var (author, reader) = (await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));
        var (page, wish) = ($"/u/{author.Handle}", $"/not-interested/{note}");

        Assert.DoesNotContain(wish, await author.Client.GetStringAsync(page, AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains(wish, await reader.Client.GetStringAsync(page, AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await author.Client.GetAsync(wish, AppFixture.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.Client.GetAsync(wish, AppFixture.Ct)).StatusCode);
    }

    [Fact]
    public async Task Hiding_is_nobody_elses_business()
    {
        var (reader, other, author) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        await other.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await app.DeliverFactsAsync();
        var note = Assert.Single(await app.PublishAsync(author));

        await HideAsync(reader, new { note });

        Assert.Equal([note], await other.Client.ReadAllAsync("/api/v1/feed/following"));
    }

    [Fact]
    public async Task Two_hundred_presses_at_once_hide_once()
    {
        var reader = await app.SignUpAsync();

        var presses = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => reader.Client.PostJsonAsync("/api/v1/feed/hide", new { note = 5 })));

        Assert.All(presses, press => Assert.Equal(HttpStatusCode.NoContent, press.Status));
    }

    [Fact]
    public async Task What_I_reported_leaves_my_feeds()
    {
        var (reader, author) = (await app.SignUpAsync(), await app.SignUpAsync());
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await app.DeliverFactsAsync();
        var note = Assert.Single(await app.PublishAsync(author));
        Assert.Equal([note], await reader.Client.ReadAllAsync("/api/v1/feed/following"));

        await reader.Client.PostJsonAsync("/api/v1/reports", new { target = new { kind = "note", id = note }, reason = "spam" });
        await app.DeliverFactsAsync();

        Assert.Empty(await reader.Client.ReadAllAsync("/api/v1/feed/following"));
    }

    [Fact]
    public async Task Hiding_nothing_or_as_nobody_is_refused()
    {
        var reader = await app.SignUpAsync();

        Assert.Equal("discovery.nothing-to-hide", (await reader.Client.PostJsonAsync("/api/v1/feed/hide", new { })).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync("/api/v1/feed/hide", new { note = 5 })).Status);
    }

    private static async Task HideAsync(Person reader, object wish)
    {
        var answer = await reader.Client.PostJsonAsync("/api/v1/feed/hide", wish);
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
    }
}

public sealed class HideFromFeedsOnSqlite(OnSqlite app) : HideFromFeedsTests(app);

public sealed class HideFromFeedsOnPostgres(OnPostgres app) : HideFromFeedsTests(app);
