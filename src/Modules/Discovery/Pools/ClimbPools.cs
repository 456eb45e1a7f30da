using Sward.Discovery.Shelves;

namespace Sward.Discovery.Pools;

/// <summary>Moves notes from pool to pool by what people did with them. One node does it; all of them load where notes are.</summary>
internal sealed class ClimbPools(DiscoveryDb db, ReadDeeds read, NoteShelves shelves, PoolsNow pools, TimeProvider clock) : IClockJob
{
    /// <summary>A note is looked at again when another fiftieth of its room was used, so that a large room costs no more looks than a small one.</summary>
    private const int Looks = 50;

    /// <summary>Notes in one transaction: others wait for it on SQLite.</summary>
    private const int Piece = 100;

    /// <summary>Follows at once; what a flood leaves over is for the next time.</summary>
    private const int Follows = 1_000;

    /// <summary>The signals of a reading have come in by then.</summary>
    private static readonly TimeSpan ReadingTime = TimeSpan.FromMinutes(5);

    /// <summary>A follow is won by a note that was read so near to it.</summary>
    private static readonly TimeSpan WonWithin = TimeSpan.FromDays(1);

    /// <summary>What nobody came to see leaves as well.</summary>
    private static readonly TimeSpan NewAtMost = TimeSpan.FromDays(60);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await AttributeFollowsAsync(now, ct);
        var medians = await ChannelMedians.ReadAsync(db, now, ct);
        foreach (var piece in (await DueAsync(ct)).Chunk(Piece))
        {
            await LookAsync(piece, medians, now, ct);
        }

        var oldest = now - NewAtMost;
        await db.PoolStays.Where(s => s.LeftAt == null && s.Since < oldest)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LeftAt, now).SetProperty(s => s.Outcome, PoolOutcome.Aged), ct);
        await db.WonFollows.Where(f => f.At < oldest || f.NoteId == WonFollow.NoNote).ExecuteDeleteAsync(ct);
        await pools.RunAsync(ct);
    }

    private async Task<List<Due>> DueAsync(CancellationToken ct) => await (
        from stay in db.PoolStays
        where stay.LeftAt == null
        join crowd in db.PoolCrowds on new { stay.NoteId, stay.Room } equals new { crowd.NoteId, crowd.Room }
        let seen = stay.SeenBefore + crowd.People
        where seen > stay.Seen && (seen - stay.Seen) * Looks >= stay.Room
        select new Due(stay.NoteId, stay.Room, seen)).ToListAsync(ct);

    private async Task LookAsync(Due[] piece, ChannelMedians medians, DateTimeOffset now, CancellationToken ct)
    {
        var noteIds = piece.Select(due => due.NoteId).ToList();
        var seen = piece.ToDictionary(due => due.NoteId, due => due.Seen);
        var deeds = await read.OfAsync(noteIds, ct);
        foreach (var stay in await db.PoolStays.Where(s => s.LeftAt == null && noteIds.Contains(s.NoteId)).ToListAsync(ct))
        {
            Look(stay, PoolScore.Of(deeds[stay.NoteId], seen[stay.NoteId]), medians.Of(stay.Channel, stay.Room), now);
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private void Look(PoolStay stay, PoolScore score, double median, DateTimeOffset now)
    {
        (stay.Seen, stay.PerImpression, stay.Bound, stay.Median) = (score.Seen, score.PerImpression, score.Bound, median);
        // Not before half of the room: who asks after every impression whether it is enough is told so by chance.
        if (score.Bound > median && stay.SeenHere * 2 >= stay.Room && Rooms.Above(stay.Room) is { } above)
        {
            (stay.LeftAt, stay.Outcome) = (now, PoolOutcome.Promoted);
            db.PoolStays.Add(new PoolStay
            {
                NoteId = stay.NoteId,
                Room = above,
                Channel = stay.Channel,
                Since = stay.Since,
                EnteredAt = now,
                SeenBefore = stay.Seen,
                Seen = stay.Seen,
                PerImpression = stay.PerImpression,
                Bound = stay.Bound,
                Median = stay.Median,
            });
        }
        else if (stay.SeenHere >= stay.Room)
        {
            (stay.LeftAt, stay.Outcome) = (now, PoolOutcome.UsedUp);
        }
    }

    private async Task AttributeFollowsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var until = now - ReadingTime;
        foreach (var follow in await db.WonFollows.Where(f => f.NoteId == null && f.At < until).OrderBy(f => f.At).Take(Follows).ToListAsync(ct))
        {
            var (from, to) = (follow.At - WonWithin, follow.At + WonWithin);
            var readings = await db.Actions.AsNoTracking().Where(a => a.AccountId == follow.FollowerId && a.At > from && a.At < to).Select(a => new { a.NoteId, a.At }).ToListAsync(ct);
            follow.NoteId = readings.Where(reading => shelves.Find(reading.NoteId)?.AuthorId == follow.AuthorId)
                .OrderBy(reading => (reading.At - follow.At).Duration()).Select(reading => reading.NoteId).FirstOrDefault(WonFollow.NoNote);
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>A note whose room was used further since the last look.</summary>
    private sealed record Due(long NoteId, int Room, int Seen);
}
