using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sward.Contracts.Notes;

namespace Sward.Tests.Notes;

public abstract class NoteVisibilityTests(AppFixture app)
{
    private static readonly string[] Kinds = ["public", "followers", "friends", "private", "chosen"];

    [Fact]
    public async Task Everybody_sees_exactly_what_is_meant_for_them()
    {
        var town = await TownAsync();
        var visible = new Dictionary<Person, string[]>
        {
            [town.Author] = Kinds,
            [town.Friend] = ["public", "followers", "friends"],
            [town.Follower] = ["public", "followers"],
            [town.Stranger] = ["public"],
            [town.Chosen] = ["public", "chosen"],
            [town.Blocked] = [],
            [town.Blocker] = [],
        };

        foreach (var (reader, expected) in visible)
        {
            Assert.Equal(expected, await ReadableAsync(reader.Client, town));
            Assert.Equal(expected, await ListedAsync(reader.Client, town));
            Assert.Equal(expected, await CardsAsync(reader.Id, town));
            Assert.Equal(expected, await LikeableAsync(reader, town));
        }

        Assert.Equal(["public"], await ReadableAsync(app.Visitor, town));
        Assert.Equal(["public"], await ListedAsync(app.Visitor, town));
        Assert.Equal(["public"], await CardsAsync(readerId: null, town));
    }

