using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Search;

namespace Sward.Bench;

/// <summary>
/// The index of notes on generated notes, with visibility and rank as the product has them and no cache of results, beside the full-text searches of both databases
/// on the same tokens. Queries come from a seed that no note came from.
/// </summary>
internal static class SearchBench
{
    /// <summary>Hits of a query: two pages, as a visitor can see.</summary>
    public const int Take = 40;

    private const string Folder = "artifacts/bench/search";
    private const string IndexFolder = $"{Folder}/notes";
    private const int NoteSeed = 1;
    private const int QuerySeed = 1_000;
    private const int Queries = 2_000;
    private const int RivalQueries = 100;
    private const int Authors = 50_000;
    private const int Batch = 1_000;

    private static readonly ProseWriter Writer = new();
    private static readonly SearchOptions Options = new();
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A kind of query: how many words are enough, and how one is made.</summary>
    private sealed record Kind(string Name, bool IsRelaxed, Func<int, string> Write);

    private static readonly Kind[] Kinds =
    [
        new("and", IsRelaxed: false, n => Writer.Words(QuerySeed, n, count: 2)),
        new("relaxed", IsRelaxed: true, n => Writer.Sentence(QuerySeed, n)),
        new("oneCharacter", IsRelaxed: false, n => Writer.Character(QuerySeed, n)),
    ];

    public static bool Run(int notes)
    {
        var report = new Report("search");
        report.Say("notes", notes);
        Writer.Write(NoteSeed, 0);
        var empty = Footprint.Take();
        Build(report, notes);
        using var index = Open(report);
        var footprint = Footprint.Take() - empty;
        report.AtMost("bytesPerNote", (double)footprint.Own / notes, aim: 600);
        report.Say("mappedBytesPerNote", (double)footprint.Mapped / notes);

        var ours = Kinds.ToDictionary(kind => kind.Name, kind => Measure(report, index, kind), StringComparer.Ordinal);
        report.AtMost("relaxed.p99Ms", ours["relaxed"].P99, aim: 5);
        MeasureSpelling(report, index);
        Compare(report, ours, NewFts(report, notes), aim: 20);
        Compare(report, ours, NewPostgres(report, notes), aim: 1);
        return report.Finish();
    }

    /// <summary>Builds the index as a node does that starts with nothing, and leaves it in its folder.</summary>
    private static void Build(Report report, int notes)
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        using var index = new SearchIndex<NoteMarks>(Tuning.Notes, NewFolder());
        var building = new Stopwatch();
        foreach (var numbers in Enumerable.Range(0, notes).Chunk(Batch))
        {
            // What a database would read is not part of building.
            Indexed<NoteMarks>[] documents = [.. numbers.Select(n => DocumentOf(n, Writer.Write(NoteSeed, n)))];
            building.Start();
            index.Put(documents);
            index.Reached(numbers[^1]);
            building.Stop();
        }

