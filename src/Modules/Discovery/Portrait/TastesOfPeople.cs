using System.Collections.Concurrent;
using Sward.Contracts.Notes;

namespace Sward.Discovery.Portrait;

/// <summary>
/// Portraits of whoever scrolled of late, cached on the node: the pages of one scroll are made of one portrait until the reader does something. A fact tells it to every node at once; what was only
/// opened or read on another node is known here a minute later.
/// </summary>
internal sealed class TastesOfPeople(DrawPortrait draw, TimeProvider clock) : CacheFollower
{
    /// <summary>The fact may be here before the subscriber on another node has written the action down. Until then every page draws anew.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    /// <summary>People who are remembered as settling; beyond, those who have settled are forgotten.</summary>
    private const int MostSettling = 10_000;

    /// <summary>Some 20 kB each with what a model proposes to them.</summary>
    private readonly BatchCache<Taste> tastes = new(capacity: 2_000, clock, TimeSpan.FromMinutes(1));
    private readonly ConcurrentDictionary<long, DateTimeOffset> settling = new();

    public override string Name => "discovery.tastes-of-people";

    public async ValueTask<TastePortrait> OfAsync(long accountId, Personalisation personalisation, CancellationToken ct)
    {
        if (!personalisation.IsOn || IsSettling(accountId))
        {
            return await draw.RunAsync(accountId, personalisation, ct);
        }

        var taste = await tastes.GetAsync(accountId, LoadAsync);
        if (!ReferenceEquals(taste.Personalisation, personalisation))
        {
            // They said something else since.
            tastes.Evict(accountId);
            taste = await tastes.GetAsync(accountId, LoadAsync);
        }

        return taste.Portrait;

        async Task<Taste> LoadAsync(long id) => new(personalisation, await draw.RunAsync(id, personalisation, ct));
    }

    /// <summary>What they did was written down.</summary>
    public void Forget(IEnumerable<long> accountIds)
    {
        foreach (var accountId in accountIds)
        {
            tastes.Evict(accountId);
        }
    }

    protected override void Apply(LoggedFact fact)
    {
        foreach (var accountId in ActorsOf(fact))
        {
            settling[accountId] = clock.GetUtcNow();
            tastes.Evict(accountId);
        }

        if (settling.Count > MostSettling)
        {
            foreach (var accountId in settling.Keys)
            {
                IsSettling(accountId);
            }
        }
    }

    private static IReadOnlyCollection<long> ActorsOf(LoggedFact fact) =>
        fact.Is<NoteLiked>(out var liked) ? [liked.LikerId]
        : fact.Is<NoteUnliked>(out var unliked) ? [unliked.LikerId]
        : fact.Is<NoteCollected>(out var collected) ? [collected.CollectorId]
        : fact.Is<NoteUncollected>(out var uncollected) ? [uncollected.CollectorId]
        : fact.Is<NoteCommented>(out var commented) ? [commented.CommenterId]
        : fact.Is<NoteShared>(out var shared) ? [shared.SharerId]
        : fact.Is<CommentRemoved>(out var removed) ? removed.LastOfIds ?? []
        : [];

    private bool IsSettling(long accountId)
    {
        if (!settling.TryGetValue(accountId, out var at))
        {
            return false;
        }

        return clock.GetUtcNow() - at < Settling || !settling.TryRemove(new(accountId, at));
    }

    private sealed record Taste(Personalisation Personalisation, TastePortrait Portrait);
}
