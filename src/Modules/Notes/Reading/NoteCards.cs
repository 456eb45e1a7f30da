using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Note cards for the waterfalls of all modules: what is cached costs nothing, all the rest is one query.</summary>
internal sealed class NoteCards(NotesDb db, NoteCardCache cache, ICircles circles) : INoteCards
{
    /// <summary>A note without a title is called by its first words.</summary>
    public const int LongestTitle = 40;

    public async Task<IReadOnlyDictionary<long, NoteCard>> GetAsync(IReadOnlyCollection<long> noteIds, long? readerId, CancellationToken ct)
    {
        var circle = await circles.OfAsync(readerId, ct);
        return (await LoadAsync(noteIds, ct))
            .Where(entry => NoteVisibility.Allows(entry.Card.AuthorId, entry.Visibility, entry.ChosenIds, readerId, circle))
            .ToDictionary(entry => entry.Card.Id, entry => entry.Card);
    }

    public async Task<IReadOnlySet<long>> LikedByAsync(long readerId, IReadOnlyCollection<long> noteIds, CancellationToken ct) =>
        await db.Likes.Where(l => l.AccountId == readerId && noteIds.Contains(l.NoteId)).Select(l => l.NoteId).ToHashSetAsync(ct);

    public async Task<IReadOnlyList<long>> AboutProductAsync(long productId, int limit, CancellationToken ct) =>
        await db.NoteProducts.Where(p => p.ProductId == productId).OrderByDescending(p => p.NoteId).Select(p => p.NoteId).Take(limit).ToListAsync(ct);

    private async Task<List<CachedCard>> LoadAsync(IReadOnlyCollection<long> noteIds, CancellationToken ct)
    {
        var found = new List<CachedCard>(noteIds.Count);
        var missing = new List<long>();
        foreach (var noteId in noteIds)
        {
            if (cache.TryGet(noteId, out var entry))
            {
                found.Add(entry);
            }
            else
            {
                missing.Add(noteId);
            }
        }

        if (missing.Count > 0)
        {
            found.AddRange(await ReadAsync(missing, ct));
        }

        return found;
    }

    private async Task<List<CachedCard>> ReadAsync(List<long> noteIds, CancellationToken ct)
    {
        var asOf = cache.Now;
        var rows = await db.Notes.AsNoTracking()
            .Where(n => noteIds.Contains(n.Id) && n.DeletedAt == null)
            .Select(n => new
            {
                n.Id,
                n.AuthorId,
                n.Kind,
                Words = n.Title != "" ? n.Title : n.Body,
                n.MediaIds,
                n.Channel,
                n.Topics,
                n.Visibility,
                n.ChosenIds,
                n.LikeCount,
                n.CollectCount,
                n.CommentCount,
                n.PublishedAt,
            })
            .ToListAsync(ct);
        return rows.ConvertAll(n => cache.Keep(asOf, new(
            new(n.Id, n.AuthorId, n.Kind.Word(), PlainText.Excerpt(n.Words, LongestTitle), n.MediaIds[0], n.Channel, n.Topics, n.Visibility.Word(), n.LikeCount, n.CollectCount, n.CommentCount, n.PublishedAt),
            n.Visibility, n.ChosenIds)));
    }
}
