using Sward.Discovery.Experiments.Drafting;
using Sward.Discovery.Learning.Acting;

namespace Sward.Discovery.Signals.RollUp;

/// <summary>The rows that a piece of signals is folded into, found by one query for each table; what is not there yet is made.</summary>
internal sealed class TalliedRows(DiscoveryDb db)
{
    private Dictionary<(long NoteId, DateTimeOffset Hour), NoteCount> notes = [];
    private Dictionary<(long AccountId, DateOnly Day), PersonDay> people = [];
    private Dictionary<(long AccountId, long NoteId), NoteAction> actions = [];
    private Dictionary<(long AccountId, long NoteId), DraftedPick> drafted = [];

    public async Task LoadAsync(IReadOnlyList<Signal> signals, CancellationToken ct)
    {
        var noteIds = signals.Select(signal => signal.TargetId).Distinct().ToList();
        var accountIds = signals.Select(signal => signal.AccountId).Where(id => id > 0).Distinct().ToList();
        var (first, last) = (signals.Min(signal => signal.ReceivedAt), signals.Max(signal => signal.ReceivedAt));
        var (firstHour, lastHour, firstDay, lastDay) = (NoteCount.HourOf(first), NoteCount.HourOf(last), PersonDay.DayOf(first), PersonDay.DayOf(last));
        notes = await db.NoteCounts.Where(c => noteIds.Contains(c.NoteId) && c.Hour >= firstHour && c.Hour <= lastHour).ToDictionaryAsync(c => (c.NoteId, c.Hour), ct);
        people = await db.PersonDays.Where(d => accountIds.Contains(d.AccountId) && d.Day >= firstDay && d.Day <= lastDay).ToDictionaryAsync(d => (d.AccountId, d.Day), ct);
        await db.DraftedPicks.Where(p => accountIds.Contains(p.AccountId) && noteIds.Contains(p.NoteId)).LoadAsync(ct);
        drafted = db.DraftedPicks.Local.ToDictionary(p => (p.AccountId, p.NoteId));
        actions = await db.Actions.Where(a => accountIds.Contains(a.AccountId) && noteIds.Contains(a.NoteId)).ToDictionaryAsync(a => (a.AccountId, a.NoteId), ct);
    }

    public NoteCount OfNote(Signal signal)
    {
        var hour = NoteCount.HourOf(signal.ReceivedAt);
        return GetOrAdd(notes, (signal.TargetId, hour), () => new NoteCount { NoteId = signal.TargetId, Hour = hour });
    }

    public PersonDay OfPerson(Signal signal)
    {
        var day = PersonDay.DayOf(signal.ReceivedAt);
        return GetOrAdd(people, (signal.AccountId, day), () => new PersonDay { AccountId = signal.AccountId, Day = day });
    }

    /// <summary>The pick that the reading is of, if two orders drafted it; those of this very piece too.</summary>
    public DraftedPick? DraftedOf(Signal signal) => drafted.GetValueOrDefault((signal.AccountId, signal.TargetId));

    public NoteAction OfBoth(Signal signal) =>
        GetOrAdd(actions, (signal.AccountId, signal.TargetId), () => new NoteAction { AccountId = signal.AccountId, NoteId = signal.TargetId });

    private T GetOrAdd<TKey, T>(Dictionary<TKey, T> rows, TKey key, Func<T> make)
        where TKey : notnull
        where T : class
    {
        if (!rows.TryGetValue(key, out var row))
        {
            rows[key] = row = make();
            db.Add(row);
        }

        return row;
    }
}
