using System.Globalization;
using Sward.Search;

namespace Sward.Bench;

/// <summary>Passages, questions and judged answers: corpus.tsv (id, title, text), queries.tsv (id, text) and qrels.tsv (query, iteration, passage, grade) of a folder, indexed as notes are.</summary>
internal sealed class QuestionSet : IDisposable
{
    private readonly List<Passage> passages;
    private readonly SearchIndex<int> index;
    private readonly List<Question> questions;

    public QuestionSet(string folder)
    {
        passages = [.. Rows(folder, "corpus.tsv").Select(row => new Passage(row[0], row[1], row[2]))];
        var grades = Rows(folder, "qrels.tsv").GroupBy(row => row[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToDictionary(row => row[2], row => double.Parse(row[3], CultureInfo.InvariantCulture), StringComparer.Ordinal), StringComparer.Ordinal);
        questions = [.. Rows(folder, "queries.tsv").Where(row => grades.ContainsKey(row[0])).Select(row => new Question(row[1], grades[row[0]]))];
        index = new SearchIndex<int>(TuningFor(passages));
        index.Put([.. passages.Select((p, i) => new Indexed<int>(i, TextVersion: 1, Marks: 0, () => [new(Field.Title, p.Title), new(Field.Body, p.Body)]))]);
    }

    public int Questions => questions.Count;

    /// <summary>Mean over the questions of the normalised discounted gain of the first ten answers.</summary>
    public double NdcgAt10() => questions.AsParallel().Average(question => NdcgAt10(Search(question.Text), question.Grades));

    public void Dispose() => index.Dispose();

    private static double NdcgAt10(IEnumerable<string> found, Dictionary<string, double> grades)
    {
        var gain = found.Take(10).Select((id, place) => grades.GetValueOrDefault(id) / Math.Log2(place + 2)).Sum();
        var ideal = grades.Values.OrderDescending().Take(10).Select((grade, place) => grade / Math.Log2(place + 2)).Sum();
        return gain / ideal;
    }

    /// <summary>Words, then whether they stand together, as notes are searched.</summary>
    private IEnumerable<string> Search(string text)
    {
        var query = Query.Parse(text);
        var options = new SearchOptions();
        var found = index.Find(query, options.RelaxBelow, options.PhraseDepth, new((float relevance, in int _) => (long)(relevance * 1_000_000), Most: 1_000_000));
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

    private sealed record Passage(string Id, string Title, string Body);

    private sealed record Question(string Text, Dictionary<string, double> Grades);
}
