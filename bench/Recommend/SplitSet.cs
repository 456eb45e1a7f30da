using System.Globalization;
using Sward.Discovery.Learning.Evaluation;
using Sward.Discovery.Learning.Matrices;

namespace Sward.Bench.Recommend;

/// <summary>A set of people and items that is cut in two: what is learned from and what is asked. A line of a file is <c>person item item …</c>.</summary>
internal sealed record SplitSet(string Name, SparseMatrix Train, RankingTest Test)
{
    private const int Places = 20;
    private const double HeldOut = .1;

    public static SplitSet Load(string folder)
    {
        var (train, test) = (Lines(Path.Combine(folder, "train.txt")), Lines(Path.Combine(folder, "test.txt")));
        var people = Math.Max(train.Keys.Max(), test.Keys.Max()) + 1;
        var items = train.Values.Concat(test.Values).SelectMany(row => row).Max() + 1;
        return Of(Path.GetFileName(folder), items, [.. Rows(train, people)], [.. Rows(test, people)]);
    }

    /// <summary>A tenth of what is learned from becomes what is asked: choices are made here, never on the test.</summary>
    public SplitSet HoldOut()
    {
        var (dice, learn, ask) = (new Random(7), new List<int[]>(), new List<int[]>());
        for (var person = 0; person < Train.Rows; person++)
        {
            var parts = Train.IndicesOf(person).ToArray().ToLookup(_ => dice.NextDouble() < HeldOut);
            learn.Add([.. parts[false]]);
            ask.Add([.. parts[true]]);
        }

        return Of(Name, Train.Columns, learn, ask);
    }

    private static SplitSet Of(string name, int items, IReadOnlyList<int[]> learn, IReadOnlyList<int[]> ask)
    {
        var train = SparseMatrix.OfOnes(items, learn);
        return new(name, train, new RankingTest(train, [.. ask.Select(row => row.ToHashSet())], Places));
    }

    private static Dictionary<int, int[]> Lines(string file) => File.ReadLines(file)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray())
        .Where(row => row.Length > 0)
        .ToDictionary(row => row[0], row => row[1..]);

    private static IEnumerable<int[]> Rows(Dictionary<int, int[]> lines, int people) => Enumerable.Range(0, people).Select(person => lines.GetValueOrDefault(person, []));
}
