using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Contracts.Media;
using Sward.Media;
using Sward.Tests.Notes;

namespace Sward.Tests.Media;

public abstract class MediumTests(AppFixture app)
{
    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task A_file_is_served_for_a_year_and_can_do_nothing()
    {
        var person = await app.SignUpAsync();
        var card = await person.Client.UploadSmallAsync();
        await ClaimAsync(app, $"mall.product:{card.IdOf()}", card.IdOf());

        var response = await app.Visitor.GetAsync(card.UrlOf(), Ct);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", Header(response, "Cache-Control"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("default-src 'none'; sandbox", Header(response, "Content-Security-Policy"));
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task A_part_of_a_file_can_be_asked_for()
    {
        var person = await app.SignUpAsync();
        var url = (await person.Client.UploadSmallAsync()).UrlOf();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Range = new(2, 11);

        var response = await app.Visitor.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(10, (await response.Content.ReadAsByteArrayAsync(Ct)).Length);
    }

    [Theory]
    [InlineData("/media/00000000000000000000000000000000/640.webp")]
    [InlineData("/media/{token}/641.webp")]
    [InlineData("/media/{token}/640.svg")]
    [InlineData("/media/{token}/..%2F..%2Fsward.db")]
    public async Task What_was_not_stored_is_not_served(string path)
    {
        var person = await app.SignUpAsync();
        var token = (await person.Client.UploadSmallAsync()).UrlOf().Split('/')[2];

        var response = await app.Visitor.GetAsync(path.Replace("{token}", token, StringComparison.Ordinal), Ct);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_owner_describes_a_picture_and_a_stranger_does_not()
    {
        var (owner, stranger) = (await app.SignUpAsync(), await app.SignUpAsync());
        var id = (await owner.Client.UploadSmallAsync()).IdOf();

        var mine = await owner.Client.PatchJsonAsync($"/api/v1/media/{id}", new { alt = "  Boats at dusk " });
        var theirs = await stranger.Client.PatchJsonAsync($"/api/v1/media/{id}", new { alt = "Mine now" });
        var seen = await stranger.Client.GetJsonAsync($"/api/v1/media/{id}");

        Assert.Equal("Boats at dusk", mine.Body.GetProperty("alt").GetString());
        Assert.Equal((HttpStatusCode.NotFound, "media.not-found"), (theirs.Status, theirs.Code));
        Assert.Equal(HttpStatusCode.NotFound, seen.Status);
        Assert.Equal("Boats at dusk", (await owner.Client.GetJsonAsync($"/api/v1/media/{id}")).Body.GetProperty("alt").GetString());
    }

    [Fact]
    public async Task Cards_come_in_batches_and_follow_a_change()
    {
        var owner = await app.SignUpAsync();
        var (first, second) = ((await owner.Client.UploadSmallAsync()).IdOf(), (await owner.Client.UploadSmallAsync()).IdOf());

        var before = await CardsAsync(first, second, second, 42);
        await owner.Client.PatchJsonAsync($"/api/v1/media/{first}", new { alt = "A gate" });
        var after = await CardsAsync(first);

        Assert.Equal([first, second], before.Keys.Order());
        Assert.Null(before[first].Alt);
        Assert.Equal("A gate", after[first].Alt);
        Assert.Equal(owner.Id, after[first].OwnerId);
    }

    [Fact]
    public async Task A_picture_that_is_no_longer_public_has_a_new_address_and_shows_it_to_readers_of_its_note_only()
    {
        var (author, friend, stranger) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        await author.BefriendAsync(friend);
        var card = await author.Client.UploadSmallAsync();
        var noteId = (await author.PublishAsync(new { title = "Boats", mediaIds = new[] { card.GetProperty("id").GetString() } })).Body.IdOf();
        await app.DeliverFactsAsync();
        Assert.Equal("public, max-age=31536000, immutable", Header(await app.Visitor.GetAsync(card.UrlOf(), Ct), "Cache-Control"));

        await author.Client.PatchJsonAsync($"/api/v1/notes/{noteId}", new { visibility = "friends" });
        await app.DeliverFactsAsync();

        var moved = (await CardsAsync(card.IdOf()))[card.IdOf()].Variants[0].Url;
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(author.Client, card.UrlOf()));
        Assert.Equal("no-store, private", Header(await friend.Client.GetAsync(moved, Ct), "Cache-Control"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(author.Client, moved));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger.Client, moved));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app.Visitor, moved));
    }

    [Fact]
    public async Task Pictures_of_a_deleted_note_are_gone_at_once_unless_another_shows_them()
    {
        var author = await app.SignUpAsync();
        var (gone, shared) = (await author.Client.UploadSmallAsync(), await author.Client.UploadSmallAsync());
        var ids = new[] { gone.GetProperty("id").GetString(), shared.GetProperty("id").GetString() };
        var noteId = (await author.PublishAsync(new { title = "Both", mediaIds = ids })).Body.IdOf();
        await author.PublishAsync(new { title = "One", mediaIds = ids[1..] });
        await app.DeliverFactsAsync();

        await author.Client.DeleteJsonAsync($"/api/v1/notes/{noteId}");
        await app.DeliverFactsAsync();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app.Visitor, gone.UrlOf()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.Visitor, shared.UrlOf()));
    }

    [Fact]
    public async Task What_no_public_use_shows_is_kept_by_no_cache()
    {
        var owner = await app.SignUpAsync();
        var card = await owner.Client.UploadSmallAsync();

        Assert.Equal("no-store, private", Header(await owner.Client.GetAsync(card.UrlOf(), Ct), "Cache-Control"));
    }

    [Fact]
    public async Task What_nobody_uses_goes_after_a_day_and_its_files_after_a_week()
    {
        await using var own = await app.OwnHostAsync();
        var owner = await own.SignUpAsync();
        var (used, unused) = (await owner.Client.UploadSmallAsync(), await owner.Client.UploadSmallAsync());
        await ClaimAsync(own, "notes.note:1", used.IdOf());

        await own.MoveClockAsync(TimeSpan.FromHours(25));
        await own.RunJobAsync(DeleteOrphans.Name);
        await own.RunJobAsync(DeleteDoomedFiles.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await own.Visitor.GetAsync(unused.UrlOf(), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.Visitor.GetAsync(used.UrlOf(), Ct)).StatusCode);
        Assert.Contains(own.BlobFiles(), file => file.Contains(FolderOf(unused), StringComparison.Ordinal));

        await own.MoveClockAsync(TimeSpan.FromDays(7));
        await own.RunJobAsync(DeleteDoomedFiles.Name);

        Assert.DoesNotContain(own.BlobFiles(), file => file.Contains(FolderOf(unused), StringComparison.Ordinal));
        Assert.Contains(own.BlobFiles(), file => file.Contains(FolderOf(used), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_use_that_lets_go_leaves_a_day_and_another_use_keeps()
    {
        await using var own = await app.OwnHostAsync();
        var owner = await own.SignUpAsync();
        var (shared, dropped) = (await owner.Client.UploadSmallAsync(), await owner.Client.UploadSmallAsync());
        await ClaimAsync(own, "notes.note:1", shared.IdOf(), dropped.IdOf());
        await ClaimAsync(own, "mall.product:9", shared.IdOf());
        await own.MoveClockAsync(TimeSpan.FromHours(30));

        await ClaimAsync(own, "notes.note:1");
        await own.RunJobAsync(DeleteOrphans.Name);
        Assert.Equal(2, await own.MediaOfAsync(owner.Id));

        await own.MoveClockAsync(TimeSpan.FromHours(25));
        await own.RunJobAsync(DeleteOrphans.Name);
        Assert.Equal([shared.IdOf()], await own.InDb<MediaDb, List<long>>(db => db.Media.Where(m => m.OwnerId == owner.Id).Select(m => m.Id).ToListAsync(Ct)));
    }

    private static string FolderOf(System.Text.Json.JsonElement card) => Path.Combine("media", $"{card.IdOf()}") + Path.DirectorySeparatorChar;

    private static async Task<HttpStatusCode> StatusAsync(HttpClient reader, string url) => (await reader.GetAsync(url, Ct)).StatusCode;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private async Task<IReadOnlyDictionary<long, MediaCard>> CardsAsync(params long[] ids)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediaCards>().GetAsync(ids, Ct);
    }

    private static async Task ClaimAsync(AppFixture host, string use, params long[] mediaIds)
    {
        await host.InDb<MediaDb, int>(db =>
        {
            db.Announce(new MediaUsed(use, mediaIds, host.Clock.GetUtcNow()));
            return db.SaveChangesAsync(Ct);
        });
        await host.DeliverFactsAsync();
    }
}

public sealed class MediumOnSqlite(OnSqlite app) : MediumTests(app);

public sealed class MediumOnPostgres(OnPostgres app) : MediumTests(app);
