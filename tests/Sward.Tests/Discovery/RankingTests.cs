using Microsoft.Extensions.Options;
using Sward.Discovery;
using Sward.Discovery.Authors;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Ranking;
using Sward.Discovery.Shelves;
using Sward.Discovery.Sources;
using Sward.Kernel;

namespace Sward.Tests.Discovery;

public sealed class RankingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Twice_the_engagement_outweighs_one_half_life()
    {
        var older = Heat.Of(Noon.AddHours(-48), new Engagement(Likes: 3));

        Assert.Equal(Heat.Of(Noon, new Engagement(Likes: 1)), older);
        Assert.True(Heat.Of(Noon, new Engagement(Likes: 2)) > older);
    }

    [Theory]
    [InlineData(1, 0, 0, 0, 1.0)]
    [InlineData(0, 1, 0, 0, 1.5849625)]
    [InlineData(0, 0, 1, 0, 2.3219281)]
    [InlineData(0, 0, 0, 1, 2.3219281)]
    public void A_comment_weighs_more_than_a_collect_and_a_collect_more_than_a_like(int likes, int collects, int comments, int shares, double halfLives)
    {
        var gained = Heat.Of(Noon, new Engagement(likes, collects, comments, shares)) - Heat.Of(Noon, default);

        Assert.Equal(halfLives * Heat.HalfLife, gained, 1.0);
    }

    [Fact]
    public void An_undo_that_came_twice_does_not_count_below_nothing() =>
        Assert.Equal(new Engagement(), new Engagement(Likes: 1).Plus(new Engagement(Likes: -1)).Plus(new Engagement(Likes: -1)));

    [Fact]
    public void A_cursor_survives_the_way_out_and_back()
    {
        var cursor = new FeedCursor(new Mark(-5, 17), [.. Enumerable.Range(1, FeedCursor.MaxWaiting).Select(i => (long)i << 40)])
        {
            Ahead = [.. Enumerable.Range(1, FeedCursor.MaxAhead).Select(i => FeedCursor.PrintOf(i))],
            LastIds = [.. Enumerable.Range(1, FeedCursor.MaxLast).Select(i => (long)i << 41)],
        };

        Assert.True(FeedCursor.TryDecode(cursor.Encode(), out var back));
        Assert.Equal(cursor.After, back.After);
        Assert.Equal(cursor.WaitingIds, back.WaitingIds);
        Assert.Equal(cursor.Ahead, back.Ahead);
        Assert.Equal(cursor.LastIds, back.LastIds);
        Assert.False(back.IsAgain);
        Assert.True(FeedCursor.TryDecode((cursor with { Ahead = [], IsAgain = true, LastIds = [] }).Encode(), out back));
        Assert.Equal((true, 0), (back.IsAgain, back.LastIds.Count));
    }

    [Fact]
    public void A_note_that_waited_and_is_proposed_again_is_shown_once()
    {
        var note = new FeedNote { Id = 7, AuthorId = 1, Channel = "life", Visibility = "public", Topics = [], ProductIds = [], Categories = [], PublishedAt = Noon };
        var candidate = new Candidate(note, new Hot(new NoteShelves(new AuthorSizes(Options.Create(new DiscoveryOptions())))), 1_010);
        var maker = new PageMaker(new Breadth(2, 4), size: 20, [candidate, candidate]);

        maker.Offer(candidate with { Score = 990 });

        Assert.Single(maker.Page);
        Assert.Empty(maker.Waiting);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA.AAA")]
    public void A_cursor_of_others_is_none(string text) => Assert.False(FeedCursor.TryDecode(text, out _));

    [Fact]
    public void More_than_may_wait_is_no_cursor()
    {
        var cursor = new FeedCursor(Mark.Start, [.. Enumerable.Range(0, FeedCursor.MaxWaiting + 1)]);

        Assert.False(FeedCursor.TryDecode(cursor.Encode(), out _));
    }

    [Fact]
    public void A_crowd_of_one_author_waits_but_is_never_lost()
    {
        var order = Enumerable.Range(1, 60).Select(i => Candidate(id: 100 - i, author: i <= 30 ? 1 : i)).ToArray();
        var pages = Pages(order, new Breadth(AuthorsInTwenty: 2, TopicsInTen: 3), size: 10);

        Assert.Equal(order.Select(c => c.Note.Id).Order(), pages.SelectMany(page => page).Select(c => c.Note.Id).Order());
        // The waiting room holds sixteen: two are shown, sixteen wait, and the others push them in.
        Assert.Equal(2, pages[0].Take(2).Count(c => c.Note.AuthorId == 1));
    }

    [Fact]
    public void More_than_may_wait_break_breadth_by_count_and_never_put_one_author_beside_themselves_while_others_wait()
    {
        // Two authors write everything on one topic: nearly all of it has to wait.
        var order = Enumerable.Range(1, 40).Select(i => Candidate(id: 100 - i, author: 1 + (i / 4 % 2), topic: "tea")).ToArray();
        var maker = new PageMaker(new Breadth(AuthorsInTwenty: 2, TopicsInTen: 3), size: 20, []);
        foreach (var candidate in order)
        {
            if (!maker.IsFull)
            {
                maker.Offer(candidate);
            }
        }

        Assert.Equal(20, maker.Page.Count);
        Assert.True(maker.GaveWay > 0);
        Assert.DoesNotContain(maker.Page.Zip(maker.Page.Skip(1)).Skip(2), pair => pair.First.Note.AuthorId == pair.Second.Note.AuthorId);
        Assert.Equal(0, Gave(new PageMaker(new Breadth(AuthorsInTwenty: 2, TopicsInTen: 3), size: 20, [])));

        static int Gave(PageMaker quiet)
        {
            foreach (var i in Enumerable.Range(1, 20))
            {
                quiet.Offer(Candidate(id: 100 - i, author: i));
            }

            return quiet.GaveWay;
        }
    }

    [Fact]
    public void Breadth_is_counted_across_pages()
    {
        var order = Enumerable.Range(1, 20).Select(i => Candidate(id: 100 - i, author: i is 9 or 10 or 11 or 12 ? 1 : 50 + i, topic: i is >= 8 and <= 13 ? "tea" : $"topic {i}")).ToArray();
        var first = new PageMaker(new Breadth(AuthorsInTwenty: 2, TopicsInTen: 3), size: 10, []);
        var next = 0;
        while (!first.IsFull)
        {
            first.Offer(order[next++]);
        }

        var second = new PageMaker(new Breadth(AuthorsInTwenty: 2, TopicsInTen: 3), size: 8, first.Waiting, last: first.Last);
        while (!second.IsFull && next < order.Length)
        {
            second.Offer(order[next++]);
        }

        var row = first.Page.Concat(second.Page).Select(candidate => candidate.Note).ToArray();
        for (var start = 0; start + 10 <= row.Length; start++)
        {
            Assert.InRange(row[start..(start + 10)].Count(note => note.Topics.Contains("tea")), 0, 3);
        }

        Assert.InRange(row.Count(note => note.AuthorId == 1), 0, 2);
    }

    [Fact]
    public void A_topic_stands_at_most_three_times_among_ten()
    {
        var order = Enumerable.Range(1, 20).Select(i => Candidate(id: 100 - i, author: i, topic: i <= 6 ? "tea" : $"topic {i}")).ToArray();

        var page = Pages(order, new Breadth(AuthorsInTwenty: 2, TopicsInTen: 3), size: 10)[0];

        Assert.Equal(3, page.Count(c => c.Note.Topics.Contains("tea")));
    }

    [Fact]
    public void Among_ten_at_most_four_are_by_authors_whom_many_follow_and_one_by_a_huge_one()
    {
        var breadth = new Breadth(AuthorsInTwenty: 2, TopicsInTen: 3) { LargeAuthorsInTen = 4, HugeAuthorsInTen = 1 };
        var maker = new PageMaker(breadth, size: 20, [], sizeOf: author => author <= 5 ? AuthorSize.Huge : author <= 15 ? AuthorSize.Large : AuthorSize.Small);
        foreach (var id in Enumerable.Range(1, 40).TakeWhile(_ => !maker.IsFull))
        {
            maker.Offer(Candidate(id, author: id));
        }

        for (var first = 0; first <= 10; first++)
        {
            var ten = maker.Page.Skip(first).Take(10).Select(candidate => candidate.Note.AuthorId).ToArray();
            Assert.InRange(ten.Count(author => author <= 15), 1, 4);
            Assert.InRange(ten.Count(author => author <= 5), 0, 1);
        }

        Assert.Equal([1, 6, 7, 8], maker.Page.Take(4).Select(candidate => candidate.Note.AuthorId));
    }

    [Fact]
    public void A_pick_that_does_not_fit_comes_in_its_own_place()
    {
        var maker = new PageMaker(new Breadth(AuthorsInTwenty: 1, TopicsInTen: 3), size: 20, []);
        maker.Offer(Candidate(1, author: 1));

        maker.Offer(Candidate(2, author: 1) with { IsEarly = true });
        Assert.Empty(maker.Waiting);

        maker.Offer(Candidate(2, author: 1));
        Assert.Equal(2, Assert.Single(maker.Waiting).Note.Id);
    }

    [Fact]
    public void A_circle_is_covered_by_its_cells()
    {
        var dice = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var circle = new Vicinity(new Position((dice.NextDouble() * 178) - 89, (dice.NextDouble() * 360) - 180), 1 + (dice.NextDouble() * 49));
            var inside = new Position(
                Math.Clamp(circle.Middle.Latitude + ((dice.NextDouble() - 0.5) * 0.8), -90, 90), Wrap(circle.Middle.Longitude + ((dice.NextDouble() - 0.5) * 2)));
            if (circle.Middle.KilometresTo(inside) <= circle.Kilometres)
            {
                Assert.Contains(Vicinity.CellOf(inside), circle.Cells());
            }
        }

        static double Wrap(double longitude) => longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
    }

    /// <summary>Runs the order through pages the way the feed does: what waits goes into the next page first.</summary>
    private static List<IReadOnlyList<Candidate>> Pages(Candidate[] order, Breadth breadth, int size)
    {
        var pages = new List<IReadOnlyList<Candidate>>();
        IReadOnlyList<Candidate> waiting = [];
        var next = 0;
        do
        {
            var maker = new PageMaker(breadth, size, waiting);
            while (!maker.IsFull && next < order.Length)
            {
                maker.Offer(order[next++]);
            }

            if (next == order.Length)
            {
                maker.FillUp();
            }

            pages.Add(maker.Page);
            waiting = maker.Waiting;
        }
        while (next < order.Length || waiting.Count > 0);

        Assert.All(pages, page => Assert.True(page.Count <= size));
        return pages;
    }

    [Fact]
    public void Two_orders_become_one_that_has_first_what_both_have_early()
    {
        // By the other order: d, b, c, a. Ranks 0 + 3, 1 + 1, 2 + 2, 3 + 0.
        var worth = new Dictionary<string, double>(StringComparer.Ordinal) { ["a"] = 0, ["b"] = 2, ["c"] = 1, ["d"] = 3 };

        Assert.Equal(["b", "a", "d", "c"], RankFusion.Fuse(["a", "b", "c", "d"], thing => worth[thing]));
        Assert.Equal(["a", "b", "c"], RankFusion.Fuse(["a", "b", "c"], _ => 0));
        Assert.Empty(RankFusion.Fuse(Array.Empty<string>(), _ => 0));
    }

    private static Candidate Candidate(long id, long author, string? topic = null) => new(
        new FeedNote
        {
            Id = id,
            AuthorId = author,
            Channel = "life",
            Visibility = "public",
            Topics = topic is null ? [] : [topic],
            ProductIds = [],
            Categories = [],
            PublishedAt = Noon,
        },
        Source: null!,
        Score: id);
}
