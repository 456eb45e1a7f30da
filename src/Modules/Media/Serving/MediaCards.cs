using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>A picture got another description or address, or is gone: its card is read again on every node.</summary>
internal sealed record MediumChanged(long MediumId) : IEvent
{
    public static string Name => "media.medium-changed.v1";
}

/// <summary>Media cards, remembered on this node until the picture changes, here or on another node.</summary>
internal sealed class MediaCards(IServiceScopeFactory scopes, TimeProvider clock) : CacheFollower, IMediaCards
{
    private readonly BatchCache<MediaCard> cache = new(capacity: 50_000, clock);

    public override string Name => "media.cards";

    public async Task<IReadOnlyDictionary<long, MediaCard>> GetAsync(IReadOnlyCollection<long> mediaIds, CancellationToken ct) =>
        await cache.GetAsync(mediaIds, missing => LoadAsync(missing, ct));

    public void Forget(long mediumId) => cache.Evict(mediumId);

    protected override void Apply(LoggedFact fact)
    {
        if (fact.Is<MediumChanged>(out var changed))
        {
            Forget(changed.MediumId);
        }
    }

    private async Task<IReadOnlyDictionary<long, MediaCard>> LoadAsync(IReadOnlyCollection<long> mediaIds, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var media = await scope.ServiceProvider.GetRequiredService<MediaDb>().Media.AsNoTracking().Where(m => mediaIds.Contains(m.Id)).ToListAsync(ct);
        return media.ToDictionary(medium => medium.Id, medium => medium.ToCard());
    }
}