        building.Start();
        index.SettleAsync().GetAwaiter().GetResult();
        index.Save("bench");
        building.Stop();
        report.Say("building.seconds", building.Elapsed.TotalSeconds);
        report.Say("fileBytesPerNote", (double)new DirectoryInfo(IndexFolder).EnumerateFiles().Sum(file => file.Length) / notes);
    }

    /// <summary>Opens the index as a node does that starts again.</summary>
    private static SearchIndex<NoteMarks> Open(Report report)
    {
        var started = Stopwatch.GetTimestamp();
        var index = new SearchIndex<NoteMarks>(Tuning.Notes, NewFolder());
        report.AtMost("opening.seconds", Stopwatch.GetElapsedTime(started).TotalSeconds, aim: 1);
        return index;
    }

    private static SegmentFolder<NoteMarks> NewFolder() => new(IndexFolder, Tuning.Notes, NullLogger.Instance);

    private static Indexed<NoteMarks> DocumentOf(int number, Prose prose)
    {
        var marks = new NoteMarks(
            AuthorId: number % Authors, new Moment(Now.AddMinutes(-number)), Term.Of(number % 3 == 0 ? "video" : "picture"), number % 20 == 0 ? Audience.Followers : Audience.Everybody,
            Likes: 1_000_000 / (1 + (number % 5_000)), Collects: number % 7, Comments: number % 3);
        return new(number, TextVersion: 1, marks, () => [new(Field.Title, prose.Title), new(Field.Topics, prose.Topics), new(Field.Body, prose.Body)]);
    }

    private static Latencies Measure(Report report, SearchIndex<NoteMarks> index, Kind kind)
    {
        Query[] queries = [.. Enumerable.Range(0, Queries).Select(n => Query.Parse(kind.Write(n)))];
        var reader = new Circle(new HashSet<long>(Enumerable.Range(0, 200).Select(n => (long)n)), new HashSet<long>(), new HashSet<long> { 300 }, new HashSet<long> { 301 });
        void Find(Query query) => index.Find(query, kind.IsRelaxed ? Options.RelaxBelow : 0, Take, new NoteSearch(query).RankFor(readerId: 7, reader, Now, Options));

        foreach (var query in queries)
        {
            Find(query);
        }

        var latencies = Latencies.Of(queries, Find);
        latencies.Say(report, kind.Name);
        var started = Stopwatch.GetTimestamp();
        Parallel.ForEach(queries, Find);
        report.Say($"{kind.Name}.perSecond", Queries / Stopwatch.GetElapsedTime(started).TotalSeconds);
        return latencies;
    }

    /// <summary>How long it takes to find other spellings of two words, one of which lacks a character, and to count what each finds.</summary>
    private static void MeasureSpelling(Report report, SearchIndex<NoteMarks> index)
    {
        using var products = new SearchIndex<ProductMarks>(Tuning.Products);
        using var people = new SearchIndex<PersonMarks>(Tuning.People);
        var lexicon = new Lexicon();
        lexicon.Learn(Enumerable.Range(0, Batch * 20).Select(n => Writer.Write(NoteSeed, n).Body));
        var holders = new Holders(index, products, people);
        var spellings = new Spellings(lexicon, holders, new SuggestionBook(), new SoundedOut(holders));
        Query[] queries = [.. Enumerable.Range(0, Queries).Select(n => Query.Parse(Writer.Words(QuerySeed, n, count: 2).Remove(1, 1)))];
        void Correct(Query query)
        {
            foreach (var text in spellings.Of(query))
            {
                var other = Query.Parse(text);
                index.Find(other, relaxBelow: 0, take: 1, new NoteSearch(other).RankFor(readerId: null, Circle.Nobody, Now, Options));
            }
        }

        Array.ForEach(queries[..(Queries / 10)], Correct);
        Latencies.Of(queries, Correct).Say(report, "spelling");
    }

    private static FtsRival NewFts(Report report, int notes)
    {
        Directory.CreateDirectory(Folder);
        var file = $"{Folder}/fts5.db";
        File.Delete(file);
        var started = Stopwatch.GetTimestamp();
        var rival = new FtsRival(file, Tokenised(notes));
        report.Say("fts5.building.seconds", Stopwatch.GetElapsedTime(started).TotalSeconds);
        return rival;
    }

    private static PostgresRival NewPostgres(Report report, int notes)
    {
        var started = Stopwatch.GetTimestamp();
        var rival = new PostgresRival(PostgresServer.Address, Tokenised(notes));
        report.Say("postgres.building.seconds", Stopwatch.GetElapsedTime(started).TotalSeconds);
        return rival;
    }

    /// <summary>Measures a rival and says how many times its mean is ours.</summary>
    private static void Compare<TRival>(Report report, Dictionary<string, Latencies> ours, TRival rival, double aim) where TRival : IRival, IDisposable
    {
        using (rival)
        {
            foreach (var kind in Kinds)
            {
                string[][] queries = [.. Enumerable.Range(0, RivalQueries).Select(n => TokensOf(kind.Write(n), hasSingles: false).Distinct(StringComparer.Ordinal).ToArray())];
                Array.ForEach(queries[..(RivalQueries / 10)], query => rival.Find(query, !kind.IsRelaxed));
                var latencies = Latencies.Of(queries, query => rival.Find(query, !kind.IsRelaxed));
                latencies.Say(report, $"{rival.Name}.{kind.Name}");
                report.AtLeast($"{rival.Name}.{kind.Name}.timesOurMean", latencies.Mean / ours[kind.Name].Mean, aim);
            }
        }
    }

    /// <summary>The notes as the tokens that the index has of them, with spaces between.</summary>
    private static IEnumerable<(int Id, string Tokens)> Tokenised(int notes) => Enumerable.Range(0, notes).Select(n =>
    {
        var prose = Writer.Write(NoteSeed, n);
        return (n, string.Join(' ', [.. TokensOf($"{prose.Title} {prose.Topics}", hasSingles: true), .. TokensOf(prose.Body, hasSingles: false)]));
    });

    private static IEnumerable<string> TokensOf(string text, bool hasSingles)
    {
        var folded = Fold.Text(text);
        return Tokens.Of(folded).Where(t => t.Use is TokenUse.Finds || (hasSingles && t.Use is TokenUse.PartOfRun)).Select(t => folded.Substring(t.Start, t.Length));
    }
}
