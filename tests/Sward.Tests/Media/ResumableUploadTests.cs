using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Media;

namespace Sward.Tests.Media;

public abstract class ResumableUploadTests(AppFixture app)
{
    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task An_upload_that_was_finished_before_a_crash_is_closed_and_cleaned_up()
    {
        await using var own = await app.OwnHostAsync();
        var person = await own.SignUpAsync();
        var upload = await StartAsync(person, 1000);
        await SendAsync(person, upload, offset: 0, new byte[500]);
        await own.InDb<MediaDb, int>(db => db.UploadSessions.ExecuteUpdateAsync(set => set.SetProperty(u => u.IsFinished, true), Ct));

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(person, upload, offset: 500, new byte[500])).Status);
        await own.MoveClockAsync(TimeSpan.FromHours(25));
        await own.RunJobAsync(DeleteOrphans.Name);

        Assert.Empty(own.BlobFiles());
        Assert.Equal(0, await own.InDb<MediaDb, int>(db => db.UploadSessions.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_file_in_parts_becomes_the_same_picture()
    {
        await using var own = await app.OwnHostAsync();
        var person = await own.SignUpAsync();
        var file = TestPictures.TurnedPng(600, 400);
        var upload = await StartAsync(person, file.Length);

        var first = await SendAsync(person, upload, offset: 0, file[..1000]);
        var state = await person.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, upload), Ct);
        var last = await SendAsync(person, upload, offset: 1000, file[1000..], inQuery: true);

        Assert.Equal(HttpStatusCode.NoContent, first.Status);
        Assert.Equal("1000", Offset(state));
        Assert.Equal(HttpStatusCode.Created, last.Status);
        Assert.Equal((400, 600), (last.Body.GetProperty("width").GetInt32(), last.Body.GetProperty("height").GetInt32()));
        Assert.Equal("What it shows", last.Body.GetProperty("alt").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await person.Client.GetJsonAsync(upload)).Status);
        Assert.DoesNotContain(own.BlobFiles(), blob => blob.Contains("media-uploads", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_must_begin_where_the_last_one_ended()
    {
        var person = await app.SignUpAsync();
        var upload = await StartAsync(person, 100);
        await SendAsync(person, upload, offset: 0, new byte[40]);

        var again = await SendAsync(person, upload, offset: 0, new byte[40]);
        var gap = await SendAsync(person, upload, offset: 60, new byte[40]);
        var nowhere = await person.Client.SendJsonAsync(HttpMethod.Patch, upload, new { });

        Assert.Equal((HttpStatusCode.Conflict, "media.upload-offset", "40"), (again.Status, again.Code, Offset(again.Response)));
        Assert.Equal(HttpStatusCode.Conflict, gap.Status);
        Assert.Equal((HttpStatusCode.BadRequest, "media.upload-offset-missing"), (nowhere.Status, nowhere.Code));
        Assert.Equal(40, (await person.Client.GetJsonAsync(upload)).Body.GetProperty("offset").GetInt64());
    }

    [Fact]
    public async Task Of_two_parts_at_once_one_counts()
    {
        var person = await app.SignUpAsync();
        var upload = await StartAsync(person, 1_000_000);

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => SendAsync(person, upload, offset: 0, new byte[n * 1000])));

        Assert.Single(answers, a => a.Status is HttpStatusCode.NoContent);
        Assert.Equal(7, answers.Count(a => a.Status is HttpStatusCode.Conflict));
        var id = long.Parse(upload.Split('/')[^1], CultureInfo.InvariantCulture);
        Assert.Equal(1, await app.InDb<MediaDb, int>(db => db.UploadParts.CountAsync(p => p.UploadId == id, Ct)));
    }

    [Fact]
    public async Task More_than_was_announced_is_refused()
    {
        var person = await app.SignUpAsync();
        var upload = await StartAsync(person, 100);

        var answer = await SendAsync(person, upload, offset: 0, new byte[200]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "media.upload-too-long"), (answer.Status, answer.Code));
        Assert.Equal(0, (await person.Client.GetJsonAsync(upload)).Body.GetProperty("offset").GetInt64());
    }

    [Fact]
    public async Task Sixty_megabytes_are_refused_before_they_are_sent()
    {
        var person = await app.SignUpAsync();

        var answer = await person.Client.PostJsonAsync("/api/v1/media/uploads", new { size = 60 << 20 });

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "media.too-large"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Parts_that_make_no_picture_are_thrown_away()
    {
        await using var own = await app.OwnHostAsync();
        var person = await own.SignUpAsync();
        var upload = await StartAsync(person, 5000);

        var answer = await SendAsync(person, upload, offset: 0, new byte[5000]);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "media.unknown-kind"), (answer.Status, answer.Code));
        Assert.Equal(HttpStatusCode.NotFound, (await person.Client.GetJsonAsync(upload)).Status);
        Assert.Empty(own.BlobFiles());
    }

    [Fact]
    public async Task A_stranger_neither_sees_nor_continues_an_upload()
    {
        var (owner, stranger) = (await app.SignUpAsync(), await app.SignUpAsync());
        var upload = await StartAsync(owner, 100);

        var seen = await stranger.Client.GetJsonAsync(upload);
        var sent = await SendAsync(stranger, upload, offset: 0, new byte[100]);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (seen.Status, sent.Status));
        Assert.Equal(0, (await owner.Client.GetJsonAsync(upload)).Body.GetProperty("offset").GetInt64());
    }

    [Fact]
    public async Task An_upload_that_nobody_finishes_is_thrown_away_after_a_day()
    {
        await using var own = await app.OwnHostAsync();
        var person = await own.SignUpAsync();
        var upload = await StartAsync(person, 5000);
        await SendAsync(person, upload, offset: 0, new byte[100]);
        Assert.NotEmpty(own.BlobFiles());

        await own.MoveClockAsync(TimeSpan.FromHours(25));
        await own.RunJobAsync(DeleteOrphans.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await person.Client.GetJsonAsync(upload)).Status);
        Assert.Empty(own.BlobFiles());
    }

    private static async Task<string> StartAsync(Person person, long size)
    {
        var answer = await person.Client.PostJsonAsync("/api/v1/media/uploads", new { size, alt = "What it shows" });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Response.Headers.Location!.ToString();
    }

    private static async Task<Answer> SendAsync(Person person, string upload, long offset, byte[] part, bool inQuery = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, inQuery ? $"{upload}?offset={offset}" : upload) { Content = new ByteArrayContent(part) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        if (!inQuery)
        {
            request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        }

        return await Http.AnswerOfAsync(await person.Client.SendAsync(request, Ct));
    }

    private static string? Offset(HttpResponseMessage response) => response.Headers.TryGetValues("Upload-Offset", out var values) ? values.Single() : null;
}

public sealed class ResumableUploadOnSqlite(OnSqlite app) : ResumableUploadTests(app);

public sealed class ResumableUploadOnPostgres(OnPostgres app) : ResumableUploadTests(app);
