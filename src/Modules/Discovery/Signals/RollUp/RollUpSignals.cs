using System.Diagnostics.Metrics;
using Sward.Discovery.Filters;
using Sward.Discovery.Goods.Acting;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Pools;
using Sward.Discovery.Portrait;
using Sward.Discovery.Reach;
using Sward.Discovery.Shelves;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.Signals.RollUp;

/// <summary>
/// Folds new signals into what others read: opens, readings and bounces into the actions that models learn from, counts of notes by the hour and of people by the day, and who
/// met which arm of an experiment. Signals of visitors and of notes that are nowhere say nothing about anybody.
/// </summary>
internal sealed class RollUpSignals(DiscoveryDb db, SignalWalk walk, Servings servings, FoldVisits visits, NoteShelves shelves, CountShown shown, CountCrowds crowds, CountSuggested suggested, KeepSeenCards seen, TastesOfPeople tastes, TimeProvider clock) : IClockJob
{
    private const string Reader = "roll-up";

    /// <summary>Signals in one transaction: others wait for it on SQLite.</summary>
    private const int Piece = 1_000;

    /// <summary>Within the job's period, so that no second node begins meanwhile. What a flood leaves over is for the next time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>A writer on another node may be so much behind.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(5);

    private static double lag;

    static RollUpSignals() => Metrics.Meter.CreateObservableGauge("signals.lag", () => Volatile.Read(ref lag), "s", "How old the newest signals were that the last roll-up came to; 0 when it came to the end. On the node that rolled up.");

    public async Task RunAsync(CancellationToken ct)
    {
        var (started, last) = (clock.GetTimestamp(), (DateTimeOffset?)null);
        while (clock.GetElapsedTime(started) is var before && before < Longest && await walk.NextAsync(Reader, Behind, Piece, ct) is { Count: > 0 } signals)
        {
            await servings.KeepAsync([.. signals.Select(stored => stored.Signal).Where(signal => signal is { Type: "served", AccountId: > 0 })], ct);
            await FoldAsync([.. signals.Select(stored => stored.Signal).Where(signal => IsReading(signal) && shelves.Find(signal.TargetId) is not null)], ct);
            await visits.RunAsync(signals.Select(stored => stored.Signal), ct);
            await suggested.FoldAsync(signals.Select(stored => stored.Signal), ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            tastes.Forget(signals.Where(stored => IsReading(stored.Signal) && stored.Signal.Type is not "impression").Select(stored => stored.Signal.AccountId).Distinct());
            last = signals.Count == Piece ? signals[^1].Signal.ReceivedAt : null;
            // Pages want the processor and, on SQLite, others want to write: they have twice the time.
            await Task.Delay((clock.GetElapsedTime(started) - before) * 2, clock, ct);
        }

        await db.SaveChangesAsync(ct);
        Volatile.Write(ref lag, last is { } reached ? (clock.GetUtcNow() - reached).TotalSeconds : 0);
    }

    private static bool IsReading(Signal signal) => signal is { TargetKind: "note", Type: "impression" or "open" or "dwell" or "bounce" or "finish" };

    private async Task FoldAsync(IReadOnlyList<Signal> readings, CancellationToken ct)
    {
        if (readings.Count == 0)
        {
            return;
        }

        var rows = new TalliedRows(db);
        await rows.LoadAsync(readings, ct);
        await shown.FoldAsync(readings, ct);
        await crowds.FoldAsync(readings, ct);
        await seen.FoldAsync(readings, ct);
        foreach (var reading in readings)
        {
            Count(rows.OfNote(reading), reading);
            // Authors look after their notes; that is no taste.
            if (reading.AccountId > 0 && reading.AccountId != shelves.Find(reading.TargetId)?.AuthorId)
            {
                Count(rows.OfPerson(reading), reading);
                if (reading.Type is not "impression")
                {
                    Act(rows.OfBoth(reading), reading);
                }

                if (reading.Type is "open" && rows.DraftedOf(reading) is { } drafted)
                {
                    drafted.IsOpened = true;
                }
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

    private static void Act(NoteAction action, Signal signal)
    {
        action.Opened |= signal.Type is "open";
        action.Finished |= signal.Type is "finish";
        action.Bounces = Math.Min(NoteAction.MostBounces, action.Bounces + (signal.Type is "bounce" ? 1 : 0));
        action.DwellSeconds = Math.Min(NoteAction.MostDwellSeconds, action.DwellSeconds + SecondsOf(signal));
        action.At = signal.HappenedAt > action.At ? signal.HappenedAt : action.At;
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
        await db.DraftedPicks.Where(pick => pick.At < oldest).ExecuteDeleteAsync(ct);
        await db.ShownCounts.Where(count => count.Day < oldestDay).ExecuteDeleteAsync(ct);
        await db.SuggestedCounts.Where(count => count.Day < oldestDay).ExecuteDeleteAsync(ct);
        // What came to a note in a pool that it left counts no more.
        await db.PoolCrowds.Where(crowd => db.PoolStays.Any(stay => stay.NoteId == crowd.NoteId && stay.Room == crowd.Room && stay.LeftAt != null)).ExecuteDeleteAsync(ct);
    }
}
