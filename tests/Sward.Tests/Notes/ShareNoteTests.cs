using System.Net;
using Sward.Contracts.Notes;
using Sward.Tests.Media;

namespace Sward.Tests.Notes;

public abstract class ShareNoteTests(AppFixture app)
{
    private const int CardWidth = 1080, FootHeight = 388;

    private static CancellationToken Ct => AppFixture.Ct;

    [Theory]
    [InlineData(300, 400, 1440)] // 3:4, as it is
    [InlineData(400, 400, 1080)] // a square, as it is
    [InlineData(100, 600, 1440)] // a ribbon, cut
    [InlineData(600, 100, 810)] // a panorama, cut
    public async Task The_share_picture_is_a_jpeg_as_large_as_its_page_says(int width, int height, int coverHeight)
    {
        var noteId = await NoteWithCoverAsync(await app.SignUpAsync("Mei"), TestPictures.TurnedPng(height, width));

        var answer = await app.Visitor.GetAsync($"/notes/{noteId}/share.jpg", Ct);
        var page = await app.Visitor.GetStringAsync($"/notes/{noteId}/share", Ct);

        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        var jpeg = await answer.Content.ReadAsByteArrayAsync(Ct);
        // The cover is red above and blue below; the foot begins where it ends.
        var cover = (double)coverHeight / (coverHeight + FootHeight);
        Assert.Equal((CardWidth, coverHeight + FootHeight, "red"), await TestPictures.LookAsync(jpeg, 0.5, cover * 0.3));
        Assert.Equal((CardWidth, coverHeight + FootHeight, "blue"), await TestPictures.LookAsync(jpeg, 0.5, cover * 0.7));
        Assert.Contains($"""src="/notes/{noteId}/share.jpg" width="{CardWidth}" height="{coverHeight + FootHeight}" """.TrimEnd(), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_share_picture_follows_the_words_and_the_language()
    {
        var mei = await app.SignUpAsync("Mei");
        var noteId = await NoteWithCoverAsync(mei, TestPictures.PlainPng(30, 40));

        var first = await CardAsync(noteId, "en");
        var again = await CardAsync(noteId, "en");
        var chinese = await CardAsync(noteId, "zh-CN");
        var edited = await mei.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { version = 1, title = "读完这本书 <b>我</b> & you 🌱" });
        var later = await CardAsync(noteId, "en");

        Assert.Equal(HttpStatusCode.OK, edited.Status);
        Assert.Equal(first, again);
        Assert.NotEqual(first, chinese);
        Assert.NotEqual(first, later);
    }

    [Fact]
    public async Task A_text_note_shares_its_drawn_cover()
    {
        var mei = await app.SignUpAsync();
        var noteId = (await mei.PublishAsync(new { title = "", body = "今天也要好好吃饭。" + new string('好', 200) })).Body.IdOf();

        Assert.Equal((CardWidth, 1440 + FootHeight), await TestPictures.LookAsync(await CardAsync(noteId, "zh-CN"), 0, 0) is var (width, height, _) ? (width, height) : default);
    }

    [Fact]
    public async Task Who_may_not_see_a_note_gets_no_picture_of_it()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync(visibility: "private");

        var own = await mei.Client.GetAsync($"/notes/{noteId}/share.jpg", Ct);
        Answer[] refused = [await lin.Client.GetJsonAsync($"/notes/{noteId}/share.jpg"), await app.Visitor.GetJsonAsync($"/notes/{noteId}/share.jpg")];

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.True(own.Headers.CacheControl!.Private);
        Assert.All(refused, a => Assert.Equal((HttpStatusCode.NotFound, "notes.note-not-found"), (a.Status, a.Code)));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.GetAsync($"/notes/{noteId}/share", Ct)).StatusCode);
    }

    [Fact]
    public async Task Sharing_counts_and_leads_to_note_and_picture()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();

        var share = (await lin.Client.PostJsonAsync($"/api/v1/notes/{noteId}/share")).Body;

        Assert.EndsWith($"/notes/{noteId}", share.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor.GetAsync(share.GetProperty("image").GetString(), Ct)).StatusCode);
        Assert.Equal(1, await app.Visitor.CountAsync(noteId, "shares"));
    }

    [Fact]
    public async Task An_account_counts_once_and_a_visitor_not_at_all()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();

        var shares = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? lin.Client : app.Visitor).PostJsonAsync($"/api/v1/notes/{noteId}/share")));

        Assert.All(shares, share => Assert.Equal(HttpStatusCode.OK, share.Status));
        Assert.Equal(1, await app.Visitor.CountAsync(noteId, "shares"));
        Assert.Single(await app.FactsAsync<NoteShared>(), f => f.NoteId == noteId && f.SharerId == lin.Id);
    }

    [Fact]
    public async Task Who_asks_for_too_many_pictures_waits()
    {
        await using var own = await app.OwnHostAsync(settings => settings["RateLimits:Enabled"] = "true");

        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => own.Visitor.GetJsonAsync("/notes/1/share.jpg")));

        Assert.Contains(answers, a => a.Status is HttpStatusCode.NotFound);
        var refused = Assert.Single(answers.DistinctBy(a => a.Status), a => a.Status is HttpStatusCode.TooManyRequests);
        Assert.Equal("kernel.too-many-requests", refused.Code);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
    }

    private static async Task<long> NoteWithCoverAsync(Person author, byte[] cover)
    {
        var mediumId = (await author.Client.UploadAsync(cover)).Body.IdOf();
        return (await author.PublishAsync(new { title = "Six small breakfasts", mediaIds = new[] { mediumId } })).Body.IdOf();
    }

    private async Task<byte[]> CardAsync(long noteId, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/notes/{noteId}/share.jpg") { Headers = { { "Accept-Language", language } } };
        var answer = await app.Visitor.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Ct);
    }
}

public sealed class ShareNoteOnSqlite(OnSqlite app) : ShareNoteTests(app);

public sealed class ShareNoteOnPostgres(OnPostgres app) : ShareNoteTests(app);