    [Fact]
    public async Task What_a_reader_may_not_see_they_can_not_touch_either()
    {
        var town = await TownAsync();
        var noteId = town.Notes["private"];

        Answer[] answers =
        [
            await town.Stranger.Client.PutJsonAsync($"/api/v1/notes/{noteId}/like"),
            await town.Stranger.Client.PutJsonAsync($"/api/v1/notes/{noteId}/collect"),
            await town.Stranger.Client.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body = "Psst" }),
            await town.Stranger.Client.PostJsonAsync($"/api/v1/notes/{noteId}/share"),
            await town.Stranger.Client.GetJsonAsync($"/api/v1/notes/{noteId}/comments"),
            await town.Stranger.Client.GetJsonAsync($"/api/v1/notes/{noteId}/history"),
            await town.Stranger.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { title = "Mine now" }),
            await town.Stranger.Client.PutJsonAsync($"/api/v1/notes/{noteId}/pin"),
            await town.Stranger.Client.DeleteJsonAsync($"/api/v1/notes/{noteId}"),
        ];

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.NotFound, "notes.note-not-found"), (a.Status, a.Code)));
        var note = await town.Author.Client.ReadNoteAsync(noteId);
        var counts = note.GetProperty("counts");
        Assert.All(["likes", "collects", "comments", "shares"], count => Assert.Equal(0, counts.GetProperty(count).GetInt32()));
        Assert.Equal(("private", 1), (note.GetProperty("title").GetString(), note.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_note_that_becomes_private_leaves_every_list_at_once()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var topic = $"quiet {mei.Id}";
        var noteId = await mei.WriteNoteAsync(topics: [topic], place: new { name = $"Bench {mei.Id}" });
        var placeId = (await mei.Client.ReadNoteAsync(noteId)).GetProperty("place").GetProperty("id").GetString();
        Assert.Single((await lin.Client.GetJsonAsync($"/api/v1/topics/{topic}/notes")).Items());

        await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { visibility = "private" });

        Assert.Equal(HttpStatusCode.NotFound, (await lin.Client.GetJsonAsync($"/api/v1/notes/{noteId}")).Status);
        Assert.Empty((await lin.Client.GetJsonAsync($"/api/v1/topics/{topic}/notes")).Items());
        Assert.Empty((await lin.Client.GetJsonAsync($"/api/v1/topics/{topic}/notes?sort=new")).Items());
        Assert.Empty((await lin.Client.GetJsonAsync($"/api/v1/places/{placeId}/notes")).Items());
        Assert.Equal(0, (await lin.Client.GetJsonAsync($"/api/v1/topics/{topic}")).Body.GetProperty("noteCount").GetInt32());
        Assert.Equal("notes.place-not-found", (await lin.Client.GetJsonAsync($"/api/v1/places/{placeId}")).Code);
    }

    [Fact]
    public async Task A_place_is_known_by_its_public_notes_alone()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var home = $"Home {mei.Id}";
        var hidden = await PlaceAsync(mei, await mei.WriteNoteAsync(visibility: "private", place: new { name = home, lat = 31.23011, lng = 121.47011 }));
        var placeId = hidden.IdOf();

        foreach (var address in new[] { $"/api/v1/places/{placeId}", $"/places/{placeId}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await lin.Client.GetAsync(address, AppFixture.Ct)).StatusCode);
        }

        var open = await PlaceAsync(lin, await lin.WriteNoteAsync(place: new { name = home, lat = 31.2344, lng = 121.4744 }));
        var place = (await app.Visitor.GetJsonAsync($"/api/v1/places/{placeId}")).Body;

        Assert.Equal((31.23, 121.47), PositionOf(hidden));
        Assert.Equal((placeId, 31.234, 121.474), (open.IdOf(), PositionOf(open).Lat, PositionOf(open).Lng));
        Assert.Equal((1, 31.234, 121.474), (place.GetProperty("noteCount").GetInt32(), PositionOf(place).Lat, PositionOf(place).Lng));
    }

    private static async Task<JsonElement> PlaceAsync(Person author, long noteId) => (await author.Client.ReadNoteAsync(noteId)).GetProperty("place");

    private static (double Lat, double Lng) PositionOf(JsonElement place) => (place.GetProperty("lat").GetDouble(), place.GetProperty("lng").GetDouble());

    private async Task<Town> TownAsync()
    {
        var people = new List<Person>();
        foreach (var name in new[] { "Author", "Stranger", "Follower", "Friend", "Chosen", "Blocked", "Blocker" })
        {
            people.Add(await app.SignUpAsync(name));
        }

        var town = new Town(people[0], people[1], people[2], people[3], people[4], people[5], people[6], []);
        await town.Follower.FollowAsync(town.Author);
        await town.Friend.BefriendAsync(town.Author);
        await town.Author.BlockAsync(town.Blocked);
        await town.Blocker.BlockAsync(town.Author);
        var picture = await town.Author.UploadAsync();
        foreach (var visibility in Kinds)
        {
            var answer = await town.Author.PublishAsync(new { title = visibility, mediaIds = new[] { picture }, visibility, chosenIds = new[] { town.Chosen.Id, town.Blocked.Id } });
            town.Notes[visibility] = answer.Body.IdOf();
        }

        await app.DeliverFactsAsync();
        return town;
    }

    private static async Task<string[]> ReadableAsync(HttpClient reader, Town town)
    {
        var seen = new List<string>();
        foreach (var (visibility, noteId) in town.Notes)
        {
            if ((await reader.GetJsonAsync($"/api/v1/notes/{noteId}")).Status is HttpStatusCode.OK)
            {
                seen.Add(visibility);
            }
        }

        return [.. seen];
    }

    private static async Task<string[]> LikeableAsync(Person reader, Town town)
    {
        var liked = new List<string>();
        foreach (var (visibility, noteId) in town.Notes)
        {
            if ((await reader.Client.PutJsonAsync($"/api/v1/notes/{noteId}/like")).Status is HttpStatusCode.NoContent)
            {
                liked.Add(visibility);
            }
        }

        return [.. liked];
    }

    private static async Task<string[]> ListedAsync(HttpClient reader, Town town)
    {
        var listed = (await reader.GetJsonAsync($"/api/v1/accounts/{town.Author.Id}/notes")).Items().Select(item => item.GetProperty("note").IdOf()).ToHashSet();
        return [.. town.Notes.Where(n => listed.Contains(n.Value)).Select(n => n.Key)];
    }

    private async Task<string[]> CardsAsync(long? readerId, Town town)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var cards = await scope.ServiceProvider.GetRequiredService<INoteCards>().GetAsync([.. town.Notes.Values], readerId, AppFixture.Ct);
        return [.. town.Notes.Where(n => cards.ContainsKey(n.Value)).Select(n => n.Key)];
    }

    private sealed record Town(
        Person Author, Person Stranger, Person Follower, Person Friend, Person Chosen, Person Blocked, Person Blocker, Dictionary<string, long> Notes);
}

public sealed class NoteVisibilityOnSqlite(OnSqlite app) : NoteVisibilityTests(app);

public sealed class NoteVisibilityOnPostgres(OnPostgres app) : NoteVisibilityTests(app);
