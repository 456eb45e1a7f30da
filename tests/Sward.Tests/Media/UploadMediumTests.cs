using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Media;

namespace Sward.Tests.Media;

public abstract class UploadMediumTests(AppFixture app)
{
    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task A_picture_comes_out_upright_in_every_size_and_without_a_trace_of_its_camera()
    {
        var person = await app.SignUpAsync();
        var upload = TestPictures.TurnedPng(1600, 1200);
        Assert.True(Contains(upload, TestPictures.Serial));

        var answer = await person.Client.UploadAsync(upload, alt: "Two colours");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("ready", answer.Body.GetProperty("state").GetString());
        Assert.Equal("Two colours", answer.Body.GetProperty("alt").GetString());
        Assert.StartsWith("data:image/webp;base64,", answer.Body.GetProperty("preview").GetString(), StringComparison.Ordinal);
        Assert.Equal($"/api/v1/media/{answer.Body.IdOf()}", answer.Response.Headers.Location!.ToString());
        await AssertUprightAndCleanAsync(answer.Body, TestPictures.Serial);
    }

    [Fact]
    public async Task A_photograph_of_a_phone_comes_out_upright_and_without_place_or_serial_number()
    {
        Assert.SkipWhen(TestPictures.PhotoFolder is null, "The photographs are not beside the repository.");
        var person = await app.SignUpAsync();
        var upload = await File.ReadAllBytesAsync(Path.Combine(TestPictures.PhotoFolder!, "phone-12mp-gps.jpg"), Ct);
        Assert.True(Contains(upload, "SN123456789"));

        var answer = await person.Client.UploadAsync(upload);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        await AssertUprightAndCleanAsync(answer.Body, "SN123456789");
    }

    [Fact]
    public async Task A_small_picture_is_never_blown_up()
    {
        var person = await app.SignUpAsync();

        var answer = await person.Client.UploadAsync(TestPictures.PlainPng(500, 200));

        Assert.Equal([320, 500, 320, 500], WidthsOf(answer.Body));
        Assert.Equal((500, 200), (answer.Body.GetProperty("width").GetInt32(), answer.Body.GetProperty("height").GetInt32()));
    }

    [Fact]
    public async Task A_moving_picture_stands_still_at_its_first_frame()
    {
        var person = await app.SignUpAsync();

        var answer = await person.Client.UploadAsync(TestPictures.Gif);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("red", (await TestPictures.LookAsync(await app.Visitor.GetByteArrayAsync(answer.Body.UrlOf(), Ct), 0, 0)).Colour);
    }

    [Fact]
    public async Task Sending_the_same_upload_again_with_its_key_makes_one_picture()
    {
        var person = await app.SignUpAsync();
        var (picture, key) = (TestPictures.PlainPng(30, 30), Http.NewKey());

        var first = await person.Client.UploadAsync(picture, key: key);
        var second = await person.Client.UploadAsync(picture, key: key);

        Assert.Equal(first.Body.IdOf(), second.Body.IdOf());
        Assert.Equal(1, await app.MediaOfAsync(person.Id));
    }

