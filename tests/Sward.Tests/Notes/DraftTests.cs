using System.Net;
using Sward.Contracts.Media;

namespace Sward.Tests.Notes;

public abstract class DraftTests(AppFixture app)
{
    [Fact]
    public async Task A_draft_keeps_what_is_unfinished_and_becomes_a_note()
    {
        var mei = await app.SignUpAsync();
        var picture = await mei.UploadAsync();
        var draft = (await mei.Client.PostJsonAsync("/api/v1/drafts", new { content = new { title = new string('好', 30), mediaIds = new[] { picture } } })).Body;

        var saved = await mei.Client.PutJsonAsync($"/api/v1/drafts/{draft.IdOf()}", new { version = 1, content = new { title = "Ready", mediaIds = new[] { picture } } });

        Assert.Equal((HttpStatusCode.OK, 2), (saved.Status, saved.Body.GetProperty("version").GetInt32()));
        Assert.Equal("Ready", (await mei.Client.GetJsonAsync("/api/v1/drafts")).Items().Single().GetProperty("content").GetProperty("title").GetString());
        var use = Assert.Single(await app.FactsAsync<MediaUsed>(), f => f.Use == $"notes.draft:{draft.IdOf()}");
        Assert.Single(use.MediaIds);

        var note = await mei.PublishAsync(new { title = "Ready", mediaIds = new[] { picture }, draftId = draft.IdOf() });
        Assert.Equal(HttpStatusCode.Created, note.Status);
        Assert.Empty((await mei.Client.GetJsonAsync("/api/v1/drafts")).Items());
        Assert.Equal("notes.draft-not-found", (await mei.PublishAsync(new { title = "Ready", mediaIds = new[] { picture }, draftId = draft.IdOf() })).Code);
        Assert.Empty((await app.FactsAsync<MediaUsed>()).Last(f => f.Use == $"notes.draft:{draft.IdOf()}").MediaIds);
    }

    [Fact]
    public async Task The_second_of_two_devices_is_told_and_finds_both_versions()
    {
        var mei = await app.SignUpAsync();
        var draftId = (await mei.Client.PostJsonAsync("/api/v1/drafts", new { content = new { title = "Begin" } })).Body.IdOf();
        await mei.Client.PutJsonAsync($"/api/v1/drafts/{draftId}", new { version = 1, content = new { title = "On the phone" } });

        var late = await mei.Client.PutJsonAsync($"/api/v1/drafts/{draftId}", new { version = 1, content = new { title = "On the laptop" } });

        Assert.Equal((HttpStatusCode.Conflict, "notes.draft-conflict"), (late.Status, late.Code));
        var stored = (await mei.Client.GetJsonAsync($"/api/v1/drafts/{draftId}")).Body;
        Assert.Equal(("On the phone", 2), (stored.GetProperty("content").GetProperty("title").GetString(), stored.GetProperty("version").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await mei.Client.PutJsonAsync($"/api/v1/drafts/{draftId}", new { version = 2, content = new { title = "On the laptop" } })).Status);
    }

    [Fact]
    public async Task Of_many_saves_of_one_version_one_wins()
    {
        var mei = await app.SignUpAsync();
        var draftId = (await mei.Client.PostJsonAsync("/api/v1/drafts", new { content = new { title = "Begin" } })).Body.IdOf();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => mei.Client.PutJsonAsync($"/api/v1/drafts/{draftId}", new { version = 1, content = new { title = $"Save {i}" } })));

        var winner = Assert.Single(answers, a => a.Status is HttpStatusCode.OK);
        Assert.All(answers.Where(a => a != winner), a => Assert.Equal(HttpStatusCode.Conflict, a.Status));
    }

    [Fact]
    public async Task Drafts_are_nobody_elses()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var draftId = (await mei.Client.PostJsonAsync("/api/v1/drafts", new { content = new { title = "Secret" } })).Body.IdOf();

        Answer[] refused =
        [
            await lin.Client.GetJsonAsync($"/api/v1/drafts/{draftId}"),
            await lin.Client.PutJsonAsync($"/api/v1/drafts/{draftId}", new { version = 1, content = new { title = "Mine" } }),
            await lin.Client.DeleteJsonAsync($"/api/v1/drafts/{draftId}"),
        ];

        Assert.All(refused, a => Assert.Equal((HttpStatusCode.NotFound, "notes.draft-not-found"), (a.Status, a.Code)));
        Assert.Equal("notes.draft-not-found", (await lin.PublishAsync(new { title = "Mine", mediaIds = new[] { await lin.UploadAsync() }, draftId })).Code);
        Assert.Equal("Secret", (await mei.Client.GetJsonAsync($"/api/v1/drafts/{draftId}")).Body.GetProperty("content").GetProperty("title").GetString());
        Assert.Equal("notes.draft-too-long", (await mei.Client.PutJsonAsync($"/api/v1/drafts/{draftId}", new { version = 1, content = new { body = new string('x', 50_000) } })).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await mei.Client.DeleteJsonAsync($"/api/v1/drafts/{draftId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.Client.GetJsonAsync($"/api/v1/drafts/{draftId}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync("/api/v1/drafts")).Status);
    }
}

public sealed class DraftsOnSqlite(OnSqlite app) : DraftTests(app);

public sealed class DraftsOnPostgres(OnPostgres app) : DraftTests(app);
