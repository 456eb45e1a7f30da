using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Notes;

namespace Sward.Tests.Discovery;

/// <summary>What tests of feeds do: publish notes without pictures, quickly, and read feeds to their end.</summary>
internal static class Feeds
{
    private static int published;

    /// <summary>A topic that no other test uses.</summary>
    public static string NewTopic() => $"topic{Guid.NewGuid():N}";

    /// <summary>Publishes notes as Notes would, a minute apart or at one time, and delivers the facts. Returns their ids, oldest first.</summary>
    public static async Task<long[]> PublishAsync(
        this AppFixture app, Person author, int count = 1, string channel = "life", string? topic = null, Visibility visibility = Visibility.Public,
        (double Lat, double Lng)? place = null, IReadOnlyList<long>? productIds = null, DateTimeOffset? at = null)
    {
        var ids = app.Services.GetRequiredService<Ids>();
        var noteIds = await app.InDb<NotesDb, long[]>(async db =>
        {
            var notes = Enumerable.Range(0, count).Select(_ => new Note
            {
                Id = ids.Next(),
                AuthorId = author.Id,
                Kind = NoteKind.Text,
                Title = "A note",
                MediaIds = [1],
                Topics = topic is null ? [] : [topic],
                ProductIds = [.. productIds ?? []],
                Channel = channel,
                Visibility = visibility,
                Lat = place?.Lat,
                Lng = place?.Lng,
                PublishedAt = at ?? app.Clock.GetUtcNow().AddMinutes(Interlocked.Increment(ref published) - 100_000),
            }).ToArray();
            foreach (var note in notes)
            {
                db.Notes.Add(note);
                db.Announce(note.ToFact(place is null ? null : new Place { Name = "Here", Key = "here" }, app.Clock.GetUtcNow()));
            }

            await db.SaveChangesAsync(AppFixture.Ct);
            return [.. notes.Select(note => note.Id)];
        });
        await app.DeliverFactsAsync();
        return noteIds;
    }

    public static long[] NoteIds(this Answer feed) => [.. feed.Items().Select(card => card.GetProperty("note").IdOf())];

    /// <summary>Reads a feed page by page until it ends or <paramref name="pages"/> were read.</summary>
    public static async Task<List<long>> ReadAllAsync(this HttpClient client, string url, int pages = 100, Func<Task>? between = null)
    {
        var ids = new List<long>();
        var joint = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        string? cursor = null;
        for (var page = 0; page < pages; page++)
        {
            var answer = await client.GetJsonAsync(cursor is null ? url : $"{url}{joint}cursor={cursor}");
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
            ids.AddRange(answer.NoteIds());
            cursor = answer.Body.GetProperty("next").GetString();
            if (cursor is null)
            {
                break;
            }

            if (between is not null)
            {
                await between();
            }
        }

        return ids;
    }
}
