using System.Globalization;
using Sward.Discovery.Learning.Evaluation;
using Sward.Discovery.Learning.Matrices;

namespace Sward.Bench.Recommend;

/// <summary>What people did, in order of time. The last item of each is the test, the one before the hold-out, and only what comes before both is learned from.</summary>
/// <param name="Train">People by items, in order.</param>
/// <param name="Histories">What is known of each person when they are asked.</param>
internal sealed record SequenceSet(string Name, SparseMatrix Train, SparseMatrix Histories, RankingTest Test)
{
    private const int Places = 10;

    public static SequenceSet Load(string file) => Of(file, after: 1);

    /// <summary>Asks for the item before the last one: choices are made here, never on the test.</summary>
    public static SequenceSet LoadHoldOut(string file) => Of(file, after: 2);

    private static SequenceSet Of(string file, int after)
    {
        int[][] rows = [.. File.ReadLines(file).Select(line => line.Split(' ').Skip(1).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray()).Where(row => row.Length > 2)];
        var items = rows.Max(row => row.Max()) + 1;
        var histories = SparseMatrix.OfOnes(items, [.. rows.Select(row => row[..^after])]);
        return new(
            Path.GetFileNameWithoutExtension(file), SparseMatrix.OfOnes(items, [.. rows.Select(row => row[..^2])]), histories,
            new RankingTest(histories, [.. rows.Select(row => new HashSet<int> { row[^after] })], Places));
    }
}
