namespace Sward.Discovery.Pools;

/// <summary>What a note has to beat: the median score per impression of the notes that entered the same pool of its channel within thirty days, of its channel, or of all, the first of them that is measured.</summary>
internal sealed class ChannelMedians
{
    /// <summary>Fewer notes have no median worth beating.</summary>
    private const int Fewest = 10;

    /// <summary>A note with fewer impressions is not measured.</summary>
    private const int LeastSeen = Rooms.Starter / 2;

    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    private readonly Dictionary<(string Channel, int Room), double> peers;
    private readonly Dictionary<string, double> channels;
    private readonly double all;

    public ChannelMedians(IReadOnlyCollection<Measured> notes)
    {
        var starters = notes.Where(note => note.Room == Rooms.Starter).ToArray();
        peers = Medians(notes.GroupBy(note => (note.Channel, note.Room)));
        channels = Medians(starters.GroupBy(note => note.Channel, StringComparer.Ordinal));
        all = starters.Length < Fewest ? 0 : Median([.. starters.Select(note => note.PerImpression)]);
    }

    /// <summary>What came of a note in a pool.</summary>
    public sealed record Measured(string Channel, int Room, double PerImpression);

    public double Of(string channel, int room) => peers.TryGetValue((channel, room), out var peer) ? peer : channels.GetValueOrDefault(channel, all);

    public static async Task<ChannelMedians> ReadAsync(DiscoveryDb db, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Recent;
        return new(await db.PoolStays.Where(s => s.EnteredAt > since && s.Seen - s.SeenBefore >= LeastSeen)
            .Select(s => new Measured(s.Channel, s.Room, s.PerImpression)).ToListAsync(ct));
    }

    /// <summary>The middle value, or the mean of the two in the middle; 0 of none.</summary>
    public static double Median(double[] values)
    {
        if (values.Length == 0)
        {
            return 0;
        }

        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    private static Dictionary<TKey, double> Medians<TKey>(IEnumerable<IGrouping<TKey, Measured>> groups)
        where TKey : notnull => groups.Where(group => group.Count() >= Fewest).ToDictionary(group => group.Key, group => Median([.. group.Select(note => note.PerImpression)]));
}
