using Microsoft.Extensions.Options;
using Sward.Discovery.Authors;
using Sward.Discovery.Filters;
using Sward.Discovery.Learning.Heads;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Pools;
using Sward.Discovery.Ranking;
using Sward.Discovery.Shelves;
using Sward.Discovery.Signals;
using Sward.Discovery.Sources;

namespace Sward.Discovery.Serving;

/// <summary>Every place where notes are shown, stage by stage.</summary>
internal sealed class Surfaces(NoteShelves shelves, AuthorSizes authors, Models models, HeadUtility utility, PoolsNow pools, IServiceScopeFactory scopes, RememberServed rememberServed, IOptionsMonitor<DiscoveryOptions> options)
{

    public IReadOnlyList<Surface> All => [Discover, Following, Related, Nearby];

    /// <summary>The front page and its channels; a visitor's front page is the same without a reader.</summary>
    public Surface Discover { get; } = new("discover")
    {
        Sources =
        [
            new Hot(shelves),
            new ForYou(new Placing(shelves, ForDiscover(shelves)), shelves, models, utility, options),
            new Interests(new Placing(shelves, ForDiscover(shelves)), shelves, models),
            new SmallAuthors(new Placing(shelves, ForDiscover(shelves)), shelves, authors, options),
            new NewNotes(pools, shelves, options),
        ],
        Fallback = new HotInTable(scopes),
        Filters = ForDiscover(shelves),
        SkipsSeen = true,
        Score = Order.ByHeat,
        Breadth = new Breadth(AuthorsInTwenty: 2, TopicsInTen: 3) { LargeAuthorsInTen = 4, HugeAuthorsInTen = 1 },
        SideEffects = [rememberServed],
    };

    /// <summary>The newest of the people one follows, exactly in the order they came.</summary>
    public Surface Following { get; } = new("following")
    {
        Sources = [new Followed(shelves)],
        Fallback = new FollowedInTable(scopes),
        Filters = [Filter.Blocked, Filter.NotForReader, Filter.Muted, Filter.Hidden],
        Score = Order.ByNewness,
        SideEffects = [rememberServed],
    };

    /// <summary>Beside and after a note.</summary>
    public Surface Related { get; } = new("related")
    {
        Sources = [Kin.ByGoods(shelves), Kin.ByTopic(shelves), Kin.ByAuthor(shelves), Kin.ByChannel(shelves), new Next(shelves, models)],
        Filters = [Filter.Seed, .. ForStrangers(shelves)],
        Score = Order.ByKinship,
        Breadth = new Breadth(AuthorsInTwenty: 4, TopicsInTen: int.MaxValue),
        SideEffects = [rememberServed],
    };

    /// <summary>Around a point.</summary>
    public Surface Nearby { get; } = new("nearby")
    {
        Sources = [new Near(shelves)],
        Filters = ForStrangers(shelves),
        Score = Order.ByHeat,
        Breadth = new Breadth(AuthorsInTwenty: 2, TopicsInTen: int.MaxValue),
        SideEffects = [rememberServed],
    };

    private static IFilter[] ForStrangers(NoteShelves shelves) => [Filter.NotPublic, Filter.Own, Filter.Blocked, Filter.Muted, Filter.Hidden, Filter.NearDuplicate(shelves)];

    private static IFilter[] ForDiscover(NoteShelves shelves) => [.. ForStrangers(shelves), Filter.Seen, Filter.Tired];
}
