using Sward.Discovery.Experiments;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Signals.RollUp;

/// <summary>
/// Folds new signals into what others read: opens, readings and bounces into the actions that models learn from, counts of notes by the hour and of people by the day, and who
/// met which arm of an experiment. Signals of visitors and of notes that are nowhere say nothing about anybody.
/// </summary>
internal sealed class RollUpSignals(DiscoveryDb db, SignalWalk walk, Tallies tallies, NoteShelves shelves) : IClockJob
{
    private const string Reader = "roll-up";

    /// <summary>Signals in one transaction: others wait for it on SQLite.</summary>
    private const int Piece = 1_000;

    /// <summary>What a flood leaves over is for the next time.</summary>
    private const int Pieces = 50;

    /// <summary>A writer on another node may be so much behind.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken ct)
    {
        for (var piece = 0; piece < Pieces && await walk.NextAsync(Reader, Behind, Piece, ct) is { Count: > 0 } signals; piece++)
        {
            foreach (var (_, signal) in signals)
            {
                await FoldAsync(signal, ct);
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task FoldAsync(Signal signal, CancellationToken ct)
    {
        if (signal is { Type: "served", AccountId: > 0, Detail: { } detail })
        {
            await ExposeAsync(signal, detail, ct);
        }
        else if (signal is { TargetKind: "note", Type: "impression" or "open" or "dwell" or "bounce" or "finish" } && shelves.Find(signal.TargetId) is { } note)
        {
            Count(await tallies.OfNoteAsync(note.Id, signal.ReceivedAt, ct), signal);
            // Authors look after their notes; that is no taste.
            if (signal.AccountId > 0 && signal.AccountId != note.AuthorId)
            {
                Count(await tallies.OfPersonAsync(signal.AccountId, signal.ReceivedAt, ct), signal);
                await ActAsync(signal, ct);
            }
        }
    }

    private static void Count(NoteCount count, Signal signal)
    {
        count.Impressions += signal.Type is "impression" ? 1 : 0;
        count.Opens += signal.Type is "open" ? 1 : 0;
        count.Bounces += signal.Type is "bounce" ? 1 : 0;
        count.DwellSeconds += SecondsOf(signal);
    }

    private static void Count(PersonDay day, Signal signal)
    {
        day.Impressions += signal.Type is "impression" ? 1 : 0;
        day.Opens += signal.Type is "open" ? 1 : 0;
        day.Bounces += signal.Type is "bounce" ? 1 : 0;
        day.DwellSeconds += SecondsOf(signal);
    }

    /// <summary>A page that was left open is not read for hours.</summary>
    private static int SecondsOf(Signal signal) => signal.Type is "dwell" ? Math.Min(NoteAction.MostDwellSeconds, (signal.Milliseconds ?? 0) / 1_000) : 0;

    private async Task ActAsync(Signal signal, CancellationToken ct)
    {
        if (signal.Type is "impression")
        {
            return;
        }

        var action = await db.Actions.FindAsync([signal.AccountId, signal.TargetId], ct)
            ?? db.Actions.Add(new NoteAction { AccountId = signal.AccountId, NoteId = signal.TargetId }).Entity;
        action.Opened |= signal.Type is "open";
        action.Finished |= signal.Type is "finish";
        action.Bounces = Math.Min(NoteAction.MostBounces, action.Bounces + (signal.Type is "bounce" ? 1 : 0));
        action.DwellSeconds = Math.Min(NoteAction.MostDwellSeconds, action.DwellSeconds + SecondsOf(signal));
        action.At = signal.At > action.At ? signal.At : action.At;
    }

    /// <summary>Whoever was served by an arm belongs to it from then on, whatever came of it.</summary>
    private async Task ExposeAsync(Signal signal, string detail, CancellationToken ct)
    {
        foreach (var (experimentId, arm) in Treatment.Read(detail))
        {
            if (await db.Exposures.FindAsync([experimentId, signal.AccountId], ct) is null)
            {
                db.Exposures.Add(new Exposure { ExperimentId = experimentId, AccountId = signal.AccountId, Arm = arm, FirstAt = signal.ReceivedAt });
            }
        }
    }
}

/// <summary>Forgets counts that nobody reads any more.</summary>
internal sealed class ForgetOldCounts(DiscoveryDb db, TimeProvider clock) : IClockJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task RunAsync(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - Kept;
        var oldestDay = DateOnly.FromDateTime(oldest.UtcDateTime);
        await db.NoteCounts.Where(count => count.Hour < oldest).ExecuteDeleteAsync(ct);
        await db.PersonDays.Where(day => day.Day < oldestDay).ExecuteDeleteAsync(ct);
    }
}
