using System.Security.Cryptography;

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

    /// <summary>Makes sure that a restart begins where we are now, if the database is still the one that was followed.</summary>
    Task SaveAsync(SearchDb db, CancellationToken ct);
}

/// <inheritdoc cref="IReplica" />
internal sealed class Replica<TDocument, TMarks>(ISearchIndex<TMarks> index, TimeProvider clock) : IReplica
    where TDocument : Document<TMarks>
    where TMarks : unmanaged
{
    private const int BatchSize = 1_000;

    /// <summary>Whether the database has been asked if it knows what was opened.</summary>
    private bool isChecked;

    public string Name => typeof(TDocument).Name;

    public long Version => index.Version;

    public async Task ReadAsync(SearchDb db, long upTo, CancellationToken ct)
    {
        if (index.Version > upTo || (!isChecked && (index.Version > 0 || index.Mark is not null) && !await KnowsAsync(db, index.Mark, ct)))
        {
            index.Clear();
        }

        isChecked = true;
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
            if (index.IsUnsaved)
            {
                await SaveAsync(db, ct);
            }
        }
    }

    public async Task SaveAsync(SearchDb db, CancellationToken ct)
    {
        var before = index.Mark;
        if (before is not null && !await KnowsAsync(db, before, ct))
        {
            // Put back under our feet. What is in here may never have happened; the next beat reads everything.
            index.Clear();
            return;
        }

        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await db.InsertOnceAsync(new SavedIndex(mark, clock.GetUtcNow()), ct);
        ct.ThrowIfCancellationRequested();
        index.Save(mark);
        await db.SavedIndexes.Where(s => s.Mark == before).ExecuteDeleteAsync(ct);
    }

    /// <summary>Whether this database has seen that state: else it is another, or an older one that was put back.</summary>
    private static Task<bool> KnowsAsync(SearchDb db, string? mark, CancellationToken ct) => db.SavedIndexes.AnyAsync(s => s.Mark == mark, ct);

    private void Apply(List<TDocument> batch)
    {
        index.Put([.. batch.Where(d => d.IsFindable).Select(d => new Indexed<TMarks>(d.Id, d.TextVersion, d.ToMarks(), d.ToFields))]);
        foreach (var gone in batch.Where(d => !d.IsFindable))
        {
            index.Remove(gone.Id);
        }
    }
}
