using Sward.Discovery;
using Sward.Discovery.Pipeline;

namespace Sward.Tests.Discovery.Pools;

/// <summary>Places on a page that are kept for notes out of the order.</summary>
public sealed class PlacesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(.46, 1)]
    [InlineData(.48, 2)]
    public void Chance_decides_over_the_part_of_a_place(double phase, int places) => Assert.Equal(places, new Places(.09, From: 3, phase).Among(20));

    [Fact]
    public void Kept_places_are_never_before_their_first_and_no_note_of_the_order_is_lost()
    {
        var maker = new PageMaker(new Breadth(AuthorsInTwenty: 1, TopicsInTen: 3), size: 10, []);
        // The first of the reserved is by an author who stands on the page already.
        maker.Reserve(new Places(.5, From: 3, Phase: .9), [Card(101, author: 1), Card(102), Card(103), Card(104), Card(105)]);
        var offered = 0;
        while (!maker.IsFull)
        {
            maker.Offer(Card(++offered));
        }

        var ids = maker.Page.Select(card => card.Note.Id).ToArray();
        Assert.Equal(10, ids.Length);
        Assert.All(ids.Take(3), id => Assert.True(id < 100));
        Assert.Equal([102, 103, 104, 105], ids.Where(id => id > 100));
        Assert.Equal(Enumerable.Range(1, offered).Select(id => (long)id), ids.Where(id => id < 100));
    }

    private static Candidate Card(long id, long? author = null) => new(
        new FeedNote { Id = id, AuthorId = author ?? id, Channel = "life", Visibility = "public", Topics = [], ProductIds = [], Categories = [], PublishedAt = DateTimeOffset.UnixEpoch },
        null!,
        Score: -id);
}
