using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sward.Tests.Media;

namespace Sward.Tests.Notes;

/// <summary>The note editor as a browser without script sends it.</summary>
public abstract partial class PublishFormTests(AppFixture app)
{
    private static readonly byte[] NoPicture = "This is a letter, not a picture."u8.ToArray();

    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task Pictures_come_with_the_form_in_their_order()
    {
        var mei = await app.SignUpAsync();

        var answer = await SendAsync(mei, "/publish", Form("Six small breakfasts"), TestPictures.PlainPng(40, 30), TestPictures.PlainPng(30, 40));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var note = await ReadAsync(answer.Headers.Location!);
        Assert.Equal(("picture", "Six small breakfasts"), (note.GetProperty("kind").GetString(), note.GetProperty("title").GetString()));
        Assert.Equal([40, 30], note.GetProperty("media").EnumerateArray().Select(m => m.GetProperty("width").GetInt32()));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_publishes_once()
    {
        var mei = await app.SignUpAsync();
        var form = Form("Once");

        var first = await SendAsync(mei, "/publish", form, TestPictures.PlainPng(40, 30));
        var second = await SendAsync(mei, "/publish", form, TestPictures.PlainPng(40, 30));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await NotesOfAsync(mei));
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_and_everything_else_stays()
    {
        var mei = await app.SignUpAsync();
        var form = Form("Six small breakfasts") with { Body = "Quick & warm." };

        var refused = await SendAsync(mei, "/publish", form, TestPictures.PlainPng(40, 30), NoPicture);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(Ct);
        Assert.Contains("This is not a kind of picture we can read.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Six small breakfasts\"", page, StringComparison.Ordinal);
        Assert.Contains("Quick &amp; warm.", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{form.Key}\"", page, StringComparison.Ordinal);
        Assert.Equal(0, await NotesOfAsync(mei));

        // The good picture was taken in and need not be chosen again.
        var kept = MediaId().Match(page).Groups["id"].Value;
        var published = await SendAsync(mei, "/publish", form with { MediaId = kept });
        Assert.Equal([kept], (await ReadAsync(published.Headers.Location!)).GetProperty("media").EnumerateArray().Select(m => m.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("en", "The title is too long: 40 characters, or 20 Chinese ones.")]
    [InlineData("zh-CN", "标题太长了，最多 20 个汉字。")]
    public async Task A_field_that_breaks_a_rule_is_named_in_the_writers_language(string language, string problem)
    {
        var mei = await app.SignUpAsync();
        mei.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        mei.Client.DefaultRequestHeaders.Add("Accept-Language", language);

        var refused = await SendAsync(mei, "/publish", Form(new string('好', 21)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(problem, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Equal(0, await NotesOfAsync(mei));
    }

    [Fact]
    public async Task More_pictures_than_a_note_holds_are_refused_before_they_are_stored()
    {
        var mei = await app.SignUpAsync();
        var picture = TestPictures.PlainPng(40, 30);

        var refused = await SendAsync(mei, "/publish", Form("Too much"), [.. Enumerable.Repeat(picture, 19)]);

        Assert.Contains("A note has at most 18 pictures.", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(0, await app.MediaOfAsync(mei.Id));
    }

    [Fact]
    public async Task The_page_does_not_show_what_belongs_to_somebody_else()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var secret = await mei.Client.UploadSmallAsync();

        var refused = await SendAsync(lin, "/publish", Form("Mine now") with { MediaId = secret.GetProperty("id").GetString() });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.DoesNotContain(secret.UrlOf().Split('/')[2], await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_may_bring_another_picture()
    {
        var mei = await app.SignUpAsync();
        var noteId = await mei.WriteNoteAsync();
        var first = (await app.Visitor.ReadNoteAsync(noteId)).GetProperty("media")[0].GetProperty("id").GetString();

        var answer = await SendAsync(mei, $"/notes/{noteId}/edit", Form("Seven small breakfasts") with { MediaId = first, Version = 1 }, TestPictures.PlainPng(40, 30));

        Assert.Equal($"/notes/{noteId}", answer.Headers.Location!.ToString());
        var note = await app.Visitor.ReadNoteAsync(noteId);
        Assert.Equal(("Seven small breakfasts", 2), (note.GetProperty("title").GetString(), note.GetProperty("media").GetArrayLength()));
    }

    [Fact]
    public async Task A_form_that_arrives_broken_is_refused()
    {
        var mei = await app.SignUpAsync();
        var half = new StringContent("--edge\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nSix small");
        half.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "edge") } };

        var refused = await mei.Client.PostAsync("/publish", half, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(0, await NotesOfAsync(mei));
    }

    private static EditorForm Form(string title) => new(title, "", Http.NewKey());

    private static Task<HttpResponseMessage> SendAsync(Person person, string url, EditorForm form, params byte[][] files)
    {
        var content = new MultipartFormDataContent
        {
            { new StringContent(form.Title), "title" },
            { new StringContent(form.Body), "body" },
            { new StringContent(form.Key), "key" },
            { new StringContent(form.Version.ToString(CultureInfo.InvariantCulture)), "version" },
            { new StringContent("public"), "visibility" },
            { new StringContent("everyone"), "commenters" },
        };
        if (form.MediaId is not null)
        {
            content.Add(new StringContent(form.MediaId), "mediaIds");
        }

        foreach (var file in files)
        {
            content.Add(new ByteArrayContent(file), "files", "picture.png");
        }

        return person.Client.PostAsync(url, content, Ct);
    }

    private Task<JsonElement> ReadAsync(Uri page) =>
        app.Visitor.ReadNoteAsync(long.Parse(page.ToString().Split('/')[2], NumberStyles.None, CultureInfo.InvariantCulture));

    private static async Task<int> NotesOfAsync(Person person) => (await person.Client.GetJsonAsync($"/api/v1/accounts/{person.Id}/notes")).Items().Count();

    [GeneratedRegex("name=\"mediaIds\" value=\"(?<id>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MediaId();

    private sealed record EditorForm(string Title, string Body, string Key, string? MediaId = null, int Version = 0);
}

public sealed class PublishFormOnSqlite(OnSqlite app) : PublishFormTests(app);

public sealed class PublishFormOnPostgres(OnPostgres app) : PublishFormTests(app);
