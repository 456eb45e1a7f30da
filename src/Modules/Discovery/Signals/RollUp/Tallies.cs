namespace Sward.Discovery.Signals.RollUp;

/// <summary>The rows that counts are added to, tracked by the context: there already or new.</summary>
internal sealed class Tallies(DiscoveryDb db)
{
    public async Task<NoteCount> OfNoteAsync(long noteId, DateTimeOffset at, CancellationToken ct)
    {
        var hour = NoteCount.HourOf(at);
        return await db.NoteCounts.FindAsync([noteId, hour], ct) ?? db.NoteCounts.Add(new NoteCount { NoteId = noteId, Hour = hour }).Entity;
    }

    public async Task<PersonDay> OfPersonAsync(long accountId, DateTimeOffset at, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return await db.PersonDays.FindAsync([accountId, day], ct) ?? db.PersonDays.Add(new PersonDay { AccountId = accountId, Day = day }).Entity;
    }
}
