using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>A card with what decides who may see it.</summary>
internal sealed record CachedCard(NoteCard Card, Visibility Visibility, IReadOnlyList<long> ChosenIds);

/// <summary>
/// The node's note cards. An edit on this node drops its card at once; everything else, here or on another node, follows the fact log, so a card is
/// behind by less than a second.
/// </summary>
internal sealed class NoteCardCache(IServiceScopeFactory scopes, Microsoft.Extensions.Options.IOptions<NotesOptions> options, TimeProvider clock) : CacheFollower
{
    /// <summary>A note without a title is called by its first words.</summary>
    public const int LongestTitle = 40;

    private readonly BatchCache<CachedCard> cards = new(options.Value.CachedCards, clock);

    public override string Name => "notes.card-cache";

    /// <summary>Cards by note id; notes that are gone are left out.</summary>
    public ValueTask<IReadOnlyDictionary<long, CachedCard>> GetAsync(IReadOnlyCollection<long> noteIds, CancellationToken ct) =>
        cards.GetAsync(noteIds, missing => LoadAsync(missing, ct));

    public void Forget(long noteId) => cards.Evict(noteId);

    protected override void Apply(LoggedFact fact)
    {
        if (NoteOf(fact) is { } noteId)
        {
            Forget(noteId);
        }
    }

    private async Task<IReadOnlyDictionary<long, CachedCard>> LoadAsync(IReadOnlyCollection<long> noteIds, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<NotesDb>().Notes.AsNoTracking()
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
        return rows.ToDictionary(n => n.Id, n => new CachedCard(
            new(n.Id, n.AuthorId, n.Kind.Word(), PlainText.Excerpt(n.Words, LongestTitle), n.MediaIds[0], n.Channel, n.Topics, n.Visibility.Word(), n.LikeCount, n.CollectCount, n.CommentCount, n.PublishedAt),
            n.Visibility, n.ChosenIds));
    }

    private static long? NoteOf(LoggedFact fact) =>
        fact.Is<NoteLiked>(out var liked) ? liked.NoteId
        : fact.Is<NoteUnliked>(out var unliked) ? unliked.NoteId
        : fact.Is<NoteCollected>(out var collected) ? collected.NoteId
        : fact.Is<NoteUncollected>(out var uncollected) ? uncollected.NoteId
        : fact.Is<NoteCommented>(out var commented) ? commented.NoteId
        : fact.Is<CommentRemoved>(out var removed) ? removed.NoteId
        : fact.Is<NotePublished>(out var published) ? published.NoteId
        : fact.Is<NoteRemoved>(out var gone) ? gone.NoteId
        : null;
}
