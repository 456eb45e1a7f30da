using Sward.Search;

namespace Sward.Tests.Search;

public sealed class SearchIndexTests
{
    private static readonly string[] Vocabulary = ["早餐", "咖啡", "手冲", "露营", "coffee", "running", "runs", "iphone15", "家", "猫", "☕", "拿铁", "run", "shoes", "15"];

    [Fact]
    public void The_index_scores_like_the_exhaustive_scorer()
    {
        var random = new Random(7);
        using var index = new SearchIndex<int>(Tuning.Notes);
        var oracle = new ExhaustiveScorer(Tuning.Notes);
        for (var id = 0; id < 3_000; id++)
        {
            var text = TextOf(random);
            index.Put([new(id, TextVersion: 1, Marks: 0, () => text)]);
            oracle.Put(id, text);
        }

        for (var i = 0; i < 300; i++)
        {
            var query = Query.Parse(string.Join(' ', random.GetItems(Vocabulary, random.Next(1, 5))));
            var relaxBelow = random.Next(1, 200);
            var found = index.Find(query, relaxBelow, take: 50, ByRelevance);
            var expected = oracle.Find(query, relaxBelow, take: 50);
            Assert.Equal((expected.Count, expected.IsRelaxed), (found.Count, found.IsRelaxed));
            // Sums of floats differ in their last digits with the order of adding.
            Assert.All(expected.Hits.Zip(found.Hits), pair => Assert.InRange(pair.Second.Rank, pair.First.Rank - 20, pair.First.Rank + 20));
        }
    }

    [Fact]
    public void After_many_changes_the_index_equals_one_built_anew()
    {
        var random = new Random(11);
        using var changed = new SearchIndex<int>(Tuning.Notes);
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
                var text = TextOf(random);
                changed.Put([new(id, step, Marks: 0, () => text)]);
                current[id] = (step, text);
            }
        }

        using var anew = new SearchIndex<int>(Tuning.Notes);
        anew.Put([.. current.OrderBy(c => c.Value.Version).Select(c => new Indexed<int>(c.Key, c.Value.Version, 0, () => c.Value.Text))]);

        Assert.Equal(current.Count, changed.Count);
        foreach (var word in Vocabulary)
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

        Assert.Equal(new Hit(1, 9), index.Find(Query.Parse("早餐"), 1, 10, (float _, in int marks) => marks).Hits.Single());
    }

    [Fact]
    public void A_title_counts_more_than_a_body_and_what_is_hidden_is_not_counted()
    {
        using var index = new SearchIndex<int>(Tuning.Notes);
        index.Put([new(1, 1, 0, () => [new(Field.Body, "今天的早餐")]), new(2, 1, 0, () => [new(Field.Title, "今天的早餐")]), new(3, 1, Marks: -1, () => [new(Field.Title, "早餐")])]);

        var found = index.Find(Query.Parse("早餐"), 1, 10, (float relevance, in int marks) => marks < 0 ? null : ByRelevance(relevance, marks));

        Assert.Equal([2, 1], found.Hits.Select(h => h.Id));
        Assert.Equal(2, found.Count);
    }

    [Fact]
    public async Task Many_read_while_one_writes()
    {
        using var index = new SearchIndex<int>(Tuning.Notes);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Assert.All(index.Find(Query.Parse("早餐 咖啡"), 1, 20, ByRelevance).Hits, hit => Assert.InRange(hit.Id, 0, 99));
            }
        })).ToArray();

        var random = new Random(3);
        for (var i = 0; i < 6_000; i++)
        {
            var text = TextOf(random);
            index.Put([new(i % 100, i, 0, () => text)]);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(100, index.Count);
    }

    private static long? ByRelevance(float relevance, in int marks) => (long)(relevance * 1_000_000);

    private static long? ByNothing(float relevance, in int marks) => 0;

    private static FieldText[] TextOf(Random random) =>
    [
        new(Field.Title, string.Join(random.Next(2) == 0 ? "" : " ", random.GetItems(Vocabulary, random.Next(1, 4)))),
        new(Field.Topics, random.GetItems(Vocabulary, 1)[0]),
        new(Field.Body, string.Join(' ', random.GetItems(Vocabulary, random.Next(0, 12)))),
    ];
}
