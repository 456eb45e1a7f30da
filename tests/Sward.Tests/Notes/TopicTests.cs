using System.Net;

namespace Sward.Tests.Notes;

public abstract class TopicTests(AppFixture app)
{
    [Fact]
    public async Task One_topic_in_all_its_spellings()
    {
        var mei = await app.SignUpAsync();
        var word = $"Café{mei.Id}";
        var (first, second) = (await mei.WriteNoteAsync(topics: [word]), await mei.WriteNoteAsync(topics: ["#" + word.ToUpperInvariant()]));

        var topic = (await app.Visitor.GetJsonAsync($"/api/v1/topics/{Uri.EscapeDataString(word.ToLowerInvariant())}")).Body;

        Assert.Equal((word, 2), (topic.GetProperty("name").GetString(), topic.GetProperty("noteCount").GetInt32()));
        var newest = await app.Visitor.GetJsonAsync($"/api/v1/topics/{Uri.EscapeDataString(word)}/notes?sort=new&limit=1");
        var older = await app.Visitor.GetJsonAsync($"/api/v1/topics/{Uri.EscapeDataString(word)}/notes?sort=new&limit=1&cursor={newest.Body.GetProperty("next").GetString()}");
        Assert.Equal([second, first], newest.Items().Concat(older.Items()).Select(i => i.GetProperty("note").IdOf()));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.GetJsonAsync($"/api/v1/topics/nothing-{mei.Id}")).Status);
    }

    [Fact]
    public async Task Hot_notes_stand_before_newer_ones_that_nobody_cares_for()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var topic = $"warm{mei.Id}";
        var (hot, cold) = (await mei.WriteNoteAsync(topics: [topic]), await mei.WriteNoteAsync(topics: [topic]));
        await lin.Client.PutJsonAsync($"/api/v1/notes/{hot}/like");
        await lin.CommentAsync(hot);

        var notes = (await lin.Client.GetJsonAsync($"/api/v1/topics/{topic}/notes")).Items().Select(i => i.GetProperty("note").IdOf());

        Assert.Equal([hot, cold], notes);
    }

    [Fact]
    public async Task Following_a_topic_counts_once_and_a_storm_ends_exact()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var topic = $"follow{mei.Id}";
        await mei.WriteNoteAsync(topics: [topic]);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => lin.Client.PutJsonAsync($"/api/v1/topics/{topic}/follow")));
        Assert.Equal((1, true), await FollowersAsync(lin, topic));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? lin.Client.PutJsonAsync($"/api/v1/topics/{topic}/follow") : lin.Client.DeleteJsonAsync($"/api/v1/topics/{topic}/follow")));
        await lin.Client.DeleteJsonAsync($"/api/v1/topics/{topic}/follow");

        Assert.Equal((0, false), await FollowersAsync(lin, topic));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PutJsonAsync($"/api/v1/topics/{topic}/follow")).Status);
    }

    [Fact]
    public async Task Many_notes_about_the_same_new_topics_at_once_make_each_topic_once()
    {
        var mei = await app.SignUpAsync();
        var picture = await mei.UploadAsync();
        string[] topics = [.. Enumerable.Range(0, 6).Select(i => $"burst{i}x{mei.Id}")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => mei.PublishAsync(new { title = "Burst", mediaIds = new[] { picture }, topics = i % 2 == 0 ? topics : [.. topics.Reverse()] })));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        foreach (var topic in topics)
        {
            Assert.Equal(12, (await mei.Client.GetJsonAsync($"/api/v1/topics/{topic}")).Body.GetProperty("noteCount").GetInt32());
        }
    }

    [Fact]
    public async Task Topics_are_suggested_by_how_they_begin()
    {
        var mei = await app.SignUpAsync();
        var word = $"sug{mei.Id}";
        await mei.WriteNoteAsync(topics: [word + "one", word + "two"]);
        await mei.WriteNoteAsync(topics: [word + "two", word + "🐈"]);
        await mei.WriteNoteAsync(topics: [word + "two", word + "🐈"]);
        await mei.WriteNoteAsync(topics: [word + "two"]);

        var suggested = (await app.Visitor.GetJsonAsync($"/api/v1/topics?q={word.ToUpperInvariant()}")).Items().Select(i => i.GetProperty("name").GetString());

        Assert.Equal([word + "two", word + "🐈", word + "one"], suggested);
    }

    [Fact]
    public async Task Notes_of_one_place_meet_there()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var name = $"Old Pier {mei.Id}";
        var (first, second) = (await mei.WriteNoteAsync(place: new { name, lat = 31.2301, lng = 121.4901 }), await lin.WriteNoteAsync(place: new { name = name.ToUpperInvariant(), lat = 31.2299, lng = 121.4899 }));
        var far = await lin.WriteNoteAsync(place: new { name, lat = 48.1, lng = 11.5 });
        var placeId = (await mei.Client.ReadNoteAsync(first)).GetProperty("place").GetProperty("id").GetString();

        Assert.Equal(2, (await app.Visitor.GetJsonAsync($"/api/v1/places/{placeId}")).Body.GetProperty("noteCount").GetInt32());
        Assert.Equal([second, first], (await app.Visitor.GetJsonAsync($"/api/v1/places/{placeId}/notes")).Items().Select(i => i.GetProperty("note").IdOf()));
        Assert.NotEqual(placeId, (await mei.Client.ReadNoteAsync(far)).GetProperty("place").GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.GetJsonAsync("/api/v1/places/1")).Status);

        await app.DeliverFactsAsync();
        await lin.Client.PostJsonAsync("/api/v1/feed/hide", new { note = first });
        Assert.Equal([second], (await lin.Client.GetJsonAsync($"/api/v1/places/{placeId}/notes")).Items().Select(i => i.GetProperty("note").IdOf()));
        Assert.DoesNotContain($"/notes/{first}", await lin.Client.GetStringAsync($"/places/{placeId}", AppFixture.Ct), StringComparison.Ordinal);
    }

    private static async Task<(int Followers, bool Following)> FollowersAsync(Person person, string name)
    {
        var topic = (await person.Client.GetJsonAsync($"/api/v1/topics/{name}")).Body;
        return (topic.GetProperty("followerCount").GetInt32(), topic.GetProperty("following").GetBoolean());
    }
}

public sealed class TopicsOnSqlite(OnSqlite app) : TopicTests(app);

public sealed class TopicsOnPostgres(OnPostgres app) : TopicTests(app);
