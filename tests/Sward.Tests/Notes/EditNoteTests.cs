using System.Net;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;

namespace Sward.Tests.Notes;

public abstract class EditNoteTests(AppFixture app)
{
    [Fact]
    public async Task An_edit_changes_what_it_names_and_keeps_the_rest()
    {
        var mei = await app.SignUpAsync();
        var noteId = await mei.WriteNoteAsync("Before", topics: ["one"], place: new { name = "Here" });
        var second = await mei.UploadAsync();

        var answer = await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { title = "After", mediaIds = new[] { second }, version = 1 });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var note = await app.Visitor.ReadNoteAsync(noteId);
        Assert.Equal(("After", "Quick, warm, cheap.", 2), (note.GetProperty("title").GetString(), note.GetProperty("body").GetString(), note.GetProperty("version").GetInt32()));
        Assert.Equal(second, note.GetProperty("media")[0].GetProperty("id").GetString());
        Assert.Equal(("one", "Here"), (note.GetProperty("topics")[0].GetString(), note.GetProperty("place").GetProperty("name").GetString()));
        var fact = (await app.FactsAsync<NotePublished>()).Last(f => f.NoteId == noteId);
        Assert.Equal(("After", true), (fact.Title, fact.Edited));
        Assert.Equal([second], (await app.FactsAsync<MediaUsed>()).Last(f => f.Use == $"notes.note:{noteId}").MediaIds.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { place = (object?)null, topics = Array.Empty<string>() });
        var emptied = await app.Visitor.ReadNoteAsync(noteId);
        Assert.Equal((System.Text.Json.JsonValueKind.Null, 0), (emptied.GetProperty("place").ValueKind, emptied.GetProperty("topics").GetArrayLength()));
    }

    [Fact]
    public async Task A_note_leads_to_a_store_of_its_author_and_to_no_other()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var store = (await mei.Client.PostJsonAsync("/api/v1/stores", new { name = "Harbour Store", kind = "personal" })).Body.IdOf();
        Assert.Equal("notes.store-not-found", (await lin.PublishAsync(new { title = "Not mine", storeId = $"{store}" })).Code);
        Assert.DoesNotContain("name=\"storeId\"", await lin.Client.GetStringAsync("/publish", AppFixture.Ct), StringComparison.Ordinal);
        var noteId = await mei.WriteNoteAsync();

        await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { storeId = $"{store}" });
        await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { title = "Still there" });

        Assert.Equal("Harbour Store", (await app.Visitor.ReadNoteAsync(noteId)).GetProperty("store").GetProperty("name").GetString());
        Assert.Contains($"href=\"/stores/{store}\"", await app.Visitor.GetStringAsync($"/notes/{noteId}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{store}\" selected", await mei.Client.GetStringAsync($"/notes/{noteId}/edit", AppFixture.Ct), StringComparison.Ordinal);
        await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { storeId = (string?)null });
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await app.Visitor.ReadNoteAsync(noteId)).GetProperty("store").ValueKind);
    }

    [Fact]
    public async Task The_author_alone_reads_what_the_note_said_before()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync("First");
        await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { title = "Second" });
        await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { title = "Third" });

        var history = (await mei.Client.GetJsonAsync($"/api/v1/notes/{noteId}/history")).Items().ToArray();

        Assert.Equal(["Second", "First"], history.Select(h => h.GetProperty("content").GetProperty("title").GetString()));
        Assert.Equal([2, 1], history.Select(h => h.GetProperty("version").GetInt32()));
        Assert.Equal(HttpStatusCode.NotFound, (await lin.Client.GetJsonAsync($"/api/v1/notes/{noteId}/history")).Status);
    }

    [Fact]
    public async Task Two_edits_of_the_same_version_do_not_overwrite_each_other()
    {
        var mei = await app.SignUpAsync();
        var noteId = await mei.WriteNoteAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { title = $"Edit {i}", version = 1 })));

        var winner = Assert.Single(answers, a => a.Status is HttpStatusCode.OK);
        Assert.All(answers.Where(a => a != winner), a => Assert.Equal((HttpStatusCode.Conflict, "notes.edit-conflict"), (a.Status, a.Code)));
        var note = await mei.Client.ReadNoteAsync(noteId);
        Assert.Equal((winner.Body.GetProperty("title").GetString(), 2), (note.GetProperty("title").GetString(), note.GetProperty("version").GetInt32()));
        Assert.Single((await mei.Client.GetJsonAsync($"/api/v1/notes/{noteId}/history")).Items());
    }

    [Fact]
    public async Task An_edit_obeys_the_same_limits_as_a_new_note()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync("Fine");

        Assert.Equal(HttpStatusCode.BadRequest, (await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { title = new string('好', 21) })).Status);
        Assert.Equal("notes.no-words", (await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { title = "", body = " " })).Code);
        Assert.Equal("notes.media-not-found", (await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { mediaIds = new[] { await lin.UploadAsync() } })).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await lin.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { title = "Mine" })).Status);

        var note = await mei.Client.ReadNoteAsync(noteId);
        Assert.Equal(("Fine", 1), (note.GetProperty("title").GetString(), note.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_text_note_gets_a_new_cover_with_new_words_and_keeps_it_otherwise()
    {
        var mei = await app.SignUpAsync();
        var note = (await mei.PublishAsync(new { title = "Quiet", body = "" })).Body;
        string? CoverOf(Answer answer) => answer.Body.GetProperty("media")[0].GetProperty("id").GetString();
        var first = note.GetProperty("media")[0].GetProperty("id").GetString();

        var sameWords = CoverOf(await mei.Client.PatchJsonAsync($"/api/v1/notes/{note.IdOf()}", new { commenters = "nobody" }));
        var newWords = CoverOf(await mei.Client.PatchJsonAsync($"/api/v1/notes/{note.IdOf()}", new { title = "Loud" }));

        Assert.Equal(first, sameWords);
        Assert.NotEqual(first, newWords);
    }

    [Fact]
    public async Task A_deleted_note_is_gone_for_everybody_and_tells_so_once()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var topic = $"gone {mei.Id}";
        var noteId = await mei.WriteNoteAsync(topics: [topic]);
        Assert.Equal(HttpStatusCode.NotFound, (await lin.Client.DeleteJsonAsync($"/api/v1/notes/{noteId}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await lin.Client.GetJsonAsync($"/api/v1/notes/{noteId}")).Status);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => mei.Client.DeleteJsonAsync($"/api/v1/notes/{noteId}")));

        Assert.Single(answers, a => a.Status is HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.Client.GetJsonAsync($"/api/v1/notes/{noteId}")).Status);
        Assert.Equal(0, (await mei.Client.GetJsonAsync($"/api/v1/topics/{topic}")).Body.GetProperty("noteCount").GetInt32());
        Assert.Single(await app.FactsAsync<NoteRemoved>(), f => f.NoteId == noteId);
        Assert.Empty((await app.FactsAsync<MediaUsed>()).Last(f => f.Use == $"notes.note:{noteId}").MediaIds);
    }

    [Fact]
    public async Task Pinned_notes_stand_first_and_three_are_enough()
    {
        var mei = await app.SignUpAsync();
        var notes = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            notes.Add(await mei.WriteNoteAsync($"Note {i}"));
        }

        Assert.All(await Task.WhenAll(notes.Take(3).Select(id => mei.Client.PutJsonAsync($"/api/v1/notes/{id}/pin"))), a => Assert.Equal(HttpStatusCode.NoContent, a.Status));
        var fourth = await mei.Client.PutJsonAsync($"/api/v1/notes/{notes[3]}/pin");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "notes.too-many-pins"), (fourth.Status, fourth.Code));
        await mei.Client.DeleteJsonAsync($"/api/v1/notes/{notes[1]}/pin");
        await mei.Client.DeleteJsonAsync($"/api/v1/notes/{notes[2]}/pin");

        var listed = (await mei.Client.GetJsonAsync($"/api/v1/accounts/{mei.Id}/notes")).Items().Select(i => i.GetProperty("note").IdOf());
        Assert.Equal([notes[0], notes[4], notes[3], notes[2], notes[1]], listed);
    }

    [Fact]
    public async Task Of_many_pins_at_once_three_hold()
    {
        var mei = await app.SignUpAsync();
        var notes = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            notes.Add(await mei.WriteNoteAsync($"Note {i}"));
        }

        var pins = await Task.WhenAll(notes.Select(id => mei.Client.PutJsonAsync($"/api/v1/notes/{id}/pin")));

        Assert.Equal(3, pins.Count(pin => pin.Status is HttpStatusCode.NoContent));
        Assert.All(pins.Where(pin => pin.Status is not HttpStatusCode.NoContent), pin => Assert.Equal("notes.too-many-pins", pin.Code));
    }
}

public sealed class EditNoteOnSqlite(OnSqlite app) : EditNoteTests(app);

public sealed class EditNoteOnPostgres(OnPostgres app) : EditNoteTests(app);
