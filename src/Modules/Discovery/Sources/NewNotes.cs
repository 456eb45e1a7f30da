using Microsoft.Extensions.Options;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Pools;
using Sward.Discovery.Portrait;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>Notes from the pools, for places of their own: everybody gets seen, and first by those who may like it.</summary>
internal sealed class NewNotes(PoolsNow pools, NoteShelves shelves, IOptionsMonitor<DiscoveryOptions> options) : ISource
{
    /// <summary>The first cards of Discover are the best there is.</summary>
    private const int FirstSlot = 3;

    /// <summary>So often a reader whose interests are known is shown something else, which is how new ones are found.</summary>
    private const double Exploring = .2;

    /// <summary>Draws for each place: filters and breadth may say no.</summary>
    private const int DrawsPerPlace = 4;

    /// <summary>Up to this pool a note is seen by its first readers.</summary>
    private const int LastOfFirstReaders = 3_000;

    public string Name => "new";

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(250);

    public Reason WhyThis(FeedContext context, FeedNote note) => Reason.OfChannel("new", note.Channel);

    public async ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        var share = context.Treatment.Tuning.PoolShare ?? options.CurrentValue.PoolShare;
        // Places are given once for a page, however many rounds it takes.
        if (after != context.Ask.Cursor.After || share == 0 || ChannelsFor(context).Count == 0)
        {
            return new Harvest([], HasMore: false) { Picks = [] };
        }

        var channels = ChannelsFor(context);
        var liked = context.Ask.Channel is null
            ? (await context.Portrait.Value.WaitAsync(ct)).Liked.Where(interest => interest.Key.Kind is InterestKind.Channel && channels.Contains(interest.Key.Name, StringComparer.Ordinal)).ToArray()
            : [];
        var places = new Places(share, after == Mark.Start ? FirstSlot : 0, Random.Shared.NextDouble());
        return new Harvest([], HasMore: false) { Picks = [], Reserved = new(places, Draw(context, after, channels, liked, (int)Math.Ceiling(share * context.Ask.Size) * DrawsPerPlace)) };
    }

    private List<Pick> Draw(FeedContext context, Mark after, IReadOnlyList<string> channels, Interest[] liked, int draws)
    {
        var (picks, drawn, ahead) = (new List<Pick>(draws), new HashSet<long>(), context.Ask.Cursor.Ahead.ToHashSet());
        for (var i = 0; i < draws; i++)
        {
            var pooled = pools.Draw(ChannelFor(channels, liked), Random.Shared);
            // Who follows the author meets the note in Follow. A note that stands before the place was shown in the order already.
            if (drawn.Add(pooled.NoteId) && shelves.Find(pooled.NoteId) is { } note && !context.Circle.Following.Contains(note.AuthorId)
                && !ahead.Contains(FeedCursor.PrintOf(note.Id)) && new Mark(note.Heat, note.Id).IsAfter(after))
            {
                picks.Add(new Pick(note, pooled.Room, Reason.OfChannel(pooled.Room <= LastOfFirstReaders ? "new" : "climbing", note.Channel)));
            }
        }

        return picks;
    }

    /// <summary>The channels to draw from: the one that is asked for, or all, as far as they have notes in pools.</summary>
    private IReadOnlyList<string> ChannelsFor(FeedContext context) => context.Ask.Channel is not { } asked ? pools.Channels : pools.Channels.Contains(asked, StringComparer.Ordinal) ? [asked] : [];

    /// <summary>One of the reader's channels by how much they like it, or any.</summary>
    private static string ChannelFor(IReadOnlyList<string> channels, Interest[] liked)
    {
        if (liked.Length == 0 || Random.Shared.NextDouble() < Exploring)
        {
            return channels[Random.Shared.Next(channels.Count)];
        }

        var left = Random.Shared.NextDouble() * liked.Sum(interest => interest.Weight);
        foreach (var interest in liked)
        {
            left -= interest.Weight;
            if (left <= 0)
            {
                return interest.Key.Name;
            }
        }

        return liked[^1].Key.Name;
    }
}
