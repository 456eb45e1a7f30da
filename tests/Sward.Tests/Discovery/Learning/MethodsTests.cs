using Sward.Discovery.Learning.Evaluation;
using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;

namespace Sward.Tests.Discovery.Learning;

/// <summary>The methods on small worlds whose answer is known.</summary>
public sealed class MethodsTests
{
    private const int Groups = 5;
    private const int ItemsOfGroup = 40;
    private static readonly ParallelOptions OneCore = new() { MaxDegreeOfParallelism = 1 };
    private static readonly ParallelOptions TwoCores = new() { MaxDegreeOfParallelism = 2 };

    [Fact]
    public void The_neighbours_of_an_item_are_of_its_group()
    {
        var graph = ItemGraph.Build(Planted(), new ItemGraphSettings { Neighbours = 10 }, TwoCores);

        var ofGroup = Enumerable.Range(0, graph.Rows).SelectMany(seed => graph.IndicesOf(seed).ToArray().Select(near => GroupOf(near) == GroupOf(seed))).ToArray();
        Assert.All(Enumerable.Range(0, graph.Rows), seed => Assert.DoesNotContain(seed, graph.IndicesOf(seed).ToArray()));
        Assert.InRange(ofGroup.Average(isOf => isOf ? 1.0 : 0), .95, 1);
    }

    [Fact]
    public void The_weight_between_two_items_is_the_formula()
    {
        // One person liked all three, one only the first two: w(0 → 1) = (3^−½ + 2^−½) / (n₁^½ n₀^1).
        var graph = ItemGraph.Build(SparseMatrix.OfOnes(3, [[0, 1, 2], [0, 1]]), new() { PersonExponent = .5f, ItemExponent = .5f, SeedExponent = 1 }, OneCore);

        Assert.Equal([1, 2], graph.IndicesOf(0).ToArray());
        Assert.Equal((1 / Math.Sqrt(3) + 1 / Math.Sqrt(2)) / (Math.Sqrt(2) * 2), graph.WeightsOf(0)[0], 1e-5);
        Assert.Equal(1 / Math.Sqrt(3) / 2, graph.WeightsOf(0)[1], 1e-5);
    }

    [Fact]
    public void What_follows_weighs_more_than_what_went_before_and_nearer_more_than_farther()
    {
        var graph = NextGraph.Build(SparseMatrix.OfOnes(4, [[0, 1, 2, 3]]), new() { Window = 2, PairDecay = .5f, Backward = .25f, SeedExponent = 0 }, OneCore);

        Assert.Equal([2, 3, 0], graph.IndicesOf(1).ToArray());
        Assert.Equal([1f, .5f, .25f], graph.WeightsOf(1).ToArray());
        Assert.Equal([(7, 1f), (5, .5f)], NextGraph.SeedsOf([9, 5, 7], new() { History = 2, HistoryDecay = .5f }));
    }

    [Fact]
    public void Every_epoch_of_als_lowers_its_loss()
    {
        var (world, settings) = (Planted(), new AlsSettings { Width = 8, Seed = 3 });

        double[] losses = [.. Enumerable.Range(0, 6).Select(epochs => settings with { Epochs = epochs }).Select(s => ImplicitAls.Loss(world, ImplicitAls.Train(world, s, TwoCores), s, TwoCores))];

        Assert.Equal(losses.OrderDescending(), losses);
        Assert.True(losses[^1] < losses[0] / 2, $"{losses[0]} fell to {losses[^1]}");
    }

    [Fact]
    public void One_core_and_two_learn_the_same()
    {
        var (world, settings) = (Planted(), new AlsSettings { Width = 16, Epochs = 2 });

        Assert.Equal(ImplicitAls.Train(world, settings, OneCore).Items.Values, ImplicitAls.Train(world, settings, TwoCores).Items.Values);
        Assert.Equal(LowPass.Build(world, new() { Width = 8 }, OneCore).Items.Values, LowPass.Build(world, new() { Width = 8 }, TwoCores).Items.Values);
    }

    [Fact]
    public void Each_method_finds_what_was_held_back()
    {
        var (world, wanted) = HeldBack(Planted());
        var test = new RankingTest(world, wanted, Places: 10);
        var graph = ItemGraph.Build(world, new(), TwoCores);
        var als = ImplicitAls.Train(world, new() { Width = 16 }, TwoCores);
        var lowPass = LowPass.Build(world, new() { Width = Groups }, TwoCores);

        var qualities = test.Measure(
            [new GraphScorer(world, graph), FactorScorer.OfAls(als, world), FactorScorer.OfLowPass(lowPass, world, TwoCores)], [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]], TwoCores);

