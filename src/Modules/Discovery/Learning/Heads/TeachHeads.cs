using System.Globalization;
using Sward.Discovery.Hiding;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Reach;
using Sward.Discovery.Serving;
using Sward.Discovery.Shelves;
using Sward.Discovery.Signals;
using Sward.Discovery.Signals.RollUp;

namespace Sward.Discovery.Learning.Heads;

/// <summary>Teaches the heads what came of each impression within some minutes, and publishes them. One node does it; all of them load the file.</summary>
internal sealed class TeachHeads(DiscoveryDb db, SignalWalk walk, NoteShelves shelves, Surfaces surfaces, LearningHeads learning, Models.Models models, PublishModel publish, TimeProvider clock) : IClockJob
{
    private const string Reader = "teach-heads";
    private const int Piece = 2_000;

    /// <summary>What a flood leaves over is for the next time.</summary>
    private const int Pieces = 25;

    /// <summary>What comes of an impression has come by then, and has been rolled up.</summary>
    private static readonly TimeSpan Outcome = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken ct)
    {
        await models.RunAsync(ct);
        if (learning.Heads is null || models.HeadsVersion != learning.Published)
        {
            learning.Begin(models.Heads ?? HeadSet.New());
        }

        var taught = 0;
        for (var piece = 0; piece < Pieces && await walk.NextAsync(Reader, Outcome, Piece, ct) is { Count: > 0 } signals; piece++)
        {
            taught += await TeachAsync([.. signals.Select(stored => stored.Signal).Where(signal => signal is { Type: "impression", TargetKind: "note", AccountId: > 0 })], ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        await db.SaveChangesAsync(ct);
        if (taught > 0)
        {
            await publish.RunAsync(TrainedModel.Heads, learning.Heads!.Write(), clock.GetUtcNow(), taught, notes: 0, recall: 0, ct);
            learning.Published = models.HeadsVersion;
        }
    }

    private async Task<int> TeachAsync(IReadOnlyList<Signal> impressions, CancellationToken ct)
    {
        var accountIds = impressions.Select(seen => seen.AccountId).Distinct().ToList();
        var noteIds = impressions.Select(seen => seen.TargetId).Distinct().ToList();
        var actions = await db.Actions.AsNoTracking().Where(a => accountIds.Contains(a.AccountId) && noteIds.Contains(a.NoteId)).ToDictionaryAsync(a => (a.AccountId, a.NoteId), ct);
        var hides = (await db.Hides.AsNoTracking().Where(h => accountIds.Contains(h.AccountId) && h.Kind == HideKind.Note).Select(h => new { h.AccountId, h.Target }).ToListAsync(ct))
            .Select(h => (h.AccountId, long.Parse(h.Target, CultureInfo.InvariantCulture))).ToHashSet();
        var follows = (await db.WonFollows.AsNoTracking().Where(f => accountIds.Contains(f.FollowerId) && f.NoteId != null && noteIds.Contains(f.NoteId.Value)).ToListAsync(ct))
            .Select(f => (f.FollowerId, f.NoteId!.Value)).ToHashSet();
        var taught = 0;
        foreach (var seen in impressions)
        {
            var action = actions.GetValueOrDefault((seen.AccountId, seen.TargetId));
            // What they did with it before says nothing about this time.
            if (shelves.Find(seen.TargetId) is { } note && (action is null || action.At >= seen.At - Outcome))
            {
                // Who follows the author already cannot be won by the note.
                bool? followed = Provenance.Read(seen.Detail, surfaces.All).ToFollower ? null : follows.Contains((seen.AccountId, seen.TargetId));
                learning.Learn(Features.Of(seen.AccountId, note, seen.At, seen.Slot ?? 0), Came(action, hides.Contains((seen.AccountId, seen.TargetId)), followed));
                taught++;
            }
        }

        return taught;
    }

    /// <summary>In the order of <see cref="HeadSet.Actions"/>.</summary>
    private static bool?[] Came(NoteAction? action, bool hidden, bool? followed) => action is null
        ? [false, false, false, false, false, false, false, hidden, followed]
        : [action.Opened, action.Liked, action.Collected, action.Commented, action.Shared, action.Finished, action.Bounces > 0, hidden, followed];
}
