using Sward.Contracts.Notes;

namespace Sward.Search;

/// <summary>Teaches the lexicon the words of what changed last; after a start it reads them little by little, so that the indexes come first.</summary>
internal sealed class LearnWords(Lexicon lexicon) : IReplica
{
    /// <summary>Older changes are not read after a start: the words of so many documents are nearly all words.</summary>
    private const int Reach = 200_000;

    /// <summary>Changes that are read at a time.</summary>
    private const int Batch = 2_000;

    public string Name => "Words";

    public long Version { get; private set; }

    public async Task ReadAsync(SearchDb db, long upTo, CancellationToken ct)
    {
        var after = Math.Max(Version, upTo - Reach);
        var last = Math.Min(upTo, after + Batch);
        if (after >= last)
        {
            return;
        }

        var notes = await db.Notes.AsNoTracking()
            .Where(n => n.Version > after && n.Version <= last && n.Audience == Audience.Everybody)
            .Select(n => new { Text = n.Title + " " + n.Aside + " " + n.Body, n.Topics })
            .ToListAsync(ct);
        lexicon.Learn(notes.SelectMany(n => n.Topics.Append(n.Text)));
        lexicon.Learn(await db.Products.AsNoTracking()
            .Where(p => p.Version > after && p.Version <= last && p.OnSale)
            .Select(p => p.Name + " " + p.Brand + " " + p.StoreName + " " + p.Origin)
            .ToListAsync(ct));
        lexicon.Learn(await db.People.AsNoTracking()
            .Where(p => p.Version > after && p.Version <= last)
            .Select(p => p.Nickname + " " + p.Handle)
            .ToListAsync(ct));
        Version = last;
    }

    /// <summary>Read anew after a start.</summary>
    public Task SaveAsync(SearchDb db, CancellationToken ct) => Task.CompletedTask;
}
