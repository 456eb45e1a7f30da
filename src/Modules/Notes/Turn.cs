namespace Sward.Notes;

/// <summary>A row for each account that does something of which only so much is allowed: who takes it goes on alone until the end of their transaction, and counts right.</summary>
internal sealed record Turn([property: Personal] long AccountId, DateTimeOffset At)
{
    /// <summary>Takes the account's turn, or waits for it. The caller has a transaction.</summary>
    public static async Task TakeAsync(NotesDb db, long accountId, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.InsertOnceAsync(new Turn(accountId, now), ct))
        {
            await db.Turns.Where(t => t.AccountId == accountId).ExecuteUpdateAsync(set => set.SetProperty(t => t.At, now), ct);
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Turn>
    {
        public void Configure(EntityTypeBuilder<Turn> turn)
        {
            turn.HasKey(t => t.AccountId);
            turn.Property(t => t.AccountId).ValueGeneratedNever();
        }
    }
}
