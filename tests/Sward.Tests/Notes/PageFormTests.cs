using System.Net;
using System.Text.Json;

namespace Sward.Tests.Notes;

/// <summary>The forms of pages as a browser without script sends them.</summary>
public abstract class PageFormTests(AppFixture app)
{
    private static CancellationToken Ct => AppFixture.Ct;

    [Theory]
    [InlineData(501)]
    [InlineData(3_000_000)]
    public async Task A_comment_by_form_is_as_short_as_any_other(int length)
    {
        var mei = await app.SignUpAsync();
        var noteId = await mei.WriteNoteAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(mei, $"/notes/{noteId}/comment", ("body", new string('x', length)), ("replyTo", "")));
        Assert.Equal(0, await mei.Client.CountAsync(noteId, "comments"));

        Assert.Equal(HttpStatusCode.Found, await SendAsync(mei, $"/notes/{noteId}/comment", ("body", new string('x', 500)), ("replyTo", "")));
        Assert.Equal(1, await mei.Client.CountAsync(noteId, "comments"));
    }

    [Theory]
    [InlineData("A name that is a good deal longer than thirty characters")]
    [InlineData("   ")]
    [InlineData("\u0001")]
    [InlineData("")]
    public async Task A_board_keeps_its_name_when_the_new_one_is_none(string name)
    {
        var mei = await app.SignUpAsync();
        var boardId = (await mei.Client.PostJsonAsync("/api/v1/boards", new { name = "Cooking" })).Body.IdOf();

        var answers = new[]
        {
            await SendAsync(mei, $"/boards/{boardId}/edit", ("name", name), ("visibility", "private")),
            (await mei.Client.PatchJsonAsync($"/api/v1/boards/{boardId}", new { name, visibility = "private" })).Status,
        };

        Assert.All(answers, status => Assert.InRange((int)status, 400, 422));
        var board = (await mei.Client.GetJsonAsync($"/api/v1/boards/{boardId}")).Body;
        Assert.Equal(("Cooking", "public"), (board.GetProperty("name").GetString(), board.GetProperty("visibility").GetString()));
    }

    [Fact]
    public async Task A_board_is_made_chosen_changed_and_deleted_without_script()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();

        await SendAsync(lin, $"/boards/new?note={noteId}", ("name", "Cooking"), ("visibility", "private"));
        var cooking = await OnlyBoardOfAsync(noteId);
        await lin.Client.PostJsonAsync("/api/v1/boards", new { name = "Later" });
        var choice = await lin.Client.GetStringAsync($"/notes/{noteId}/board", Ct);
        await SendAsync(lin, $"/notes/{noteId}/board", ("boardId", choice.Split("value=\"")[1].Split('"')[0]));
        var later = await OnlyBoardOfAsync(noteId);
        await SendAsync(lin, $"/boards/{later.IdOf()}/edit", ("name", "Someday"), ("visibility", "public"));

        Assert.Equal(("Cooking", "private", "Later"), (cooking.GetProperty("name").GetString(), cooking.GetProperty("visibility").GetString(), later.GetProperty("name").GetString()));
        Assert.Equal("Someday", (await OnlyBoardOfAsync(noteId)).GetProperty("name").GetString());
        Assert.DoesNotContain("/delete\"", await lin.Client.GetStringAsync($"/boards/{later.IdOf()}", Ct), StringComparison.Ordinal);
        Assert.Contains("Delete “Someday”?", WebUtility.HtmlDecode(await lin.Client.GetStringAsync($"/boards/{later.IdOf()}/delete", Ct)), StringComparison.Ordinal);
        foreach (var page in new[] { "edit", "delete" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await mei.Client.GetAsync($"/boards/{later.IdOf()}/{page}", Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, await SendAsync(mei, $"/boards/{later.IdOf()}/{page}", ("name", "Mine")));
        }

        await SendAsync(lin, $"/boards/{later.IdOf()}/delete");
        Assert.Equal("My collection", (await OnlyBoardOfAsync(noteId)).GetProperty("name").GetString());

        async Task<JsonElement> OnlyBoardOfAsync(long note)
        {
            var filled = Assert.Single((await lin.Client.GetJsonAsync("/api/v1/boards")).Items(), b => b.GetProperty("count").GetInt32() > 0);
            Assert.Equal(note, Assert.Single((await lin.Client.GetJsonAsync($"/api/v1/boards/{filled.IdOf()}/items")).Items()).IdOf("noteId"));
            return filled;
        }
    }

    [Fact]
    public async Task A_note_is_deleted_by_a_page_that_asks()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();

        Assert.Contains($"href=\"/notes/{noteId}/delete\"", await mei.Client.GetStringAsync($"/notes/{noteId}", Ct), StringComparison.Ordinal);
        Assert.Contains("Delete this note?", await mei.Client.GetStringAsync($"/notes/{noteId}/delete", Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lin.Client.GetAsync($"/notes/{noteId}/delete", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(lin, $"/notes/{noteId}/delete"));
        await mei.Client.ReadNoteAsync(noteId);

        Assert.Equal(HttpStatusCode.Found, await SendAsync(mei, $"/notes/{noteId}/delete"));
        Assert.Equal(HttpStatusCode.NotFound, (await mei.Client.GetJsonAsync($"/api/v1/notes/{noteId}")).Status);
    }

    [Fact]
    public async Task A_note_and_its_comments_can_be_reported_where_they_are_read_but_not_by_their_authors()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        var commentId = await lin.CommentAsync(noteId);
        var (ofNote, ofComment) = ($"href=\"/report/note/{noteId}\"", $"href=\"/report/comment/{commentId}\"");

        var (toAuthor, toReader, toVisitor) = (
            await mei.Client.GetStringAsync($"/notes/{noteId}", Ct), await lin.Client.GetStringAsync($"/notes/{noteId}", Ct), await app.Visitor.GetStringAsync($"/notes/{noteId}", Ct));

        Assert.Equal((false, true), (toAuthor.Contains(ofNote, StringComparison.Ordinal), toAuthor.Contains(ofComment, StringComparison.Ordinal)));
        Assert.Equal((true, false), (toReader.Contains(ofNote, StringComparison.Ordinal), toReader.Contains(ofComment, StringComparison.Ordinal)));
        Assert.Equal((true, false), (toVisitor.Contains(ofNote, StringComparison.Ordinal), toVisitor.Contains(ofComment, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_wish_or_a_key_that_no_page_of_ours_sends_is_refused()
    {
        var mei = await app.SignUpAsync();
        var noteId = await mei.WriteNoteAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(mei, $"/not-interested/{noteId}", ("topic", new string('x', 101))));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(mei, "/publish", ("title", "Twice"), ("key", new string('x', 200))));
        Assert.Single((await mei.Client.GetJsonAsync($"/api/v1/accounts/{mei.Id}/notes")).Items());
    }

    private static async Task<HttpStatusCode> SendAsync(Person person, string url, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return (await person.Client.PostAsync(url, form, Ct)).StatusCode;
    }
}

public sealed class PageFormsOnSqlite(OnSqlite app) : PageFormTests(app);

public sealed class PageFormsOnPostgres(OnPostgres app) : PageFormTests(app);
