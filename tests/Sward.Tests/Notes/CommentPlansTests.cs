using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Sward.Notes;

namespace Sward.Tests.Notes;

public abstract class CommentPlansTests(AppFixture app)
{
    private const int Replies = 30_000;

    [Fact]
    public async Task First_replies_are_led_by_an_index_and_cost_the_same_under_a_long_thread()
    {
        await using var own = await app.OwnHostAsync();
        await own.InDb<NotesDb, int>(PlantAsync);

        var watch = Stopwatch.StartNew();
        var first = await own.InDb<NotesDb, List<long>>(db => ReadComments.FirstReplies(db.Comments, [1, 2, 3]).Select(c => c.Id).ToListAsync(AppFixture.Ct));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"Took {watch.Elapsed}.");
        Assert.Equal([4, 5, 6, 7, 9], first.Order());
        Assert.Empty(await FaultsAsync(own));
        await own.InDb<NotesDb, int>(db => db.Database.ExecuteSqlRawAsync("DROP INDEX ix_notes_comment_thread_id_id", AppFixture.Ct));
        Assert.NotEmpty(await FaultsAsync(own));
    }

    private static Task<IReadOnlyList<string>> FaultsAsync(AppFixture host) =>
        host.InDb<NotesDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(ReadComments.FirstReplies(db.Comments, [1, 2, 3])));

    /// <summary>Three threads: the replies 5 and 7 under the second, 9 under the third, all the others under the first.</summary>
    private static async Task<int> PlantAsync(NotesDb db)
    {
        db.Comments.AddRange(Enumerable.Range(1, Replies).Select(id => new Comment
        {
            Id = id,
            NoteId = 1,
            AuthorId = 1,
            ThreadId = id switch { <= 3 => null, 5 or 7 => 2, 9 => 3, _ => 1 },
            Body = "So true",
            Rank = id,
        }));
        await db.SaveChangesAsync(AppFixture.Ct);
        return await db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct);
    }
}

public sealed class CommentPlansOnSqlite(OnSqlite app) : CommentPlansTests(app);

public sealed class CommentPlansOnPostgres(OnPostgres app) : CommentPlansTests(app);
