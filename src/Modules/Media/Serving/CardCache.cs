using Microsoft.Extensions.Caching.Memory;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Cards in this node's memory. Another node's change is seen when the entry ends.</summary>
internal static class CardCache
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    public static MediaCard? TryGetCard(this IMemoryCache cache, long mediumId) => cache.Get<MediaCard>(KeyOf(mediumId));

    public static MediaCard RememberCard(this IMemoryCache cache, Medium medium) => cache.Set(KeyOf(medium.Id), medium.ToCard(), Lifetime);

    public static void ForgetCard(this IMemoryCache cache, long mediumId) => cache.Remove(KeyOf(mediumId));

    private static (string, long) KeyOf(long mediumId) => ("media.card", mediumId);
}
