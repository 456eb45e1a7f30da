using System.Net;
using Sward.Notes;

namespace Sward.Tests.Discovery;

public abstract class RelatedAndNearbyTests(AppFixture app)
{
    [Fact]
    public async Task Related_notes_share_goods_before_topics_before_the_channel()
    {
        var (seedAuthor, author, reader) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        var (topic, product) = (Feeds.NewTopic(), author.Id);
        var sameGoods = Assert.Single(await app.PublishAsync(author, channel: "fitness", productIds: [product]));
        var sameTopic = Assert.Single(await app.PublishAsync(author, channel: "feelings", topic: topic));
        var sameChannel = Assert.Single(await app.PublishAsync(author, channel: "fitness"));
        var seed = Assert.Single(await app.PublishAsync(seedAuthor, channel: "fitness", topic: topic, productIds: [product]));

        var feed = await reader.Client.GetJsonAsync($"/api/v1/feed/related/{seed}?limit=100");

        var ids = feed.NoteIds();
        Assert.DoesNotContain(seed, ids);
        Assert.Equal([sameGoods, sameTopic], ids.Where(id => id == sameGoods || id == sameTopic));
        Assert.Contains(sameChannel, ids);
        var reasons = feed.Items().ToDictionary(card => card.GetProperty("note").IdOf(), card => card.GetProperty("reason").GetProperty("code").GetString());
        Assert.Equal(("same-goods", "same-topic", "same-channel"), (reasons[sameGoods], reasons[sameTopic], reasons[sameChannel]));
    }

    [Fact]
    public async Task Related_notes_page_without_repeats()
    {
        var topic = Feeds.NewTopic();
        var seed = Assert.Single(await app.PublishAsync(await app.SignUpAsync(), topic: topic));
        var others = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            others.AddRange(await app.PublishAsync(await app.SignUpAsync(), 5, topic: topic));
        }

        var ids = await app.Visitor.ReadAllAsync($"/api/v1/feed/related/{seed}?limit=6");

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(others.Except(ids));
    }

    [Fact]
    public async Task Nothing_is_related_to_a_note_one_may_not_see()
    {
        var note = Assert.Single(await app.PublishAsync(await app.SignUpAsync(), visibility: Visibility.Followers));

        var answer = await app.Visitor.GetJsonAsync($"/api/v1/feed/related/{note}");

        Assert.Equal((HttpStatusCode.NotFound, "discovery.note-not-found"), (answer.Status, answer.Code));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.GetAsync($"/notes/{note}/related", AppFixture.Ct)).StatusCode);
    }

    [Fact]
    public async Task Under_a_note_stand_related_ones_that_say_why_and_lead_to_all_of_them()
    {
        await using var host = await app.OwnHostAsync();
        var (topic, reader) = (Feeds.NewTopic(), await host.SignUpAsync());
        var seed = Assert.Single(await host.PublishAsync(await host.SignUpAsync(), topic: topic));
        var others = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            others.AddRange(await host.PublishAsync(await host.SignUpAsync(), 2, topic: topic));
        }

        var row = await RowAsync(host.Visitor, $"/notes/{seed}");
        Assert.Equal(8, Shown(row, others));
        Assert.Contains("data-request=\"", row, StringComparison.Ordinal);
        Assert.Contains("data-shown=\"related:same-topic\"", row, StringComparison.Ordinal);
        Assert.Contains($">Also on #{topic}</p>", row, StringComparison.Ordinal);
        Assert.Contains($"href=\"/notes/{seed}/related\"", row, StringComparison.Ordinal);

        var page = await host.Visitor.GetStringAsync($"/notes/{seed}/related", AppFixture.Ct);
        Assert.Equal(20, Shown(page, others));
        var link = page.IndexOf($"/notes/{seed}/related?cursor=", StringComparison.Ordinal);
        var next = page[link..page.IndexOf('"', link)];
        Assert.True(Shown(await host.Visitor.GetStringAsync(next, AppFixture.Ct), others) >= 4);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Visitor.GetAsync($"/notes/{seed}/related?cursor=nonsense", AppFixture.Ct)).StatusCode);

        await reader.Client.PostJsonAsync("/api/v1/feed/hide", new { topic });
        Assert.Equal(0, Shown(await reader.Client.GetStringAsync($"/notes/{seed}", AppFixture.Ct), others));

        static int Shown(string html, IEnumerable<long> notes) => notes.Count(note => html.Contains($"data-note=\"{note}\"", StringComparison.Ordinal));
    }

    /// <summary>The row of related notes on a page.</summary>
    private static async Task<string> RowAsync(HttpClient reader, string page)
    {
        var html = await reader.GetStringAsync(page, AppFixture.Ct);
        var start = html.IndexOf("aria-labelledby=\"related-to-", StringComparison.Ordinal);
        Assert.True(start >= 0);
        return html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)];
    }

    [Fact]
    public async Task Nearby_shows_what_lies_within_the_radius_across_the_date_line_too()
    {
        var author = await app.SignUpAsync();
        var here = Assert.Single(await app.PublishAsync(author, place: (-17.001, 179.99)));
        var acrossTheLine = Assert.Single(await app.PublishAsync(author, place: (-17.001, -179.99)));
        var far = Assert.Single(await app.PublishAsync(author, place: (-17.3, 179.99)));

        var near = await app.Visitor.GetJsonAsync("/api/v1/feed/nearby?lat=-17&lng=179.99&km=3");
        var wide = await app.Visitor.GetJsonAsync("/api/v1/feed/nearby?lat=-17&lng=179.99&km=50");

        Assert.Equal(new HashSet<long> { here, acrossTheLine }, near.NoteIds().ToHashSet());
        Assert.Equal(new HashSet<long> { here, acrossTheLine, far }, wide.NoteIds().ToHashSet());
        Assert.Equal("About 0.2 km from here", near.Items().Single(card => card.GetProperty("note").IdOf() == here).GetProperty("reason").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("lat=91&lng=0")]
    [InlineData("lat=0&lng=181")]
    [InlineData("lat=0&lng=0&km=51")]
    [InlineData("lng=0")]
    public async Task A_place_off_the_map_is_refused(string query)
    {
        var answer = await app.Visitor.GetJsonAsync($"/api/v1/feed/nearby?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }
}

public sealed class RelatedAndNearbyOnSqlite(OnSqlite app) : RelatedAndNearbyTests(app);

public sealed class RelatedAndNearbyOnPostgres(OnPostgres app) : RelatedAndNearbyTests(app);
