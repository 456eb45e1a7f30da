using System.Net;
using System.Text.Json;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;

namespace Sward.Tests.Notes;

public abstract class PublishNoteTests(AppFixture app)
{
    [Fact]
    public async Task A_note_comes_back_with_everything_it_was_given()
    {
        var (mei, lin) = (await app.SignUpAsync("Mei"), await app.SignUpAsync("Lin"));
        string[] pictures = [await mei.UploadAsync("Toast"), await mei.UploadAsync("Porridge")];

        var answer = await mei.PublishAsync(new
        {
            title = "  Six small\nbreakfasts ",
            body = $"With @{lin.Handle} and @nobody.at.all\r\nQuick.",
            mediaIds = pictures,
            topics = new[] { "#Slow Breakfast", "slow breakfast", "早餐" },
            place = new { name = "Corner Café", lat = 31.234567, lng = 121.456789 },
            disclosure = "giftDeclared",
            aiMade = true,
            original = true,
        });

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var note = await app.Visitor.ReadNoteAsync(answer.Body.IdOf());
        Assert.Equal(answer.Response.Headers.Location?.ToString(), $"/api/v1/notes/{note.IdOf()}");
        Assert.Equal(("Six small breakfasts", $"With @{lin.Handle} and @nobody.at.all\nQuick."), (note.GetProperty("title").GetString(), note.GetProperty("body").GetString()));
        Assert.Equal(pictures, note.GetProperty("media").EnumerateArray().Select(m => m.GetProperty("id").GetString()));
        Assert.Equal(["Slow Breakfast", "早餐"], note.GetProperty("topics").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal(lin.Handle, note.GetProperty("mentions").EnumerateArray().Single().GetProperty("handle").GetString());
        Assert.Equal((31.235, 121.457), (note.GetProperty("place").GetProperty("lat").GetDouble(), note.GetProperty("place").GetProperty("lng").GetDouble()));
        Assert.Equal(("picture", "giftDeclared", "food"), (note.GetProperty("kind").GetString(), note.GetProperty("disclosure").GetString(), note.GetProperty("channel").GetString()));
    }

    [Fact]
    public async Task A_note_without_pictures_is_drawn_to_a_cover()
    {
        var mei = await app.SignUpAsync();

        var note = (await mei.PublishAsync(new { title = "读完这本书我安静了三天", body = "" })).Body;

        Assert.Equal("text", note.GetProperty("kind").GetString());
        var cover = note.GetProperty("media").EnumerateArray().Single();
        Assert.Equal(("ready", "读完这本书我安静了三天"), (cover.GetProperty("state").GetString(), cover.GetProperty("alt").GetString()));
    }

    [Fact]
    public async Task Other_modules_learn_what_was_published_and_which_pictures_it_holds()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var picture = await mei.UploadAsync();

        var noteId = (await mei.PublishAsync(new { title = "Noodles", body = $"for @{lin.Handle}", mediaIds = new[] { picture }, topics = new[] { "Noodles" }, visibility = "followers", place = new { name = "Home" } })).Body.IdOf();

        var fact = Assert.Single(await app.FactsAsync<NotePublished>(), f => f.NoteId == noteId);
        Assert.Equal((mei.Id, "picture", "Noodles", "Home", "followers", false), (fact.AuthorId, fact.Kind, fact.Title, fact.Place, fact.Visibility, fact.Edited));
        Assert.Equal([lin.Id], fact.MentionIds);
        var use = Assert.Single(await app.FactsAsync<MediaUsed>(), f => f.Use == $"notes.note:{noteId}");
        Assert.Equal([picture], use.MediaIds.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_same_key_publishes_once_and_another_body_under_it_is_refused()
    {
        var mei = await app.SignUpAsync();
        var (key, note) = (Http.NewKey(), new { title = "Once", body = "", mediaIds = new[] { await mei.UploadAsync() } });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => mei.Client.PostJsonAsync("/api/v1/notes", note, key)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        Assert.Single(answers.Select(a => a.Body.IdOf()).Distinct());
        Assert.Equal("kernel.idempotency-key-reused", (await mei.Client.PostJsonAsync("/api/v1/notes", new { title = "Twice" }, key)).Code);
        Assert.Single(await ListAsync(mei));
    }

    [Fact]
    public async Task Limits_hold_to_the_last_character()
    {
        var mei = await app.SignUpAsync();
        var picture = await mei.UploadAsync();
        // The same picture counts each time it is named.
        Task<Answer> TryAsync(string title = "Fine", string body = "", int pictures = 1, int topics = 0, int products = 0) => mei.PublishAsync(new
        {
            title,
            body,
            mediaIds = Enumerable.Repeat(picture, pictures),
            topics = Enumerable.Range(0, topics).Select(i => $"topic {i}"),
            productIds = Enumerable.Range(1, products),
        });

        Assert.Equal(HttpStatusCode.Created, (await TryAsync(title: new string('好', 20), body: new string('好', 1_000), pictures: 18, topics: 10)).Status);
        Assert.Equal(HttpStatusCode.Created, (await TryAsync(title: new string('x', 40), body: string.Concat(Enumerable.Repeat("👩‍👧‍👦", 300)))).Status);
        var published = (await ListAsync(mei)).Length;

        (Answer Answer, string Field)[] refused =
        [
            (await TryAsync(title: new string('好', 21)), "title"),
            (await TryAsync(title: new string('好', 20) + "x"), "title"),
            (await TryAsync(title: new string('x', 41)), "title"),
            (await TryAsync(body: new string('好', 1_001)), "body"),
            (await TryAsync(pictures: 19), "mediaIds"),
            (await TryAsync(topics: 11), "topics"),
            (await TryAsync(products: 11), "productIds"),
        ];

        Assert.All(refused, r => Assert.Equal((HttpStatusCode.BadRequest, "kernel.invalid"), (r.Answer.Status, r.Answer.Code)));
        Assert.All(refused, r => Assert.True(r.Answer.Body.GetProperty("errors").TryGetProperty(r.Field, out _), r.Answer.Body.ToString()));
        Assert.Equal(published, (await ListAsync(mei)).Length);
    }

    [Fact]
    public async Task What_is_not_mine_not_there_or_not_possible_is_refused()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var (mine, theirs) = (await mei.UploadAsync(), await lin.UploadAsync());

        (object Note, HttpStatusCode Status, string Code)[] tries =
        [
            (new { title = "x", mediaIds = new[] { theirs } }, HttpStatusCode.UnprocessableEntity, "notes.media-not-found"),
            (new { title = "x", mediaIds = new[] { mine, "999" } }, HttpStatusCode.UnprocessableEntity, "notes.media-not-found"),
            (new { title = "x", mediaIds = new[] { mine }, productIds = new[] { "999" } }, HttpStatusCode.UnprocessableEntity, "notes.product-not-found"),
            (new { title = "x", mediaIds = new[] { mine }, boughtProductId = "999" }, HttpStatusCode.UnprocessableEntity, "notes.not-bought"),
            (new { title = " \u0000 ", body = "\n", mediaIds = new[] { mine } }, HttpStatusCode.UnprocessableEntity, "notes.no-words"),
            (new { title = "x", mediaIds = new[] { mine }, publishAt = app.Clock.GetUtcNow().AddDays(1) }, HttpStatusCode.UnprocessableEntity, "notes.no-schedule"),
            (new { title = "x", draftId = "999", mediaIds = new[] { mine } }, HttpStatusCode.Conflict, "notes.draft-not-found"),
            (new { title = "x", coverDesign = "no such design" }, HttpStatusCode.UnprocessableEntity, "media.unknown-design"),
            (new { title = "x", visibility = "nobody" }, HttpStatusCode.BadRequest, "kernel.invalid"),
            (new { title = "x", visibility = 7 }, HttpStatusCode.BadRequest, "kernel.invalid"),
            (new { title = "x", channel = "gossip" }, HttpStatusCode.BadRequest, "kernel.invalid"),
            (new { title = "x", place = new { name = "", lat = 1, lng = 1 } }, HttpStatusCode.BadRequest, "kernel.invalid"),
            (new { title = "x", place = new { name = "Moon", lat = 91, lng = 1 } }, HttpStatusCode.BadRequest, "kernel.invalid"),
            (new { title = "x", topics = new[] { "a/b" } }, HttpStatusCode.BadRequest, "kernel.invalid"),
        ];

        foreach (var (note, status, code) in tries)
        {
            var answer = await mei.PublishAsync(note);
            Assert.Equal((status, code), (answer.Status, answer.Code));
        }

        Assert.Equal("kernel.idempotency-key-required", (await mei.Client.PostJsonAsync("/api/v1/notes", new { title = "x" })).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync("/api/v1/notes", new { title = "x" }, Http.NewKey())).Status);
        Assert.Empty(await ListAsync(mei));
    }

    private static async Task<JsonElement[]> ListAsync(Person person) => [.. (await person.Client.GetJsonAsync($"/api/v1/accounts/{person.Id}/notes")).Items()];
}

public sealed class PublishNoteOnSqlite(OnSqlite app) : PublishNoteTests(app);

public sealed class PublishNoteOnPostgres(OnPostgres app) : PublishNoteTests(app);
