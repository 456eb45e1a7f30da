namespace Sward.Discovery.Signals.RollUp;

/// <summary>How far a reader of signals has come.</summary>
internal sealed class SignalCursor
{
    public required string Reader { get; init; }

    public DateOnly Day { get; set; }

    /// <summary>Of the last signal of the day that was read.</summary>
    public long Sequence { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SignalCursor>
    {
        public void Configure(EntityTypeBuilder<SignalCursor> cursor)
        {
            cursor.HasKey(c => c.Reader);
            cursor.Property(c => c.Reader).HasMaxLength(40);
            // Two that read at once would count everything twice: the one who saves later fails, and reads on another time.
            cursor.Property(c => c.Sequence).IsConcurrencyToken();
        }
    }
}

/// <summary>Goes through the stored signals once, in the order of their arrival. Where it stands is saved with what the reader makes of them.</summary>
internal sealed class SignalWalk(DiscoveryDb db, ISignalStore store, TimeProvider clock)
{
    /// <summary>The next signals; none when the reader has come to the end.</summary>
    /// <param name="behind">How old a signal must be.</param>
    public async Task<IReadOnlyList<StoredSignal>> NextAsync(string reader, TimeSpan behind, int count, CancellationToken ct)
    {
        var until = clock.GetUtcNow() - behind;
        var lastDay = DateOnly.FromDateTime(until.UtcDateTime);
        if (await db.SignalCursors.FindAsync([reader], ct) is not { } cursor)
        {
            cursor = new SignalCursor { Reader = reader, Day = lastDay };
            db.SignalCursors.Add(cursor);
        }

        while (true)
        {
            var signals = await store.ReadAsync(cursor.Day, cursor.Sequence, until, count, ct);
            if (signals.Count > 0)
            {
                cursor.Sequence = signals[^1].Sequence;
                return signals;
            }

            if (cursor.Day >= lastDay)
            {
                return [];
            }

            (cursor.Day, cursor.Sequence) = (cursor.Day.AddDays(1), 0);
        }
    }
}
