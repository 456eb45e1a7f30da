namespace Sward.Search;

/// <summary>This node's index of one kind of document, fed from the rows.</summary>
internal interface IReplica
{
    /// <summary>The kind of document, for the log.</summary>
    string Name { get; }

    /// <summary>All changes up to this one are known.</summary>
    long Version { get; }

    /// <summary>Applies all changes up to a version that are not known yet.</summary>
    Task ReadAsync(SearchDb db, long upTo, CancellationToken ct);

    /// <summary>Makes sure that a restart begins where we are now.</summary>
    void Save();
}

/// <inheritdoc cref="IReplica" />
internal sealed class Replica<TDocument, TMarks>(ISearchIndex<TMarks> index) : IReplica
    where TDocument : Document<TMarks>
    where TMarks : unmanaged
{
    private const int BatchSize = 1_000;

    public string Name => typeof(TDocument).Name;

    public long Version => index.Version;

    public async Task ReadAsync(SearchDb db, long upTo, CancellationToken ct)
    {
        if (index.Version > upTo)
        {
            // These files saw what the database has not: it is another, or an older one that was put back.
            index.Clear();
        }

        while (index.Version < upTo)
        {
            var after = index.Version;
            var batch = await db.Set<TDocument>().AsNoTracking()
                .Where(d => d.Version > after && d.Version <= upTo)
                .OrderBy(d => d.Version)
                .Take(BatchSize)
                .ToListAsync(ct);
            Apply(batch);
            index.Reached(batch.Count == BatchSize ? batch[^1].Version : upTo);
        }
    }

    public void Save() => index.Save();

    private void Apply(List<TDocument> batch)
    {
        index.Put([.. batch.Where(d => d.IsFindable).Select(d => new Indexed<TMarks>(d.Id, d.TextVersion, d.ToMarks(), d.ToFields))]);
        foreach (var gone in batch.Where(d => !d.IsFindable))
        {
            index.Remove(gone.Id);
        }
    }
}