    [Fact]
    public async Task A_visitor_cannot_upload()
    {
        var answer = await app.Visitor.UploadAsync(TestPictures.PlainPng(3, 3));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task What_is_no_picture_gets_a_clear_problem_and_leaves_nothing_behind()
    {
        await using var own = await app.OwnHostAsync();
        var person = await own.SignUpAsync();
        var good = TestPictures.PlainPng(800, 600);
        (byte[] File, HttpStatusCode Status, string Code)[] cases =
        [
            (Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"), HttpStatusCode.UnsupportedMediaType, "media.unknown-kind"),
            (Encoding.UTF8.GetBytes("Dear diary, this is not a picture."), HttpStatusCode.UnsupportedMediaType, "media.unknown-kind"),
            (Zip(), HttpStatusCode.UnsupportedMediaType, "media.unknown-kind"),
            ([], HttpStatusCode.UnprocessableEntity, "media.empty-file"),
            (TestPictures.HugePng(30_000), HttpStatusCode.UnprocessableEntity, "media.too-many-pixels"),
            (good[..(good.Length / 2)], HttpStatusCode.UnprocessableEntity, "media.unreadable"),
            (TruncatedJpeg() ?? good[..100], HttpStatusCode.UnprocessableEntity, "media.unreadable"),
        ];

        foreach (var (file, status, code) in cases)
        {
            var answer = await person.Client.UploadAsync(file);
            Assert.Equal((status, code), (answer.Status, answer.Code));
            Assert.NotEqual(code, answer.Body.GetProperty("title").GetString());
        }

        Assert.Equal(0, await own.MediaOfAsync(person.Id));
        Assert.Equal(0, await own.InDb<MediaDb, int>(db => db.DoomedFolders.CountAsync(Ct)));
        Assert.Empty(own.BlobFiles());
    }

    [Fact]
    public async Task A_bomb_in_a_comment_does_not_go_off()
    {
        var person = await app.SignUpAsync();

        var answer = await person.Client.UploadAsync(TestPictures.BombPng());

        // The decoder drops a comment that unpacks without end; the pixel beside it is harmless.
        Assert.True(answer.Status is HttpStatusCode.Created || answer.Code is "media.unreadable" or "media.too-much-work", answer.Code);
        Assert.Equal(HttpStatusCode.Created, (await person.Client.UploadAsync(TestPictures.PlainPng(3, 3))).Status);
    }

    [Fact]
    public async Task Sixty_megabytes_are_refused_whether_announced_or_not()
    {
        await using var own = await app.OwnHostAsync();
        var person = await own.SignUpAsync();
        var file = new byte[60 << 20];

        var announced = await person.Client.UploadAsync(file);
        var streamed = await person.Client.UploadAsync(new LengthlessContent(file));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "media.too-large"), (announced.Status, announced.Code));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "media.too-large"), (streamed.Status, streamed.Code));
        Assert.Empty(own.BlobFiles());
    }

    [Fact]
    public async Task A_form_without_file_or_without_end_is_malformed()
    {
        var person = await app.SignUpAsync();
        using var noFile = new MultipartFormDataContent { { new StringContent("words"), "alt" } };
        using var noEnd = new StringContent("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc");
        noEnd.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        var missing = await Http.AnswerOfAsync(await person.Client.PostAsync("/api/v1/media", noFile, Ct));
        var broken = await Http.AnswerOfAsync(await person.Client.PostAsync("/api/v1/media", noEnd, Ct));

        Assert.Equal((HttpStatusCode.BadRequest, "media.file-missing"), (missing.Status, missing.Code));
        Assert.Equal((HttpStatusCode.BadRequest, "media.malformed-upload"), (broken.Status, broken.Code));
    }

    private async Task AssertUprightAndCleanAsync(JsonElement card, string serial)
    {
        Assert.Equal((1080, 1440), (card.GetProperty("width").GetInt32(), card.GetProperty("height").GetInt32()));
        Assert.Equal([320, 640, 1080, 320, 640, 1080], WidthsOf(card));
        foreach (var variant in card.GetProperty("variants").EnumerateArray())
        {
            var response = await app.Visitor.GetAsync(variant.GetProperty("url").GetString(), Ct);
            var file = await response.Content.ReadAsByteArrayAsync(Ct);
            var seen = await TestPictures.LookAsync(file, 0.5, 0.1);
            Assert.Equal(variant.GetProperty("type").GetString(), response.Content.Headers.ContentType!.MediaType);
            Assert.Equal(variant.GetProperty("width").GetInt32(), seen.Width);
            Assert.InRange(seen.Height, (seen.Width * 4 / 3) - 1, (seen.Width * 4 / 3) + 1);
            Assert.All((string[])[serial, "Exif", "EXIF", "GPS", "xmp", "ICC"], mark => Assert.False(Contains(file, mark), $"{mark} is still in the file"));
        }

        if (string.Equals(serial, TestPictures.Serial, StringComparison.Ordinal))
        {
            var shown = await app.Visitor.GetByteArrayAsync(card.UrlOf(), Ct);
            Assert.Equal(("red", "blue"), ((await TestPictures.LookAsync(shown, 0.5, 0.1)).Colour, (await TestPictures.LookAsync(shown, 0.5, 0.9)).Colour));
        }
    }

    private static IEnumerable<int> WidthsOf(JsonElement card) => card.GetProperty("variants").EnumerateArray().Select(v => v.GetProperty("width").GetInt32());

    private static bool Contains(byte[] file, string mark) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark)) >= 0;

    private static byte[]? TruncatedJpeg() =>
        TestPictures.PhotoFolder is { } folder ? File.ReadAllBytes(Path.Combine(folder, "nagasaki-boats.jpg"))[..100_000] : null;

    private static byte[] Zip()
    {
        var zip = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(zip, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("bomb.jpg").Open();
            entry.Write(new byte[10 << 20]);
        }

        return zip.ToArray();
    }

    /// <summary>Content that does not say how long it is.</summary>
    private sealed class LengthlessContent(byte[] content) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(content, Ct).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

public sealed class UploadMediumOnSqlite(OnSqlite app) : UploadMediumTests(app);

public sealed class UploadMediumOnPostgres(OnPostgres app) : UploadMediumTests(app);
