using System.Diagnostics;
using System.Globalization;
using Sward.Search;

namespace Sward.Tests.Search;

/// <summary>Measures the ranking on public question sets, when they are on this machine.</summary>
public sealed class RelevanceTests
{
    [Theory]
    [InlineData("drcd", .970)]
    [InlineData("scifact", .685)]
    public void The_right_document_comes_first(string set, double floor)
    {
        var started = Stopwatch.GetTimestamp();
        var collection = Collection.Load(set);
        var ndcg = collection.Queries.AsParallel().Average(query => NdcgAt10(collection.Search(query.Text), query.Grades));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{set}: nDCG@10 {ndcg:F4} over {collection.Queries.Count} queries in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
        Assert.InRange(ndcg, floor, 1);
    }

    private static double NdcgAt10(IEnumerable<string> found, Dictionary<string, double> grades)
    {
        var gain = found.Take(10).Select((id, place) => grades.GetValueOrDefault(id) / Math.Log2(place + 2)).Sum();
        var ideal = grades.Values.OrderDescending().Take(10).Select((grade, place) => grade / Math.Log2(place + 2)).Sum();
        return gain / ideal;
    }

    private sealed record Passage(string Id, string Title, string Body);

    private sealed record Question(string Text, Dictionary<string, double> Grades);

    /// <summary>A set of passages, indexed, with its questions and the judged answers.</summary>
    private sealed class Collection(List<Passage> passages, SearchIndex<int> index, List<Question> queries)
    {
        public List<Question> Queries => queries;

        public static Collection Load(string set)
        {
            var folder = FolderOf(set);
            var passages = Rows(folder, "corpus.tsv").Select(row => new Passage(row[0], row[1], row[2])).ToList();
            var grades = Rows(folder, "qrels.tsv").GroupBy(row => row[0]).ToDictionary(g => g.Key, g => g.ToDictionary(row => row[2], row => double.Parse(row[3], CultureInfo.InvariantCulture)));
            var index = new SearchIndex<int>(TuningFor(passages));
            index.Put([.. passages.Select((p, i) => new Indexed<int>(i, TextVersion: 1, Marks: 0, () => [new(Field.Title, p.Title), new(Field.Body, p.Body)]))]);
            return new(passages, index, [.. Rows(folder, "queries.tsv").Where(row => grades.ContainsKey(row[0])).Select(row => new Question(row[1], grades[row[0]]))]);
        }

        /// <summary>Words, then whether they stand together, as notes are searched.</summary>
        public IEnumerable<string> Search(string text)
        {
            var query = Query.Parse(text);
            var found = index.Find(query, new SearchOptions().RelaxBelow, new SearchOptions().PhraseDepth, new((float relevance, in int _) => (long)(relevance * 1_000_000), Most: 1_000_000));
            var texts = found.Hits.ToDictionary(hit => hit.Id, hit => $"{passages[(int)hit.Id].Title} {passages[(int)hit.Id].Body}");
            return Closeness.Raise(found.Hits, query, texts).Select(hit => passages[(int)hit.Id].Id);
        }

        /// <summary>The weights of notes with the lengths of this set; passages have room for single characters.</summary>
        private static Tuning TuningFor(List<Passage> passages)
        {
            static float Length(IEnumerable<string> texts) => (float)texts.Average(t => Tokens.Of(Fold.Text(t)).Count(token => token.Use == TokenUse.Finds));
            return Tuning.Notes with
            {
                Title = Tuning.Notes.Title with { TypicalLength = Length(passages.Select(p => p.Title)) },
                Body = Tuning.Notes.Body with { TypicalLength = Length(passages.Select(p => p.Body)), HasSingles = true },
            };
        }

        private static IEnumerable<string[]> Rows(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Select(line => line.Split('\t'));

        private static string FolderOf(string set)
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, "shared", "data", "retrieval", set);
                if (Directory.Exists(candidate))
                {
                    return candidate;
                }
            }

            Assert.Skip("The question sets of ../shared/data/retrieval are not on this machine.");
            throw new UnreachableException();
        }
    }
}
