using Sward.Discovery.Signals.RollUp;

namespace Sward.Discovery.Pools;

/// <summary>How a note stands in the pools, and how it came there.</summary>
/// <param name="Stays">Its pools, the first one first; empty when it never was in one.</param>
/// <param name="Seen">How many people who do not follow the author saw it, each once in a pool.</param>
/// <param name="SeenByFollowers">Impressions of people who do; they neither help nor harm.</param>
/// <param name="Median">What its bound has to beat.</param>
/// <param name="Hours">Impressions of all people and what else happened, by the hour.</param>
internal sealed record NoteClimb(
    IReadOnlyList<PoolStay> Stays, int Seen, int SeenByFollowers, PoolScore Score, double Median, IReadOnlyList<DeedSum> Deeds, IReadOnlyList<NoteCount> Hours)
{
    /// <summary>Where it is, or was last.</summary>
    public PoolStay? Last => Stays.Count > 0 ? Stays[^1] : null;

    public int SeenHere => Last is { } stay ? Math.Min(stay.Room, Seen - stay.SeenBefore) : 0;
}

/// <summary>How many people did something, and what it adds for each of them.</summary>
internal sealed record DeedSum(string Code, int People, int Weight);

/// <summary>Reads the climb of a note as it is now.</summary>
internal sealed class ReadClimb(DiscoveryDb db, ReadDeeds read, TimeProvider clock)
{
    /// <summary>Hours that are kept for people to look at.</summary>
    private const int MostHours = 24 * 60;

    public async Task<NoteClimb> OfAsync(long noteId, CancellationToken ct)
    {
        var stays = await db.PoolStays.AsNoTracking().Where(s => s.NoteId == noteId).OrderBy(s => s.Room).ToListAsync(ct);
        var shown = await db.ShownCounts.AsNoTracking().Where(c => c.NoteId == noteId).ToListAsync(ct);
        var hours = await db.NoteCounts.AsNoTracking().Where(c => c.NoteId == noteId).OrderByDescending(c => c.Hour).Take(MostHours).ToListAsync(ct);
        var deeds = (await read.OfAsync([noteId], ct))[noteId].ToList();
        var crowd = await db.PoolCrowds.AsNoTracking().Where(c => c.NoteId == noteId).OrderByDescending(c => c.Room).Select(c => new { c.Room, c.People }).FirstOrDefaultAsync(ct);
        var seen = stays.Count == 0 ? 0 : crowd is { } here && here.Room == stays[^1].Room ? stays[^1].SeenBefore + here.People : stays[^1].Seen;
        var median = stays.Count == 0 ? 0 : (await ChannelMedians.ReadAsync(db, clock.GetUtcNow(), ct)).Of(stays[^1].Channel, stays[^1].Room);
        return new(stays, seen, shown.Sum(c => c.ToFollowers), PoolScore.Of(deeds, seen), median, Sum(deeds), [.. hours.OrderBy(c => c.Hour)]);
    }

    private static IReadOnlyList<DeedSum> Sum(List<Deed> deeds)
    {
        (string Code, Func<Deed, bool> Did, Deed One)[] kinds =
        [
            ("liked", deed => deed.Liked, new(Liked: true)), ("collected", deed => deed.Collected, new(Collected: true)), ("commented", deed => deed.Commented, new(Commented: true)),
            ("shared", deed => deed.Shared, new(Shared: true)), ("followed", deed => deed.Followed, new(Followed: true)), ("bounced", deed => deed.Bounced, new(Bounced: true)),
            ("hid", deed => deed.Hid, new(Hid: true)), ("reported", deed => deed.Reported, new(Reported: true)),
        ];
        return [.. kinds.Select(kind => new DeedSum(kind.Code, deeds.Count(kind.Did), kind.One.Weight)).Where(sum => sum.People > 0)];
    }
}
