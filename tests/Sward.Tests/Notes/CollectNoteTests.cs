using System.Net;
using System.Text.Json;
using Sward.Contracts.Notes;

namespace Sward.Tests.Notes;

public abstract class CollectNoteTests(AppFixture app)
{
    [Fact]
    public async Task One_press_makes_the_first_board_and_two_hundred_presses_count_once()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync("Kept");

        var presses = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => lin.Client.PutJsonAsync($"/api/v1/notes/{noteId}/collect")));

        Assert.All(presses, press => Assert.Equal(HttpStatusCode.NoContent, press.Status));
        Assert.Equal(1, await lin.Client.CountAsync(noteId, "collects"));
        var board = Assert.Single(await BoardsAsync(lin));
        Assert.Equal(("My collection", 1), (board.GetProperty("name").GetString(), board.GetProperty("count").GetInt32()));
        Assert.Single(await app.FactsAsync<NoteCollected>(), f => f.NoteId == noteId && f.CollectorId == lin.Id && f.AuthorId == mei.Id);
    }

    [Fact]
    public async Task Notes_go_to_the_board_used_last_and_move_when_another_is_named()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var (first, second) = (await mei.WriteNoteAsync("First"), await mei.WriteNoteAsync("Second"));
        await lin.Client.PutJsonAsync($"/api/v1/notes/{first}/collect");
        var cooking = await NewBoardAsync(lin, "Cooking");

        await lin.Client.PutJsonAsync($"/api/v1/notes/{second}/collect", new { boardId = cooking });
        await lin.Client.PutJsonAsync($"/api/v1/notes/{first}/collect", new { boardId = cooking });

        Assert.Equal((1, 1), (await lin.Client.CountAsync(first, "collects"), await lin.Client.CountAsync(second, "collects")));
        Assert.Equal(["First", "Second"], (await ItemsAsync(lin, cooking)).Select(i => i.GetProperty("title").GetString()!).Order());
        Assert.Equal("Cooking", (await BoardsAsync(lin))[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_storm_of_collects_and_uncollects_ends_exact()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => i % 2 == 0
            ? lin.Client.PutJsonAsync($"/api/v1/notes/{noteId}/collect")
            : lin.Client.DeleteJsonAsync($"/api/v1/notes/{noteId}/collect")));

        var collected = (await lin.Client.ReadNoteAsync(noteId)).GetProperty("mine").GetProperty("collected").GetBoolean() ? 1 : 0;
        Assert.Equal(collected, await lin.Client.CountAsync(noteId, "collects"));
        Assert.Equal(collected, (await BoardsAsync(lin)).Sum(b => b.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task A_deleted_note_leaves_a_gap_with_its_title()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var (gone, stays) = (await mei.WriteNoteAsync("Gone tomorrow"), await mei.WriteNoteAsync("Stays"));
        var boardId = await NewBoardAsync(lin, "Keep");
        await lin.Client.PutJsonAsync($"/api/v1/notes/{gone}/collect");
        await lin.Client.PutJsonAsync($"/api/v1/notes/{stays}/collect");

        await mei.Client.DeleteJsonAsync($"/api/v1/notes/{gone}");

        var items = (await ItemsAsync(lin, boardId)).ToDictionary(i => i.GetProperty("title").GetString()!, i => i.GetProperty("note").ValueKind);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Object), (items["Gone tomorrow"], items["Stays"]));
        await lin.Client.DeleteJsonAsync($"/api/v1/notes/{gone}/collect");
        Assert.Single(await ItemsAsync(lin, boardId));
    }

    [Fact]
    public async Task A_private_board_is_nobody_elses_business()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var secret = await NewBoardAsync(lin, "Presents", "private");
        await lin.Client.PutJsonAsync($"/api/v1/notes/{noteId}/collect", new { boardId = secret });

        Assert.Empty((await mei.Client.GetJsonAsync($"/api/v1/accounts/{lin.Id}/boards")).Items());
        Assert.Empty((await mei.Client.GetJsonAsync($"/api/v1/accounts/{lin.Id}/notes?tab=collected")).Items());
        Assert.Single((await lin.Client.GetJsonAsync($"/api/v1/accounts/{lin.Id}/notes?tab=collected")).Items());
        Answer[] refused =
        [
            await mei.Client.GetJsonAsync($"/api/v1/boards/{secret}"),
            await mei.Client.GetJsonAsync($"/api/v1/boards/{secret}/items"),
            await mei.Client.PatchJsonAsync($"/api/v1/boards/{secret}", new { name = "Mine" }),
            await mei.Client.DeleteJsonAsync($"/api/v1/boards/{secret}"),
            await mei.Client.PutJsonAsync($"/api/v1/notes/{noteId}/collect", new { boardId = secret }),
        ];
        Assert.All(refused, a => Assert.Equal((HttpStatusCode.NotFound, "notes.board-not-found"), (a.Status, a.Code)));
        Assert.Equal("Presents", (await lin.Client.GetJsonAsync($"/api/v1/boards/{secret}")).Body.GetProperty("name").GetString());
        Assert.Equal(1, await mei.Client.CountAsync(noteId, "collects"));

        await lin.Client.PatchJsonAsync($"/api/v1/boards/{secret}", new { visibility = "public" });
        Assert.Single((await mei.Client.GetJsonAsync($"/api/v1/boards/{secret}/items")).Items());
    }

    [Fact]
    public async Task Who_shows_nobody_what_they_collect_shows_no_boards_either()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        await lin.Client.PutJsonAsync($"/api/v1/notes/{await mei.WriteNoteAsync()}/collect");
        var boardId = Assert.Single(await BoardsAsync(lin)).IdOf();
        Assert.Equal(HttpStatusCode.OK, (await mei.Client.GetJsonAsync($"/api/v1/boards/{boardId}")).Status);

        await lin.Client.PatchJsonAsync("/api/v1/me", new { privacy = new { notes = "everybody", collected = "onlyMe", liked = "everybody" } });

        foreach (var other in new[] { mei.Client, app.Visitor })
        {
            Assert.Empty((await other.GetJsonAsync($"/api/v1/accounts/{lin.Id}/boards")).Items());
            Assert.Equal("notes.board-not-found", (await other.GetJsonAsync($"/api/v1/boards/{boardId}")).Code);
            Assert.Equal("notes.board-not-found", (await other.GetJsonAsync($"/api/v1/boards/{boardId}/items")).Code);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/boards/{boardId}", AppFixture.Ct)).StatusCode);
            Assert.DoesNotContain($"/boards/{boardId}", await other.GetStringAsync($"/u/{lin.Handle}?tab=collected", AppFixture.Ct), StringComparison.Ordinal);
        }

        Assert.Single(await BoardsAsync(lin));
        Assert.Single(await ItemsAsync(lin, boardId));
    }

    [Fact]
    public async Task Of_many_boards_at_once_the_hundredth_is_the_last()
    {
        var lin = await app.SignUpAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 110).Select(i => lin.Client.PostJsonAsync("/api/v1/boards", new { name = $"Board {i}" })));

        Assert.Equal(100, answers.Count(a => a.Status is HttpStatusCode.Created));
        Assert.All(answers.Where(a => a.Status is not HttpStatusCode.Created), a => Assert.Equal("notes.too-many-boards", a.Code));
        Assert.Equal(100, (await BoardsAsync(lin)).Length);
    }

    [Fact]
    public async Task What_was_on_a_deleted_board_stays_collected()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var boardId = await NewBoardAsync(lin, "Short-lived");
        await lin.Client.PutJsonAsync($"/api/v1/notes/{noteId}/collect");

        Assert.Equal(HttpStatusCode.NoContent, (await lin.Client.DeleteJsonAsync($"/api/v1/boards/{boardId}")).Status);

        var first = Assert.Single(await BoardsAsync(lin));
        Assert.Equal((true, 1), (first.GetProperty("isFirst").GetBoolean(), first.GetProperty("count").GetInt32()));
        Assert.Equal(1, await lin.Client.CountAsync(noteId, "collects"));
        Assert.Equal("notes.first-board-stays", (await lin.Client.DeleteJsonAsync($"/api/v1/boards/{first.IdOf()}")).Code);
        Assert.Single(await BoardsAsync(lin));
    }

    private static async Task<long> NewBoardAsync(Person person, string name, string visibility = "public")
    {
        var answer = await person.Client.PostJsonAsync("/api/v1/boards", new { name, visibility });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.IdOf();
    }

    private static async Task<JsonElement[]> BoardsAsync(Person person) => [.. (await person.Client.GetJsonAsync("/api/v1/boards")).Items()];

    private static async Task<JsonElement[]> ItemsAsync(Person person, long boardId) => [.. (await person.Client.GetJsonAsync($"/api/v1/boards/{boardId}/items")).Items()];
}

public sealed class CollectNoteOnSqlite(OnSqlite app) : CollectNoteTests(app);

public sealed class CollectNoteOnPostgres(OnPostgres app) : CollectNoteTests(app);
