namespace Sward.Search;

/// <summary>Counts the changes of all documents, in one row. Whoever changes documents holds that row until the commit, so versions become visible in order and a reader misses none.</summary>
internal sealed class DocumentClock
{
    private const int TheRow = 1;

    public int Id { get; init; }

    /// <summary>The version of the last change.</summary>
    public long Version { get; init; }

    /// <summary>Reserves versions for a number of changes and returns the last of them.</summary>
    public static async Task<long> AdvanceAsync(SearchDb db, int changes, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Documents change inside a transaction: it holds the clock's row.");
        }

        await db.Clock.ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + changes), ct);
        return await NowAsync(db, ct);
    }

    public static Task<long> NowAsync(SearchDb db, CancellationToken ct) => db.Clock.Select(c => c.Version).SingleAsync(ct);

    internal sealed class Mapping : IEntityTypeConfiguration<DocumentClock>
    {
        public void Configure(EntityTypeBuilder<DocumentClock> builder)
        {
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasData(new DocumentClock { Id = TheRow, Version = 0 });
        }
    }
}
