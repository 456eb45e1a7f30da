using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Discovery.Plots;
using Sward.Discovery.Pools;

namespace Sward.Discovery.Reach;

/// <summary>Shows operators who gets seen: shares of recommended impressions by the size of authors, and how notes move through the pools.</summary>
[Authorize(Policies.Operator)]
internal sealed class ReachPage(DiscoveryDb db, IStringLocalizer texts, TimeProvider clock) : PageModel
{
    /// <summary>More than this share of what is recommended is to be by authors below 1,000 followers.</summary>
    public const double Goal = .5;

    private const int Days = 30;

    /// <summary>Impressions of a day by band, smallest authors first.</summary>
    public sealed record Day(DateOnly Date, IReadOnlyList<int> Impressions)
    {
        public int All => Impressions.Sum();

        public double ShareOf(FollowerBand band) => All == 0 ? 0 : (double)Impressions[(int)band] / All;
    }

    /// <summary>A pool: how many notes are in it, and how many of those that entered it in the last 30 days were promoted, used it up or grew old.</summary>
    public sealed record Pool(int Room, int Here, int Promoted, int UsedUp, int Aged);

    /// <summary>How fast notes of a channel leave the starter pool upwards.</summary>
    /// <param name="MedianSeen">Impressions until then.</param>
    public sealed record Channel(string Code, int Promoted, double MedianSeen);

    /// <summary>What a source of a list of people or goods came to.</summary>
    public sealed record SuggestedBy(string List, string Source, int Impressions, int Clicks);

    /// <summary>Of the last 30 days, list by list, most often seen first.</summary>
    public IReadOnlyList<SuggestedBy> Suggested { get; private set; } = [];

    public IReadOnlyList<Day> Reached { get; private set; } = [];

    public IReadOnlyList<Pool> Pools { get; private set; } = [];

    public IReadOnlyList<Channel> Channels { get; private set; } = [];

    /// <summary>Null when nothing was recommended in all these days.</summary>
    public Bars? Plot { get; private set; }

    /// <summary>Of all days together.</summary>
    public double SmallShare { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await ReadReachAsync(today.AddDays(1 - Days), ct);
        await ReadPoolsAsync(clock.GetUtcNow().AddDays(-Days), ct);
        await ReadSuggestedAsync(today.AddDays(1 - Days), ct);
    }

    private async Task ReadSuggestedAsync(DateOnly first, CancellationToken ct) => Suggested =
    [
        .. (await db.SuggestedCounts.Where(c => c.Day >= first).GroupBy(c => new { c.List, c.Source })
            .Select(group => new SuggestedBy(group.Key.List, group.Key.Source, group.Sum(c => c.Impressions), group.Sum(c => c.Clicks))).ToListAsync(ct))
            .OrderBy(by => by.List, StringComparer.Ordinal).ThenByDescending(by => by.Impressions),
    ];

    private async Task ReadReachAsync(DateOnly first, CancellationToken ct)
    {
        var bands = Enum.GetValues<FollowerBand>();
        var rows = (await db.ReachDays.AsNoTracking().Where(d => d.Day >= first).ToListAsync(ct)).ToDictionary(d => (d.Day, d.Band), d => d.Impressions);
        Reached = [.. Enumerable.Range(0, Days).Select(first.AddDays).Select(day => new Day(day, [.. bands.Select(band => rows.GetValueOrDefault((day, band)))]))];
        if (Reached.Sum(day => day.All) is > 0 and var all)
        {
            SmallShare = (double)Reached.Sum(day => day.Impressions[(int)FollowerBand.Few]) / all;
            Plot = new(texts["discovery.reach.plot", Math.Round(100 * SmallShare)], [.. Reached.Select(day => (IReadOnlyList<double>)[.. bands.Select(day.ShareOf)])], Top: 1, Goal);
        }
    }

    private async Task ReadPoolsAsync(DateTimeOffset since, CancellationToken ct)
    {
        var counts = (await db.PoolStays.Where(s => s.LeftAt == null || s.EnteredAt > since).GroupBy(s => new { s.Room, s.Outcome })
            .Select(group => new { group.Key.Room, group.Key.Outcome, Count = group.Count() }).ToListAsync(ct)).ToDictionary(row => (row.Room, row.Outcome), row => row.Count);
        Pools = [.. Rooms.All.Select(room => new Pool(room, CountOf(room, null), CountOf(room, PoolOutcome.Promoted), CountOf(room, PoolOutcome.UsedUp), CountOf(room, PoolOutcome.Aged)))];
        var promoted = await db.PoolStays.Where(s => s.Room == Rooms.Starter && s.Outcome == PoolOutcome.Promoted && s.EnteredAt > since)
            .Select(s => new { s.Channel, Seen = s.Seen - s.SeenBefore }).ToListAsync(ct);
        Channels = [.. promoted.GroupBy(stay => stay.Channel, stay => (double)stay.Seen, StringComparer.Ordinal).Select(channel => new Channel(channel.Key, channel.Count(), ChannelMedians.Median([.. channel])))
            .OrderByDescending(channel => channel.Promoted).ThenBy(channel => channel.Code, StringComparer.Ordinal)];

        int CountOf(int room, PoolOutcome? outcome) => counts.GetValueOrDefault((room, outcome));
    }
}
