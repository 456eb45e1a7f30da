using System.Net;
using Sward.Contracts.Notes;
using Sward.Notes;

namespace Sward.Tests.Notes;

public abstract class LikeNoteTests(AppFixture app)
{
    [Fact]
    public async Task Two_hundred_taps_at_once_count_once()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();

        var taps = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => lin.Client.PutJsonAsync($"/api/v1/notes/{noteId}/like")));

        Assert.All(taps, tap => Assert.Equal(HttpStatusCode.NoContent, tap.Status));
        Assert.Equal(1, await lin.Client.CountAsync(noteId, "likes"));
        Assert.True((await lin.Client.ReadNoteAsync(noteId)).GetProperty("mine").GetProperty("liked").GetBoolean());
        var fact = Assert.Single(await app.FactsAsync<NoteLiked>(), f => f.NoteId == noteId);
        Assert.Equal((mei.Id, lin.Id), (fact.AuthorId, fact.LikerId));
    }

    [Fact]
    public async Task A_storm_of_likes_and_unlikes_ends_exact()
    {
        var mei = await app.SignUpAsync();
        var noteId = await mei.WriteNoteAsync();
        Person[] readers = [await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync()];

        await Task.WhenAll(Enumerable.Range(0, 90).Select(i => i % 2 == 0
            ? readers[i % 3].Client.PutJsonAsync($"/api/v1/notes/{noteId}/like")
            : readers[i % 3].Client.DeleteJsonAsync($"/api/v1/notes/{noteId}/like")));

        var liked = 0;
        foreach (var reader in readers)
        {
            liked += (await reader.Client.ReadNoteAsync(noteId)).GetProperty("mine").GetProperty("liked").GetBoolean() ? 1 : 0;
        }

        Assert.Equal(liked, await mei.Client.CountAsync(noteId, "likes"));
        Assert.Equal(liked, (await app.FactsAsync<NoteLiked>()).Count(f => f.NoteId == noteId) - (await app.FactsAsync<NoteUnliked>()).Count(f => f.NoteId == noteId));
    }

    [Fact]
    public async Task Unliking_what_was_not_liked_changes_nothing()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        await mei.Client.PutJsonAsync($"/api/v1/notes/{noteId}/like");

        Assert.Equal(HttpStatusCode.NoContent, (await lin.Client.DeleteJsonAsync($"/api/v1/notes/{noteId}/like")).Status);

        Assert.Equal(1, await mei.Client.CountAsync(noteId, "likes"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PutJsonAsync($"/api/v1/notes/{noteId}/like")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.DeleteJsonAsync($"/api/v1/notes/{noteId}/like")).Status);
    }

    [Fact]
    public async Task Liked_notes_are_found_again_last_liked_first_and_by_their_reader_alone()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var (first, second) = (await mei.WriteNoteAsync(), await mei.WriteNoteAsync());
        await lin.Client.PutJsonAsync($"/api/v1/notes/{first}/like");
        await lin.Client.PutJsonAsync($"/api/v1/notes/{second}/like");
        await lin.Client.PatchJsonAsync("/api/v1/me", new { privacy = new { notes = "everybody", collected = "everybody", liked = "onlyMe" } });

        var page = await lin.Client.GetJsonAsync($"/api/v1/accounts/{lin.Id}/notes?tab=liked&limit=1");
        var next = await lin.Client.GetJsonAsync($"/api/v1/accounts/{lin.Id}/notes?tab=liked&limit=1&cursor={page.Body.GetProperty("next").GetString()}");

        Assert.Equal([second, first], page.Items().Concat(next.Items()).Select(i => i.GetProperty("note").IdOf()));
        Assert.True(page.Items().Single().GetProperty("liked").GetBoolean());
        Assert.Empty((await mei.Client.GetJsonAsync($"/api/v1/accounts/{lin.Id}/notes?tab=liked")).Items());
    }

    [Fact]
    public async Task A_list_knows_a_like_and_its_end_at_once()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        Assert.False(await IsLikedAsync(mei, lin));

        await lin.Client.PutJsonAsync($"/api/v1/notes/{noteId}/like");
        Assert.True(await IsLikedAsync(mei, lin));

        await lin.Client.DeleteJsonAsync($"/api/v1/notes/{noteId}/like");
        Assert.False(await IsLikedAsync(mei, lin));
    }

    [Fact]
    public async Task A_like_on_another_node_is_known_when_its_fact_comes()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        Assert.False(await IsLikedAsync(mei, lin));

        await app.InDb<NotesDb, int>(db =>
        {
            db.Likes.Add(new Like(lin.Id, noteId, app.Clock.GetUtcNow()));
            db.Announce(new NoteLiked(noteId, mei.Id, lin.Id, app.Clock.GetUtcNow()));
            return db.SaveChangesAsync(AppFixture.Ct);
        });
        await app.DeliverFactsAsync();

        Assert.True(await IsLikedAsync(mei, lin));
    }

    [Fact]
    public async Task Whoever_likes_more_than_is_remembered_is_known_all_the_same()
    {
        var (mei, lin) = (await app.SignUpAsync(), await app.SignUpAsync());
        var noteId = await mei.WriteNoteAsync();
        await app.InDb<NotesDb, int>(db =>
        {
            db.Likes.AddRange(Enumerable.Range(1, 1_001).Select(other => new Like(lin.Id, other, app.Clock.GetUtcNow())));
            return db.SaveChangesAsync(AppFixture.Ct);
        });

        Assert.False(await IsLikedAsync(mei, lin));
        await lin.Client.PutJsonAsync($"/api/v1/notes/{noteId}/like");
        Assert.True(await IsLikedAsync(mei, lin));
    }

    /// <summary>Whether the reader's list of the author's notes says so.</summary>
    private static async Task<bool> IsLikedAsync(Person author, Person reader) =>
        (await reader.Client.GetJsonAsync($"/api/v1/accounts/{author.Id}/notes?tab=notes")).Items().Single().GetProperty("liked").GetBoolean();
}

public sealed class LikeNoteOnSqlite(OnSqlite app) : LikeNoteTests(app);

public sealed class LikeNoteOnPostgres(OnPostgres app) : LikeNoteTests(app);
