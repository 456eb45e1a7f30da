using Sward.Discovery.Reach;
using Sward.Discovery.Serving;
using Sward.Discovery.Shelves;
using Sward.Discovery.Signals;

namespace Sward.Discovery.Pools;

/// <summary>Counts whom notes in pools were shown to, in the transaction of the roll-up. Authors and who follows them fill no room.</summary>
internal sealed class CountCrowds(DiscoveryDb db, Surfaces surfaces, NoteShelves shelves)
{
    public async Task FoldAsync(IReadOnlyList<Signal> readings, CancellationToken ct)
    {
        Signal[] shown = [.. readings.Where(reading => reading.Type is "impression" && reading.AccountId != 0 && reading.AccountId != shelves.Find(reading.TargetId)!.AuthorId
            && !Provenance.Read(reading.Detail, surfaces.All).ToFollower)];
        var noteIds = shown.Select(seen => seen.TargetId).Distinct().ToList();
        var rooms = noteIds.Count == 0 ? [] : await db.PoolStays.AsNoTracking().Where(s => s.LeftAt == null && noteIds.Contains(s.NoteId)).ToDictionaryAsync(s => s.NoteId, s => s.Room, ct);
        if (rooms.Count == 0)
        {
            return;
        }

        var pooledIds = rooms.Keys.ToList();
        var crowds = await db.PoolCrowds.Where(c => pooledIds.Contains(c.NoteId)).ToDictionaryAsync(c => (c.NoteId, c.Room), ct);
        foreach (var seen in shown.Where(seen => rooms.ContainsKey(seen.TargetId)))
        {
            var key = (seen.TargetId, rooms[seen.TargetId]);
            if (!crowds.TryGetValue(key, out var crowd))
            {
                crowds[key] = crowd = db.PoolCrowds.Add(new PoolCrowd { NoteId = key.TargetId, Room = key.Item2 }).Entity;
            }

            crowd.Add(seen.AccountId);
        }
    }
}
