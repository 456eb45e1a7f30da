using Sward.Contracts.Accounts;
using Sward.Discovery.Reach;
using Sward.Discovery.Serving;
using Sward.Discovery.Shelves;
using Sward.Discovery.Signals;

namespace Sward.Discovery.Pools;

/// <summary>Counts whom notes in pools were shown to, in the transaction of the roll-up. Authors and who follows them fill no room.</summary>
internal sealed class CountCrowds(DiscoveryDb db, Surfaces surfaces, NoteShelves shelves, ICircles circles)
{
    public async Task FoldAsync(IReadOnlyList<Signal> readings, CancellationToken ct)
    {
        Signal[] shown = [.. readings.Where(reading => reading.Type is "impression" && reading.AccountId != 0 && reading.AccountId != AuthorOf(reading) && !OriginOf(reading).ToFollower)];
        var noteIds = shown.Select(seen => seen.TargetId).Distinct().ToList();
        var rooms = noteIds.Count == 0 ? [] : await db.PoolStays.AsNoTracking().Where(s => s.LeftAt == null && noteIds.Contains(s.NoteId)).ToDictionaryAsync(s => s.NoteId, s => s.Room, ct);
        if (rooms.Count == 0)
        {
            return;
        }

        var followers = await FollowersAsync(shown.Where(seen => rooms.ContainsKey(seen.TargetId)), ct);
        var pooledIds = rooms.Keys.ToList();
        var crowds = await db.PoolCrowds.Where(c => pooledIds.Contains(c.NoteId)).ToDictionaryAsync(c => (c.NoteId, c.Room), ct);
        foreach (var seen in shown.Where(seen => rooms.ContainsKey(seen.TargetId) && !followers.Contains((seen.AccountId, AuthorOf(seen)))))
        {
            var key = (seen.TargetId, rooms[seen.TargetId]);
            if (!crowds.TryGetValue(key, out var crowd))
            {
                crowds[key] = crowd = db.PoolCrowds.Add(new PoolCrowd { NoteId = key.TargetId, Room = key.Item2 }).Entity;
            }

            crowd.Add(seen.AccountId);
        }
    }

    /// <summary>Cards of our surfaces say whether the reader followed the author; of a profile, a board or an answer to a search it has to be asked.</summary>
    private async Task<IReadOnlySet<(long FollowerId, long FolloweeId)>> FollowersAsync(IEnumerable<Signal> shown, CancellationToken ct)
    {
        var pairs = shown.Where(seen => seen.AccountId > 0 && OriginOf(seen) == Provenance.Unknown).Select(seen => (seen.AccountId, AuthorOf(seen))).ToHashSet();
        return pairs.Count == 0 ? pairs : await circles.FollowersAmongAsync(pairs, ct);
    }

    private Provenance OriginOf(Signal seen) => Provenance.Read(seen.Detail, surfaces.All);

    private long AuthorOf(Signal seen) => shelves.Find(seen.TargetId)!.AuthorId;
}
