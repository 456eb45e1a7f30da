using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Notes;
using Sward.Search;

namespace Sward.Tests.Search;

/// <summary>Puts notes into the town and searches them. Notes are written straight into their table, so that no cover has to be drawn.</summary>
internal sealed class SearchScene(AppFixture app)
{
    public async Task<long> PublishAsync(
        Person author, string title, string body = "", string[]? topics = null, Visibility visibility = Visibility.Public, TimeSpan age = default, long[]? products = null, Position? at = null)
    {
        var note = new Note
        {
            Id = app.Services.GetRequiredService<Ids>().Next(),
            AuthorId = author.Id,
            Title = title,
            Body = body,
            MediaIds = [1],
            Topics = [.. topics ?? []],
            ProductIds = [.. products ?? []],
            Visibility = visibility,
            Lat = at?.Latitude,
            Lng = at?.Longitude,
            PublishedAt = app.Clock.GetUtcNow() - age,
        };
        await ChangeAsync(db => db.Notes.Add(note).Entity);
        return note.Id;
    }

    public Task EditAsync(long noteId, Action<Note> edit) => ChangeAsync(db =>
    {
        var note = db.Notes.Single(n => n.Id == noteId);
        edit(note);
        note.Version++;
        return note;
    });

    /// <summary>Brings all facts to search and its node.</summary>
    public async Task DeliverAsync()
    {
        await app.DeliverFactsAsync();
        await app.Services.GetRequiredService<FollowDocuments>().CatchUpAsync(AppFixture.Ct);
    }

    /// <summary>The ids of the found notes, in order.</summary>
    public async Task<List<long>> FindAsync(HttpClient reader, string query, string more = "")
    {
        var answer = await reader.GetJsonAsync($"/api/v1/search/notes?q={Uri.EscapeDataString(query)}&limit=100{more}");
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        return [.. answer.Items().Select(item => item.GetProperty("note").IdOf())];
    }

    /// <summary>A word that nobody else writes: one run of letters, with no ending that stemming takes off.</summary>
    public static string NewWord() => "w" + string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(b => $"{Letters[b >> 4]}{Letters[b & 15]}"));

    private const string Letters = "bcdfghjklmnpqrtv";

    private async Task ChangeAsync(Func<NotesDb, Note> change) => await app.InDb<NotesDb, int>(async db =>
    {
        var note = change(db);
        db.Announce(note.ToFact(place: null, app.Clock.GetUtcNow()));
        return await db.SaveChangesAsync(AppFixture.Ct);
    });
}
