using Sward.Search;

namespace Sward.Tests.Search;

public sealed class SearchIndexTests
{
    [Fact]
    public void A_term_weighs_what_its_rarity_says()
    {
        var random = new Random(7);
        using var index = new SearchIndex<int>(Tuning.Notes, headSize: 2_000);
        var oracle = new ExhaustiveScorer(Tuning.Notes);
        for (var id = 0; id < 500; id++)
        {
            var text = RandomText.Of(random);
            index.Put([new(id, TextVersion: 1, Marks: 0, () => text)]);
            oracle.Put(id, text);
        }

        var weighed = index.Weigh(Query.Parse(string.Join(' ', RandomText.Vocabulary)));
        Assert.NotEmpty(weighed.Sharpening);
        Assert.All(weighed.Finding.Concat(weighed.Sharpening), t => Assert.Equal((oracle.HoldersOf(t.Term), oracle.WeightOf(t.Term)), (t.Holders, t.Weight)));
    }

    /// <summary>Passing over what cannot come in must not change anything: with segments, a head, dead documents, merges, hidden ones, ranks that marks move, and several threads.</summary>
    [Theory]
    [InlineData(1, 1_000, false)]
    [InlineData(2, 12_000, false)]
    [InlineData(3, 1_000_000, false)]
    [InlineData(4, 12_000, true)]
    [InlineData(5, 1_000_000, true)]
    public async Task The_index_finds_and_ranks_exactly_like_the_exhaustive_scorer(int seed, int headSize, bool isShared)
    {
        var random = new Random(seed);
        using var index = new SearchIndex<Height>(Tuning.Notes, headSize: headSize, sharing: isShared ? new Sharing(FromPostings: 0, Ordinals: 300) : null);
        var oracle = new ExhaustiveScorer(Tuning.Notes);
        var (marks, versions) = (new Dictionary<long, Height>(), new Dictionary<long, int>());
        for (var step = 0; step < 6_000; step++)
        {
            var id = random.Next(5_000);
            switch (random.Next(6))
            {
                case 0:
                    index.Remove(id);
                    oracle.Remove(id);
                    versions.Remove(id);
                    break;
                case 1 when versions.TryGetValue(id, out var known):
                    marks[id] = Height.Of(random);
                    index.Put([new(id, known, marks[id], () => throw new InvalidOperationException("The text is known."))]);
                    break;
                default:
                    var text = RandomText.Of(random);
                    (marks[id], versions[id]) = (Height.Of(random), step);
                    index.Put([new(id, step, marks[id], () => text)]);
                    oracle.Put(id, text);
                    break;
            }
        }

        await index.SettleAsync();
        for (var i = 0; i < 60; i++)
        {
            var query = Query.Parse(string.Join(' ', random.GetItems(RandomText.Vocabulary, random.Next(1, 6))));
            var (relaxBelow, take) = (random.Next(1, BestHits<Height>.CountedTo), random.Next(1, 50));
            var found = index.Find(query, relaxBelow, take, new(Place, Most: 2_000_000, i % 2 == 0 ? MostOf : null));
            var expected = oracle.Find(index.Weigh(query), relaxBelow, take, (id, relevance) => Place(relevance, marks[id]));
            Assert.Equal((expected.Count, expected.IsRelaxed), (found.Count, found.IsRelaxed));
            Assert.Equal(expected.Hits, found.Hits);
        }

        // Hides every tenth and lets marks at most double what the words say.
        static long? Place(float relevance, in Height height) => height.Hundredths % 10 == 0 ? null : (long)(relevance * MostOf(height));
        static double MostOf(in Height highest) => 1_000_000 * (1 + (highest.Hundredths / 100.0));
    }

    [Fact]
    public async Task After_many_changes_the_index_equals_one_built_anew()
    {
        var random = new Random(11);
        using var changed = new SearchIndex<int>(Tuning.Notes, headSize: 3_000);
        var current = new Dictionary<long, (int Version, FieldText[] Text)>();
        for (var step = 0; step < 12_000; step++)
        {
            var id = random.Next(1_500);
            if (random.Next(4) == 0)
            {
                changed.Remove(id);
                current.Remove(id);
            }
            else
            {
                var text = RandomText.Of(random);
                changed.Put([new(id, step, Marks: 0, () => text)]);
                current[id] = (step, text);
            }
        }

        await changed.SettleAsync();
        using var anew = new SearchIndex<int>(Tuning.Notes);
        anew.Put([.. current.OrderBy(c => c.Value.Version).Select(c => new Indexed<int>(c.Key, c.Value.Version, 0, () => c.Value.Text))]);

        Assert.Equal(current.Count, changed.Count);
        foreach (var word in RandomText.Vocabulary)
        {
            var (one, other) = (changed.Find(Query.Parse(word), 1, 2_000, ByNothing), anew.Find(Query.Parse(word), 1, 2_000, ByNothing));
            Assert.Equal(other.Hits, one.Hits);
        }
    }

    [Fact]
    public void New_marks_count_without_reading_the_text_again()
    {
        using var index = new SearchIndex<int>(Tuning.Notes);
        index.Put([new(1, TextVersion: 1, Marks: 5, () => [new(Field.Title, "早餐")])]);
        index.Put([new(1, TextVersion: 1, Marks: 9, () => throw new InvalidOperationException("The text is known."))]);

        Assert.Equal(new Hit(1, 9), index.Find(Query.Parse("早餐"), 1, 10, new((float _, in int marks) => marks, Most: null)).Hits.Single());
    }

    [Fact]
    public void A_title_counts_more_than_a_body_and_what_is_hidden_is_not_counted()
    {
        using var index = new SearchIndex<int>(Tuning.Notes);
        index.Put([new(1, 1, 0, () => [new(Field.Body, "今天的早餐")]), new(2, 1, 0, () => [new(Field.Title, "今天的早餐")]), new(3, 1, Marks: -1, () => [new(Field.Title, "早餐")])]);

        var found = index.Find(Query.Parse("早餐"), 1, 10, new((float relevance, in int marks) => marks < 0 ? null : (long)(relevance * 1_000_000), Most: 1_000_000));

        Assert.Equal([2, 1], found.Hits.Select(h => h.Id));
        Assert.Equal(2, found.Count);
    }

    [Fact]
    public async Task Many_read_while_one_writes()
    {
        using var index = new SearchIndex<int>(Tuning.Notes, headSize: 500);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Assert.All(index.Find(Query.Parse("早餐 咖啡"), 1, 20, ByNothing).Hits, hit => Assert.InRange(hit.Id, 0, 99));
            }
        })).ToArray();

        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var text = RandomText.Of(random);
            index.Put([new(i % 100, i, 0, () => text)]);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(100, index.Count);
    }

    private static Ranking<int> ByNothing { get; } = new((float _, in int _) => 0, Most: null);

    /// <summary>Marks that raise a rank, and of which several have a bound.</summary>
    private readonly record struct Height(int Hundredths) : IBoundedMarks<Height>
    {
        /// <summary>Mostly low, so that a stretch with a high one differs from those without.</summary>
        public static Height Of(Random random) => new(random.Next(100) == 0 ? random.Next(100) : random.Next(10));

        public Height Highest(in Height other) => other.Hundredths > Hundredths ? other : this;
    }
}
