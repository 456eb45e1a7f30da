using Microsoft.Extensions.Caching.Memory;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Cards from memory where they are fresh, the rest in one query.</summary>
internal sealed class MediaCards(MediaDb db, IMemoryCache cache) : IMediaCards
{
    public async Task<IReadOnlyDictionary<long, MediaCard>> GetAsync(IReadOnlyCollection<long> mediaIds, CancellationToken ct)
    {
        var cards = new Dictionary<long, MediaCard>(mediaIds.Count);
        var missing = new List<long>();
        foreach (var id in mediaIds.Distinct())
        {
            if (cache.TryGetCard(id) is { } card)
            {
                cards.Add(id, card);
            }
            else
            {
                missing.Add(id);
            }
        }

        foreach (var medium in missing.Count == 0 ? [] : await db.Media.AsNoTracking().Where(m => missing.Contains(m.Id)).ToListAsync(ct))
        {
            cards.Add(medium.Id, cache.RememberCard(medium));
        }

        return cards;
    }
}
