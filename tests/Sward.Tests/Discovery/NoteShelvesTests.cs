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

    private static List<string> Describe(NoteShelves shelves)
    {
        var ordered = new List<FeedNote>();
        shelves.Take([ShelfKey.Everything], Sward.Discovery.Pipeline.Mark.Start, int.MaxValue, ordered);
        return ordered.ConvertAll(n => $"{n.Id} {n.Heat} {n.Likes} {n.Collects} {n.Channel} {string.Join(',', n.Topics)} {n.Position}");
    }
}

public sealed class NoteShelvesOnSqlite(OnSqlite app) : NoteShelvesTests(app);

public sealed class NoteShelvesOnPostgres(OnPostgres app) : NoteShelvesTests(app);
