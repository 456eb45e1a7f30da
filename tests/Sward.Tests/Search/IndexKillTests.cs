using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Sward.Contracts.Notes;
using Sward.Kernel;
using Sward.Search;
using Sward.Tests.Mall;

namespace Sward.Tests.Search;

/// <summary>The real program, killed with -9 while it writes and merges segments: what it left opens, and with what came since it is the index that one would build anew.</summary>
public sealed class IndexKillTests
{
    private const int Kills = 3, Notes = 1_500, BatchSize = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_index_survives_kills()
    {
        // A tiny head: every few dozen notes are a segment, and eight of them a merge.
        using var installation = new Installation(postgres: null, "--Search:HeadPostings=1000");
        var folder = installation.FileOf(Path.Combine("data", "search", nameof(NoteMarks)));
        var random = new Random(5);
        for (var kill = 0; kill < Kills; kill++)
        {
            await installation.StartAsync();
            var before = Manifest.Read(folder)?.Version ?? 0;
            await using (var db = OpenDb(installation))
            {
                await ChangeNotesAsync(db, kill, random);
            }

            await UntilSavedAfterAsync(before, folder, installation);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(60)), TimeProvider.System, AppFixture.Ct);
            installation.Kill();
            await AssertEqualsOneBuiltAnewAsync(installation, folder);
        }
    }

    /// <summary>New notes, new texts, likes and removals.</summary>
    private static async Task ChangeNotesAsync(SearchDb db, int round, Random random)
    {
        foreach (var ids in Enumerable.Range(round * Notes / 2, Notes).Chunk(BatchSize))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(AppFixture.Ct);
            var (first, last) = ((long)ids[0], (long)ids[^1]);
            var known = await db.Notes.Where(n => n.Id >= first && n.Id <= last).ToDictionaryAsync(n => n.Id, AppFixture.Ct);
            foreach (var id in ids)
            {
                var note = known.GetValueOrDefault(id) ?? db.Notes.Add(new NoteDocument { Id = id }).Entity;
                switch (random.Next(4))
                {
                    case 0 when known.ContainsKey(id):
                        note.Erase();
                        break;
                    case 1 when known.ContainsKey(id):
                        note.LikeCount += random.Next(1, 100);
                        break;
                    default:
                        note.Write(Published(id, random), []);
                        break;
                }
            }

            await db.SaveChangesAsync(AppFixture.Ct);
            await transaction.CommitAsync(AppFixture.Ct);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task UntilSavedAfterAsync(long version, string folder, Installation installation)
    {
        var giveUpAt = TimeProvider.System.GetUtcNow() + Patience;
        while ((Manifest.Read(folder)?.Version ?? 0) <= version)
        {
            installation.AssertRuns();
            Assert.True(TimeProvider.System.GetUtcNow() < giveUpAt, "The index was never saved.");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, AppFixture.Ct);
        }
    }

    private static async Task AssertEqualsOneBuiltAnewAsync(Installation installation, string folder)
    {
        await using var db = OpenDb(installation);
        var now = await DocumentClock.NowAsync(db, AppFixture.Ct);
        using var left = new SearchIndex<NoteMarks>(Tuning.Notes, new SegmentFolder<NoteMarks>(folder, Tuning.Notes, NullLogger.Instance));
        Assert.True(left.Version > 0, "A kill damages nothing.");
        using var anew = new SearchIndex<NoteMarks>(Tuning.Notes);
        await new Replica<NoteDocument, NoteMarks>(left, TimeProvider.System).ReadAsync(db, now, AppFixture.Ct);
        await new Replica<NoteDocument, NoteMarks>(anew, TimeProvider.System).ReadAsync(db, now, AppFixture.Ct);

        Assert.Equal(anew.Count, left.Count);
        foreach (var word in RandomText.Vocabulary)
        {
            Assert.Equal(AllWith(word, anew), AllWith(word, left));
        }
    }

    /// <summary>All that holds a word, and its marks.</summary>
    private static IReadOnlyList<Hit> AllWith(string word, SearchIndex<NoteMarks> index)
    {
        var hits = index.Find(Query.Parse(word), 1, 10_000, new((float _, in NoteMarks note) => note.Likes, Most: null)).Hits;
        Assert.NotEmpty(hits);
        return hits;
    }

    private static NotePublished Published(long id, Random random)
    {
        var text = RandomText.Of(random);
        return new(
            id, AuthorId: 1, "picture", text[0].Text, text[2].Text, "food", [text[1].Text], Place: null, [], [], "public", DateTimeOffset.UnixEpoch, Edited: false, DateTimeOffset.UnixEpoch);
    }

    private static SearchDbSqlite OpenDb(Installation installation) => new(
        new DbContextOptionsBuilder<SearchDbSqlite>().UseSqlite($"Data Source={installation.FileOf(Path.Combine("data", "sward.db"))};Default Timeout=30").Options,
        new ModuleDbServices(TimeProvider.System, new FactBell()));
}
