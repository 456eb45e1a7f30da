using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Sward.Contracts.Notes;
using Sward.Kernel;
using Sward.Search;

namespace Sward.Tests.Search;

/// <summary>A database that was put back from a backup, beside index files of another time.</summary>
public sealed class RestoredDatabaseTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sward-restored-").FullName;

    private string IndexFolder => Path.Combine(folder, "index");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(20)]
    public async Task Files_that_are_ahead_of_the_backup_are_noticed_even_when_it_has_overtaken_them(int notesSince)
    {
        await BackUpAndGoOnAsync();

        await using var restored = Db("backup.db");
        await WriteAsync(restored, first: 21, notesSince, "since");
        using var index = OpenIndex();
        await new Replica<NoteDocument, NoteMarks>(index, TimeProvider.System).ReadAsync(restored, await NowAsync(restored), AppFixture.Ct);

        Assert.Equal((10, 0, notesSince), (Holding(index, "kept"), Holding(index, "lost"), Holding(index, "since")));
    }

    [Fact]
    public async Task A_node_that_runs_meanwhile_notices_when_it_saves()
    {
        await using var live = await CreateAsync();
        await WriteAsync(live, first: 1, count: 10, "kept");
        using var index = OpenIndex();
        var replica = new Replica<NoteDocument, NoteMarks>(index, TimeProvider.System);
        await replica.ReadAsync(live, await NowAsync(live), AppFixture.Ct);
        await BackUpAsync(live);
        await WriteAsync(live, first: 11, count: 10, "lost");
        await replica.ReadAsync(live, await NowAsync(live), AppFixture.Ct);
        await replica.SaveAsync(live, AppFixture.Ct);

        await using var restored = Db("backup.db");
        await WriteAsync(restored, first: 21, count: 20, "since");
        await replica.SaveAsync(restored, AppFixture.Ct);
        await replica.ReadAsync(restored, await NowAsync(restored), AppFixture.Ct);

        Assert.Equal((10, 0, 20), (Holding(index, "kept"), Holding(index, "lost"), Holding(index, "since")));
    }

    [Fact]
    public async Task The_database_that_was_followed_is_known_again_and_only_what_is_new_is_read()
    {
        await BackUpAndGoOnAsync();

        await using var live = Db("live.db");
        // Gone behind the index's back: found again only if the rows were not read anew.
        await live.Notes.Where(n => n.Id == 1).ExecuteDeleteAsync(AppFixture.Ct);
        await WriteAsync(live, first: 21, count: 1, "since");
        using var index = OpenIndex();
        await new Replica<NoteDocument, NoteMarks>(index, TimeProvider.System).ReadAsync(live, await NowAsync(live), AppFixture.Ct);

        Assert.Equal((10, 10, 1), (Holding(index, "kept"), Holding(index, "lost"), Holding(index, "since")));
        Assert.Equal(1, await live.SavedIndexes.CountAsync(AppFixture.Ct));
    }

    /// <summary>Ten notes are saved and backed up, ten more only saved.</summary>
    private async Task BackUpAndGoOnAsync()
    {
        await using var live = await CreateAsync();
        using var index = OpenIndex();
        var replica = new Replica<NoteDocument, NoteMarks>(index, TimeProvider.System);
        await WriteAsync(live, first: 1, count: 10, "kept");
        await replica.ReadAsync(live, await NowAsync(live), AppFixture.Ct);
        await replica.SaveAsync(live, AppFixture.Ct);
        await BackUpAsync(live);
        await WriteAsync(live, first: 11, count: 10, "lost");
        await replica.ReadAsync(live, await NowAsync(live), AppFixture.Ct);
        await replica.SaveAsync(live, AppFixture.Ct);
    }

    private async Task<SearchDbSqlite> CreateAsync()
    {
        var db = Db("live.db");
        await db.Database.MigrateAsync(AppFixture.Ct);
        return db;
    }

    private Task<int> BackUpAsync(SearchDbSqlite live) => live.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(folder, "backup.db")}", AppFixture.Ct);

    private static async Task WriteAsync(SearchDbSqlite db, int first, int count, string word)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(AppFixture.Ct);
        foreach (var id in Enumerable.Range(first, count))
        {
            var note = new NoteDocument { Id = id };
            note.Write(
                new NotePublished(id, AuthorId: 1, "picture", word, "", "food", [], Place: null, [], [], "public", DateTimeOffset.UnixEpoch, Edited: false, DateTimeOffset.UnixEpoch), []);
            db.Notes.Add(note);
        }

        await db.SaveChangesAsync(AppFixture.Ct);
        await transaction.CommitAsync(AppFixture.Ct);
        db.ChangeTracker.Clear();
    }

    private SearchDbSqlite Db(string file) => new(
        new DbContextOptionsBuilder<SearchDbSqlite>().UseSqlite($"Data Source={Path.Combine(folder, file)}", o => o.MigrationsHistoryTable("search_migration")).Options,
        new ModuleDbServices(TimeProvider.System, new FactBell()));

    private SearchIndex<NoteMarks> OpenIndex() => new(Tuning.Notes, new SegmentFolder<NoteMarks>(IndexFolder, Tuning.Notes, NullLogger.Instance));

    private static Task<long> NowAsync(SearchDb db) => DocumentClock.NowAsync(db, AppFixture.Ct);

    private static int Holding(SearchIndex<NoteMarks> index, string word) =>
        index.Find(Query.Parse(word), 1, 100, new((float _, in NoteMarks note) => note.Likes, Most: null)).Count;
}
