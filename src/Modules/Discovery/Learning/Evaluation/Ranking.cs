using Sward.Discovery.Learning.Matrices;

namespace Sward.Discovery.Learning.Evaluation;

/// <summary>How good the first places are, on average over people. Recall of a single wanted item is the hit rate.</summary>
/// <param name="Recall">Share of what somebody wanted that stands in the first places.</param>
/// <param name="Ndcg">Σ 1 / log₂(place + 1) over the wanted ones, beside the same sum for the best possible order (Järvelin and Kekäläinen 2002).</param>
internal readonly record struct RankingQuality(double Recall, double Ndcg)
{
    public static RankingQuality operator +(RankingQuality a, RankingQuality b) => new(a.Recall + b.Recall, a.Ndcg + b.Ndcg);

    public static RankingQuality operator /(RankingQuality a, double by) => new(a.Recall / by, a.Ndcg / by);

    public static RankingQuality Of(ReadOnlySpan<int> found, HashSet<int> wanted)
    {
        var (hits, gain, ideal) = (0, 0.0, 0.0);
        for (var place = 0; place < found.Length; place++)
        {
            var worth = 1 / Math.Log2(place + 2);
            ideal += place < wanted.Count ? worth : 0;
            if (wanted.Contains(found[place]))
            {
                (hits, gain) = (hits + 1, gain + worth);
            }
        }

        return new((double)hits / wanted.Count, ideal > 0 ? gain / ideal : 0);
    }
}

/// <summary>Ranks all items for people whose wishes are known: nothing is sampled, only what they already have is left out.</summary>
/// <param name="Seen">People by items that are not to be found again.</param>
/// <param name="Wanted">What each person wanted; people who wanted nothing do not count.</param>
/// <param name="Places">How many first places count.</param>
internal sealed record RankingTest(SparseMatrix Seen, IReadOnlyList<HashSet<int>> Wanted, int Places)
{
    /// <summary>People who are scored together, so that a tile of item vectors serves all of them.</summary>
    private const int Block = 8;

    /// <summary>The quality of each mix: a weight for each scorer.</summary>
    /// <param name="every">1 for everybody, n for every n-th block of people.</param>
    public RankingQuality[] Measure(IReadOnlyList<IScorer> scorers, IReadOnlyList<float[]> mixes, ParallelOptions cores, int every = 1)
    {
        var blocks = Enumerable.Range(0, (Seen.Rows + Block - 1) / Block).Where(block => block % every == 0).ToArray();
        var sums = new RankingQuality[blocks.Length][];
        Parallel.For(0, blocks.Length, cores, () => new Scratch(scorers.Count, Seen.Columns, Places), (b, _, scratch) =>
        {
            var first = blocks[b] * Block;
            sums[b] = new RankingQuality[mixes.Count];
            var count = Math.Min(Block, Seen.Rows - first);
            scratch.Score(scorers, first, count);
            for (var p = 0; p < count; p++)
            {
                for (var mix = 0; mix < mixes.Count && Wanted[first + p].Count > 0; mix++)
                {
                    sums[b][mix] += RankingQuality.Of(scratch.First(p, mixes[mix], Seen.IndicesOf(first + p)), Wanted[first + p]);
                }
            }

            return scratch;
        }, _ => { });
        var people = blocks.Sum(block => Wanted.Skip(block * Block).Take(Block).Count(wanted => wanted.Count > 0));
        return [.. Enumerable.Range(0, mixes.Count).Select(mix => sums.Aggregate(default(RankingQuality), (sum, block) => sum + block[mix]) / people)];
    }

    /// <summary>What one worker writes on.</summary>
    private sealed class Scratch(int scorers, int items, int places)
    {
        private readonly Factors[] scores = new Factors[scorers];
        private readonly float[] mixed = new float[items];
        private readonly TopList top = new(places);

        public void Score(IReadOnlyList<IScorer> by, int first, int count)
        {
            for (var s = 0; s < scores.Length; s++)
            {
                scores[s] = scores[s]?.Rows == count ? scores[s] : new Factors(count, items);
                by[s].Score(first, scores[s]);
            }
        }

        public int[] First(int person, float[] mix, ReadOnlySpan<int> seen)
        {
            Array.Clear(mixed);
            for (var s = 0; s < scores.Length; s++)
            {
                if (mix[s] != 0)
                {
                    VectorMath.AddScaled(mixed, scores[s].Row(person), mix[s]);
                }
            }

            foreach (var item in seen)
            {
                mixed[item] = float.NegativeInfinity;
            }

            top.OfferAll(mixed);
            return [.. top.Take().Select(kept => kept.Index)];
        }
    }
}
