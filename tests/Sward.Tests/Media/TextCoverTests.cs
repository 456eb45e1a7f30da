using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sward.Contracts.Media;
using Sward.Contracts.Town;
using Sward.Kernel;

namespace Sward.Tests.Media;

public abstract class TextCoverTests(AppFixture app)
{
    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task Every_design_has_a_name_and_draws_words_of_any_kind()
    {
        var person = await app.SignUpAsync();
        var designs = (await app.Visitor.GetJsonAsync("/api/v1/media/covers/designs")).Items().ToList();
        Assert.InRange(designs.Count, 8, 30);

        foreach (var design in designs)
        {
            var key = design.GetProperty("key").GetString();
            Assert.NotEqual($"media.cover.{key}", design.GetProperty("name").GetString());
            var preview = await person.Client.GetAsync(PreviewOf("<b>春天</b> & spring 🌱\n第二行", key!), Ct);
            Assert.Equal("image/webp", preview.Content.Headers.ContentType!.MediaType);
            Assert.Equal((360, 480), await SizeAsync(await preview.Content.ReadAsByteArrayAsync(Ct)));
        }
    }

    [Fact]
    public async Task A_cover_is_a_picture_that_reads_itself_aloud()
    {
        var person = await app.SignUpAsync();

        var answer = await person.Client.PostJsonAsync("/api/v1/media/covers", new { text = "今天也要\n好好吃饭", design = "paper" });

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("今天也要 好好吃饭", answer.Body.GetProperty("alt").GetString());
        Assert.Equal((1080, 1440), (answer.Body.GetProperty("width").GetInt32(), answer.Body.GetProperty("height").GetInt32()));
        Assert.Equal(6, answer.Body.GetProperty("variants").GetArrayLength());
    }

    [Theory]
    [InlineData("hello", "no-such-design", "media.unknown-design")]
    [InlineData(" \n ", "paper", "media.cover-empty")]
    [InlineData(null, "paper", "media.cover-too-long")]
    public async Task What_cannot_be_drawn_is_refused(string? text, string design, string code)
    {
        var person = await app.SignUpAsync();
        text ??= new string('字', 201);

        var drawn = await person.Client.PostJsonAsync("/api/v1/media/covers", new { text, design });
        var previewed = await Http.AnswerOfAsync(await person.Client.GetAsync(PreviewOf(text, design), Ct));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (drawn.Status, drawn.Code));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (previewed.Status, previewed.Code));
        Assert.Equal(0, await app.MediaOfAsync(person.Id));
    }

    [Fact]
    public async Task A_preview_that_is_known_is_not_sent_again()
    {
        var person = await app.SignUpAsync();
        var url = PreviewOf("慢慢来", "dawn");
        var first = await person.Client.GetAsync(url, Ct);
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var second = await person.Client.SendAsync(again, Ct);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.True(first.Headers.CacheControl!.Private);
    }

    [Fact]
    public async Task Other_modules_order_covers_and_are_refused_alike()
    {
        var person = await app.SignUpAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var studio = scope.ServiceProvider.GetRequiredService<IMediaStudio>();

        var id = await studio.DrawTextCoverAsync(person.Id, "收到啦", "cat", Ct);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => studio.DrawTextCoverAsync(person.Id, "收到啦", "dog", Ct));

        Assert.Equal(HttpStatusCode.OK, (await person.Client.GetJsonAsync($"/api/v1/media/{id}")).Status);
        Assert.Equal(("media.unknown-design", 422), (refusal.Code, refusal.Status));
    }

    [Fact]
    public async Task The_town_is_drawn_with_its_own_ids()
    {
        await using var own = await app.OwnHostAsync();
        var at = own.Clock.GetUtcNow().AddDays(-60);
        var town = new DemoTown(
            [], [new(11, 1, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'><rect width='40' height='30' fill='tomato'/></svg>", "A tomato", at)],
            [new(12, 2, "慢慢来", "night", at)], [], [], [], [], [], [], []);
        await using var scope = own.Services.CreateAsyncScope();
        var reports = new List<string>();

        await scope.ServiceProvider.GetServices<ITownPart>().Single(p => p.Order == 20).PlantAsync(town, new Reports(reports), Ct);
        await own.MoveClockAsync(TimeSpan.FromDays(2));
        await own.RunJobAsync(Sward.Media.DeleteOrphans.Name);

        var cards = await scope.ServiceProvider.GetRequiredService<IMediaCards>().GetAsync([11, 12], Ct);
        Assert.Equal(("A tomato", 1L, 1080, 810), (cards[11].Alt, cards[11].OwnerId, cards[11].Width, cards[11].Height));
        Assert.Equal(("慢慢来", 2L), (cards[12].Alt, cards[12].OwnerId));
        Assert.Equal(["2 of 2 pictures"], reports);
    }

    private static string PreviewOf(string text, string design) => $"/api/v1/media/covers/preview?text={Uri.EscapeDataString(text)}&design={design}";

    private static async Task<(int Width, int Height)> SizeAsync(byte[] picture) => await TestPictures.LookAsync(picture, 0, 0) is var (width, height, _) ? (width, height) : default;

    private sealed class Reports(List<string> reports) : IProgress<string>
    {
        public void Report(string value) => reports.Add(value);
    }
}

public sealed class TextCoverOnSqlite(OnSqlite app) : TextCoverTests(app);

public sealed class TextCoverOnPostgres(OnPostgres app) : TextCoverTests(app);