        Assert.All(qualities[..3], quality => Assert.InRange(quality.Recall, .25, 1));
        // Without any method the first places are the smallest numbers: a fifth of the people like those.
        Assert.InRange(qualities[3].Recall, 0, .1);
    }

    [Fact]
    public void Recall_and_ndcg_are_the_formulas()
    {
        var quality = RankingQuality.Of([4, 8, 2], [8, 1]);

        Assert.Equal(.5, quality.Recall);
        Assert.Equal(1 / Math.Log2(3) / (1 + 1 / Math.Log2(3)), quality.Ndcg, 1e-12);
    }

    [Fact]
    public void The_low_pass_of_its_own_vectors_changes_nothing()
    {
        var lowPass = LowPass.Build(Planted(), new() { Width = 8 }, TwoCores);

        // Items are n^½ V, and what one adds to a person is n^−½ V: their product over all items is VᵀV, which is one.
        for (var i = 0; i < 8; i++)
        {
            for (var j = 0; j < 8; j++)
            {
                var product = Enumerable.Range(0, lowPass.Items.Rows).Sum(item => lowPass.Items.Row(item)[i] * lowPass.Items.Row(item)[j] / lowPass.Counts[item]);
                Assert.Equal(i == j ? 1 : 0, product, 1e-3);
            }
        }
    }

    [Fact]
    public void Bytes_and_floats_agree_on_at_least_97_of_the_first_100()
    {
        var vectors = Factors.Random(4_000, 64, deviation: 1, seed: 5);
        var (bytes, people) = (new ByteVectors(vectors), Factors.Random(5, 64, deviation: 1, seed: 6));

        for (var person = 0; person < people.Rows; person++)
        {
            var (exact, rounded) = (new TopList(100), new TopList(100));
            exact.OfferAll([.. Enumerable.Range(0, vectors.Rows).Select(row => VectorMath.Dot(people.Row(person), vectors.Row(row)))]);
            var products = new float[vectors.Rows];
            bytes.AddProducts(people.Row(person), products);
            rounded.OfferAll(products);
            Assert.InRange(exact.Take().Select(kept => kept.Index).Intersect(rounded.Take().Select(kept => kept.Index)).Count(), 97, 100);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(101)]
    public void Products_are_right_for_any_length(int length)
    {
        var (a, b) = (Factors.Random(1, length, 1, seed: 1).Values, Factors.Random(1, length, 1, seed: 2).Values);
        sbyte[] x = [.. a.Select(value => (sbyte)(value * 40))], y = [.. b.Select(value => (sbyte)(value * 40))];

        Assert.Equal(a.Zip(b, (i, j) => (double)i * j).Sum(), VectorMath.Dot(a, b), 1e-3);
        Assert.Equal(x.Zip(y, (i, j) => i * j).Sum(), VectorMath.Dot(x, y));
    }

    [Fact]
    public void Cholesky_solves_what_it_was_given()
    {
        var (rows, x) = (Factors.Random(40, 12, 1, seed: 4), Factors.Random(1, 12, 1, seed: 5).Values);
        var matrix = rows.Gram(OneCore);
        float[] b = [.. Enumerable.Range(0, 12).Select(i => VectorMath.Dot(matrix.Row(i), x))];

        new Cholesky(matrix).Solve(b);

        Assert.All(x.Zip(b), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    [Fact]
    public void A_top_list_keeps_the_best_and_the_smaller_of_equals()
    {
        var top = new TopList(3);

        top.OfferAll([1, 5, 5, 2, 5, 9]);

        Assert.Equal([(5, 9f), (1, 5f), (2, 5f)], top.Take());
        Assert.Empty(top.Take());
    }

    private static int GroupOf(int item) => item / ItemsOfGroup;

    /// <summary>Three hundred people who like twelve items of their own group and one of anywhere.</summary>
    private static SparseMatrix Planted()
    {
        var dice = new Random(11);
        return SparseMatrix.OfOnes(Groups * ItemsOfGroup, [.. Enumerable.Range(0, 300).Select(person => Enumerable.Range(0, 12)
            .Select(_ => (person % Groups * ItemsOfGroup) + dice.Next(ItemsOfGroup)).Append(dice.Next(Groups * ItemsOfGroup)).Distinct().ToArray())]);
    }

    /// <summary>Everybody's first item is not learned from but wanted.</summary>
    private static (SparseMatrix World, HashSet<int>[] Wanted) HeldBack(SparseMatrix world)
    {
        int[][] rows = [.. Enumerable.Range(0, world.Rows).Select(person => world.IndicesOf(person).ToArray())];
        return (SparseMatrix.OfOnes(world.Columns, [.. rows.Select(row => row[1..])]), [.. rows.Select(row => new HashSet<int> { row[0] })]);
    }
}
