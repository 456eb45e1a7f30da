using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Kernel;
using Sward.Notes;

namespace Sward.Tests.Notes;

/// <summary>What people do with notes, for tests in which that is not the point.</summary>
internal static class NoteActs
{
    // 48 x 64 pixels of green: the smallest thing that is a picture.
    private static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAgAAAQABAAD//gAQTGF2YzU5LjM3LjEwMAD/2wBDAAgoKC8oLzc3Nzc3N0E8QUNDQ0FBQUFDQ0NISEhVVVVISEhDQ0hIUFBVVVxfXFdXVVdfX2RkZHh4c3OMjJGsrM//xABNAAEBAAAAAAAAAAAAAAAAAAAABQEB" +
        "AQEAAAAAAAAAAAAAAAAAAAQFEAEAAAAAAAAAAAAAAAAAAAAAEQEAAAAAAAAAAAAAAAAAAAAA/8AAEQgAQAAwAwEiAAIRAAMRAP/aAAwDAQACEQMRAD8AsgMNIAAAAAAAAAAAAAAAAAAAAAA//9k=");

    /// <summary>Uploads a small picture and returns its id.</summary>
    public static async Task<string> UploadAsync(this Person person, string? alt = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Jpeg) { Headers = { ContentType = new("image/jpeg") } }, "file", "green.jpg" } };
        if (alt is not null)
        {
            form.Add(new StringContent(alt), "alt");
        }

        var answer = await Http.AnswerOfAsync(await person.Client.PostAsync("/api/v1/media", form, AppFixture.Ct));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.GetProperty("id").GetString()!;
    }

    /// <summary>Publishes with a key of its own.</summary>
    public static Task<Answer> PublishAsync(this Person person, object note) => person.Client.PostJsonAsync("/api/v1/notes", note, Http.NewKey());

    /// <summary>Publishes a picture note and returns its id.</summary>
    public static async Task<long> WriteNoteAsync(this Person person, string title = "Six small breakfasts", string visibility = "public", string commenters = "everyone", string[]? topics = null, object? place = null)
    {
        var answer = await person.PublishAsync(new { title, body = "Quick, warm, cheap.", mediaIds = new[] { await person.UploadAsync() }, visibility, commenters, topics = topics ?? [], place });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.IdOf();
    }

    /// <summary>The note as its reader sees it.</summary>
    public static async Task<JsonElement> ReadNoteAsync(this HttpClient reader, long noteId)
    {
        var answer = await reader.GetJsonAsync($"/api/v1/notes/{noteId}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body;
    }

    public static async Task<int> CountAsync(this HttpClient reader, long noteId, string count) =>
        (await reader.ReadNoteAsync(noteId)).GetProperty("counts").GetProperty(count).GetInt32();

    /// <summary>Writes a comment and returns its id.</summary>
    public static async Task<long> CommentAsync(this Person person, long noteId, string body = "Looks good", long? replyTo = null)
    {
        var answer = await person.Client.PostJsonAsync($"/api/v1/notes/{noteId}/comments", new { body, replyTo });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.IdOf();
    }

    /// <summary>Both follow each other.</summary>
    public static async Task BefriendAsync(this Person person, Person other)
    {
        await person.FollowAsync(other);
        await other.FollowAsync(person);
    }

    public static Task<Answer> FollowAsync(this Person person, Person other) => person.Client.PutJsonAsync($"/api/v1/accounts/{other.Id}/follow");

    public static Task<Answer> BlockAsync(this Person person, Person other) => person.Client.PutJsonAsync($"/api/v1/accounts/{other.Id}/block");

    /// <summary>Facts of one kind that this app has announced, oldest first.</summary>
    public static async Task<IReadOnlyList<TEvent>> FactsAsync<TEvent>(this AppFixture app) where TEvent : class, IEvent
    {
        var name = TEvent.Name;
        var facts = await app.InDb<NotesDb, List<Fact>>(db => db.Set<Fact>().Where(f => f.Name == name).OrderBy(f => f.Position).ToListAsync(AppFixture.Ct));
        return [.. facts.Select(f => JsonSerializer.Deserialize<TEvent>(f.Payload, JsonSerializerOptions.Web)!)];
    }
}
