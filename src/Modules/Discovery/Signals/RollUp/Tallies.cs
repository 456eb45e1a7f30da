namespace Sward.Discovery.Signals.RollUp;

/// <summary>The rows that one action is counted in, there already or new.</summary>
internal sealed class Tallies(DiscoveryDb db)
{
    public async Task<NoteCount> OfNoteAsync(long noteId, DateTimeOffset at, CancellationToken ct)
    {
        var hour = NoteCount.HourOf(at);
        return await db.NoteCounts.FindAsync([noteId, hour], ct) ?? db.NoteCounts.Add(new NoteCount { NoteId = noteId, Hour = hour }).Entity;
    }

    public async Task<PersonDay> OfPersonAsync(long accountId, DateTimeOffset at, CancellationToken ct)
    {
        var day = PersonDay.DayOf(at);
        return await db.PersonDays.FindAsync([accountId, day], ct) ?? db.PersonDays.Add(new PersonDay { AccountId = accountId, Day = day }).Entity;
    }
}
