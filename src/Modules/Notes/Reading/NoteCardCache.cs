using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>A card with what decides who may see it.</summary>
internal sealed record CachedCard(NoteCard Card, Visibility Visibility, IReadOnlyList<long> ChosenIds);

/// <summary>
/// The node's note cards. An edit on this node drops its card at once; everything else, here or on another node, follows the fact log, so a card is
/// behind by less than a second.
/// </summary>
internal sealed class NoteCardCache(Microsoft.Extensions.Options.IOptions<NotesOptions> options) : Follower, IDisposable
{
    private readonly MemoryCache cards = new(new MemoryCacheOptions { SizeLimit = options.Value.CachedCards });
    private long forgotten;

    public override string Name => "notes.card-cache";

    /// <summary>Counts what was dropped. Taken before the database is read, it tells whether what was read may be old by now.</summary>
    public long Now => Interlocked.Read(ref forgotten);

    public bool TryGet(long noteId, [NotNullWhen(true)] out CachedCard? card) => cards.TryGetValue(noteId, out card);

    /// <summary>Keeps a card, unless something was dropped since <paramref name="asOf"/>: it might have been this one.</summary>
    public CachedCard Keep(long asOf, CachedCard card)
    {
        cards.Set(card.Card.Id, card, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = options.Value.CardLifetime });
        if (asOf != Now)
        {
            cards.Remove(card.Card.Id);
        }

        return card;
    }

    public void Forget(long noteId)
    {
        Interlocked.Increment(ref forgotten);
        cards.Remove(noteId);
    }

    public override Task FollowAsync(IReadOnlyList<LoggedFact> facts, CancellationToken ct)
    {
        foreach (var fact in facts)
        {
            if (NoteOf(fact) is { } noteId)
            {
                Forget(noteId);
            }
        }

        return Task.CompletedTask;
    }

    public void Dispose() => cards.Dispose();

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
