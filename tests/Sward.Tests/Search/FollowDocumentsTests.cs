using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sward.Contracts.Accounts;
using Sward.Search;
using Sward.Tests.Notes;

namespace Sward.Tests.Search;

public abstract class FollowDocumentsTests(AppFixture app)
{
    private readonly SearchScene scene = new(app);

    [Fact]
    public async Task Delivering_again_changes_nothing()
    {
        var (mei, fan) = (await app.SignUpAsync(), await app.SignUpAsync());
        var note = await scene.PublishAsync(mei, SearchScene.NewWord());
        await fan.Client.PutJsonAsync($"/api/v1/notes/{note}/like");
        await scene.DeliverAsync();
        var before = await DocumentAsync(note);

        await scene.DeliverAsync();
        await scene.DeliverAsync();

        var after = await DocumentAsync(note);
        Assert.Equal((1, before.Version, before.TextVersion), (after.LikeCount, after.Version, after.TextVersion));
    }

    [Fact]
    public async Task A_published_note_is_found_after_the_next_look_and_a_look_comes_at_least_once_a_second()
    {
        var (mei, word) = (await app.SignUpAsync(), SearchScene.NewWord());
        Assert.Empty(await scene.FindAsync(app.Visitor, word));

        var note = await mei.WriteNoteAsync(title: $"Morning {word}");
        await app.DeliverFactsAsync();
        await app.Services.GetRequiredService<FollowDocuments>().CatchUpAsync(AppFixture.Ct);

        Assert.Equal([note], await scene.FindAsync(app.Visitor, word));
        Assert.InRange(FollowDocuments.Beat, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_node_that_starts_later_finds_the_same()
    {
        var (mei, fan) = (await app.SignUpAsync(), await app.SignUpAsync());
        // Words of this test only: the dead of a running index still count in how rare a word is, those of a fresh one do not.
        var (word, first, other) = (SearchScene.NewWord(), SearchScene.NewWord(), SearchScene.NewWord());
        var kept = await scene.PublishAsync(mei, word, first);
        var gone = await scene.PublishAsync(mei, word);
        await scene.DeliverAsync();
        await scene.EditAsync(kept, n => n.Body = other);
        await fan.Client.PutJsonAsync($"/api/v1/notes/{kept}/like");
        await fan.Client.PutJsonAsync($"/api/v1/notes/{gone}/like");
        await mei.Client.DeleteJsonAsync($"/api/v1/notes/{gone}");
        await scene.DeliverAsync();

        using var fresh = new SearchIndex<NoteMarks>(Tuning.Notes);
        using var node = new FollowDocuments(
            [new Replica<NoteDocument, NoteMarks>(fresh, app.Clock)], app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock, NullLogger<FollowDocuments>.Instance);
        await node.CatchUpAsync(AppFixture.Ct);

        var running = app.Services.GetRequiredService<ISearchIndex<NoteMarks>>();
        foreach (var query in new[] { word, first, other })
        {
            Assert.Equal(Found(running, query), Found(fresh, query));
        }

        Assert.Equal(running.Count, fresh.Count);
        Assert.Equal([kept], Found(fresh, word));
    }

    [Fact]
    public async Task Changes_of_two_at_once_become_visible_in_order()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SaveAsync(1_000 + i)));
        var versions = await app.InDb<SearchDb, List<long>>(db => db.People.Where(p => people.Contains(p.Id)).Select(p => p.Version).ToListAsync(AppFixture.Ct));

        Assert.Equal(8, versions.Distinct().Count());
        Assert.True(await app.InDb<SearchDb, long>(db => DocumentClock.NowAsync(db, AppFixture.Ct)) >= versions.Max());
    }

    [Fact]
    public async Task Documents_change_inside_a_transaction_or_not_at_all()
    {
        await app.InDb<SearchDb, int>(async db =>
        {
            db.People.Add(new PersonDocument { Id = 2_000 });
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(AppFixture.Ct));
            return 0;
        });

        Assert.False(await app.InDb<SearchDb, bool>(db => db.People.AnyAsync(p => p.Id == 2_000, AppFixture.Ct)));
    }

    private async Task<long> SaveAsync(long accountId) => await app.InDb<SearchDb, long>(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(AppFixture.Ct);
        db.People.Add(new PersonDocument { Id = accountId });
        await db.SaveChangesAsync(AppFixture.Ct);
        await transaction.CommitAsync(AppFixture.Ct);
        return accountId;
    });

    private Task<NoteDocument> DocumentAsync(long noteId) => app.InDb<SearchDb, NoteDocument>(db => db.Notes.AsNoTracking().SingleAsync(n => n.Id == noteId, AppFixture.Ct));

    private List<long> Found(ISearchIndex<NoteMarks> index, string query) =>
        [.. index.Find(Query.Parse(query), 1, 100, new NoteSearch(Query.Parse(query)).RankFor(null, Circle.Nobody, app.Clock.GetUtcNow(), new SearchOptions())).Hits.Select(h => h.Id)];
}

public sealed class FollowDocumentsOnSqlite(OnSqlite app) : FollowDocumentsTests(app);

public sealed class FollowDocumentsOnPostgres(OnPostgres app) : FollowDocumentsTests(app);
