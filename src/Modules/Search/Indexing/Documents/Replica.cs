namespace Sward.Search;

/// <summary>This node's index of one kind of document, fed from the rows.</summary>
internal interface IReplica
{
    /// <summary>Applies the changes with a version above <paramref name="after"/>, up to <paramref name="upTo"/>.</summary>
    Task ReadAsync(SearchDb db, long after, long upTo, CancellationToken ct);
}

/// <inheritdoc cref="IReplica" />
internal sealed class Replica<TDocument, TMarks>(ISearchIndex<TMarks> index) : IReplica
    where TDocument : Document<TMarks>
    where TMarks : struct
{
    private const int BatchSize = 1_000;

    public async Task ReadAsync(SearchDb db, long after, long upTo, CancellationToken ct)
    {
        List<TDocument> batch;
        do
        {
            var from = after;
            batch = await db.Set<TDocument>().AsNoTracking()
                .Where(d => d.Version > from && d.Version <= upTo)
                .OrderBy(d => d.Version)
                .Take(BatchSize)
                .ToListAsync(ct);
            Apply(batch);
            after = batch.Count > 0 ? batch[^1].Version : upTo;
        }
        while (batch.Count == BatchSize);
    }

    private void Apply(List<TDocument> batch)
    {
        index.Put([.. batch.Where(d => d.IsFindable).Select(d => new Indexed<TMarks>(d.Id, d.TextVersion, d.ToMarks(), d.ToFields))]);
        foreach (var gone in batch.Where(d => !d.IsFindable))
        {
            index.Remove(gone.Id);
        }
    }
}
