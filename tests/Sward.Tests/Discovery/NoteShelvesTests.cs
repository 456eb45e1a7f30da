using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Keeping;
using Sward.Discovery.Shelves;
using Sward.Tests.Notes;

namespace Sward.Tests.Discovery;

public abstract class NoteShelvesTests(AppFixture app)
{
    [Fact]
    public async Task Memory_that_followed_the_facts_equals_memory_loaded_from_the_database()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader) = (await own.SignUpAsync(), await own.SignUpAsync());
        var notes = await own.PublishAsync(author, 12, channel: "travel", topic: "lake", place: (30.1, 120.1));
        foreach (var note in notes.Take(6))
        {
            await reader.Client.PutJsonAsync($"/api/v1/notes/{note}/like");
            await reader.Client.PutJsonAsync($"/api/v1/notes/{note}/collect");
        }

        await reader.Client.DeleteJsonAsync($"/api/v1/notes/{notes[0]}/like");
        await author.Client.DeleteJsonAsync($"/api/v1/notes/{notes[1]}");
        await own.DeliverFactsAsync();
        var shelves = own.Services.GetRequiredService<NoteShelves>();
        var followed = Describe(shelves);

        await own.Services.GetRequiredService<ShelfKeeper>().LoadAsync(AppFixture.Ct);

        Assert.Equal(11, followed.Count);
        Assert.Equal(followed, Describe(shelves));
        Assert.Equal(2, shelves.Find(notes[2])!.Likes + shelves.Find(notes[2])!.Collects);
    }

    [Fact]
    public async Task Facts_that_were_loaded_with_the_rows_are_not_counted_twice()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader) = (await own.SignUpAsync(), await own.SignUpAsync());
        var note = Assert.Single(await own.PublishAsync(author));
        await reader.Client.PutJsonAsync($"/api/v1/notes/{note}/like");
        await own.DeliverFactsAsync();

        await own.Services.GetRequiredService<ShelfKeeper>().LoadAsync(AppFixture.Ct);
        await own.DeliverFactsAsync();

        Assert.Equal(1, own.Services.GetRequiredService<NoteShelves>().Find(note)!.Likes);
    }

    [Fact]
    public async Task A_note_that_was_private_for_a_while_comes_back_with_what_people_did()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader) = (await own.SignUpAsync(), await own.SignUpAsync());
        var note = await author.WriteNoteAsync();
        await reader.Client.PutJsonAsync($"/api/v1/notes/{note}/like");
        var shelves = own.Services.GetRequiredService<NoteShelves>();

        await author.Client.PatchJsonAsync($"/api/v1/notes/{note}", new { visibility = "private" });
        await own.DeliverFactsAsync();
        Assert.Empty(Describe(shelves));

        await author.Client.PatchJsonAsync($"/api/v1/notes/{note}", new { visibility = "public" });
        await own.DeliverFactsAsync();
        Assert.Single(Describe(shelves));
        Assert.Equal(1, shelves.Find(note)!.Likes);
    }

    [Fact]
    public async Task Of_notes_that_say_nearly_the_same_strangers_meet_the_first_until_it_goes()
    {
        await using var own = await app.OwnHostAsync();
        var (author, other, reader) = (await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync());
        var first = await WriteAsync(author, Recipe);
        var copy = await WriteAsync(other, Recipe.ToUpperInvariant() + "!!!");
        var unlike = await WriteAsync(other, string.Join(' ', Recipe.Split(' ').Reverse()) + " and now something else that was never said before, with other words in it.");
        await own.DeliverFactsAsync();
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{other.Id}/follow");
        await own.DeliverFactsAsync();

        Assert.Equivalent(new[] { first, unlike }, await DiscoverAsync(), strict: true);
        Assert.Contains(copy, (await reader.Client.GetJsonAsync("/api/v1/feed/following")).NoteIds());
        await own.Services.GetRequiredService<ShelfKeeper>().LoadAsync(AppFixture.Ct);
        Assert.Equivalent(new[] { first, unlike }, await DiscoverAsync(), strict: true);

        await author.Client.DeleteJsonAsync($"/api/v1/notes/{first}");
        await own.DeliverFactsAsync();
        Assert.Equivalent(new[] { copy, unlike }, await DiscoverAsync(), strict: true);

        async Task<long> WriteAsync(Person writer, string body) => (await writer.PublishAsync(new { title = "Tea", body, mediaIds = new[] { await writer.UploadAsync() } })).Body.IdOf();
        async Task<long[]> DiscoverAsync() => (await own.Visitor.GetJsonAsync("/api/v1/feed/discover")).NoteIds();
    }

    [Fact]
    public void Prints_of_nearly_equal_words_are_near_and_those_of_others_are_not()
    {
        var print = WordPrint.Of("Tea", Recipe)!.Value;

        Assert.Null(WordPrint.Of("Good morning", "everybody!"));
        Assert.Equal(print, WordPrint.Of("TEA", Recipe.Replace(" ", "  ", StringComparison.Ordinal)));
        Assert.True(WordPrint.AreNear(print, WordPrint.Of("Tea", $"{Recipe} Bye.")!.Value));
        Assert.False(WordPrint.AreNear(print, WordPrint.Of("Tea", Recipe[(Recipe.Length / 2)..])!.Value));
        Assert.False(WordPrint.AreNear(print, WordPrint.Of("西湖边的早晨", "今天早上五点就起床了，沿着苏堤慢慢走，湖面上还有一层薄雾，偶尔有人跑步经过。买了一碗片儿川，坐在断桥边上吃完，太阳刚好出来，整个人都醒了。")!.Value));
    }

    private const string Recipe =
        "Warm the pot first and pour the water away. Take three grams of leaves for a small pot, water that has stopped boiling for a minute, and wait no longer than twenty seconds. "
        + "Pour all of it into the jug so that nobody's cup is stronger than the others. The second infusion is the best one, the third is for guests who came late, and after the sixth the leaves have given what they had. "
        + "Do not wash the pot with soap, ever: clay remembers. Rinse it, leave the lid off and let it dry by itself.";

    private static List<string> Describe(NoteShelves shelves)
    {
        var ordered = new List<FeedNote>();
        shelves.Take([ShelfKey.Everything], Sward.Discovery.Pipeline.Mark.Start, int.MaxValue, ordered);
        return ordered.ConvertAll(n => $"{n.Id} {n.Print} {n.Heat} {n.Likes} {n.Collects} {n.Channel} {string.Join(',', n.Topics)} {n.Position}");
    }
}

public sealed class NoteShelvesOnSqlite(OnSqlite app) : NoteShelvesTests(app);

public sealed class NoteShelvesOnPostgres(OnPostgres app) : NoteShelvesTests(app);
