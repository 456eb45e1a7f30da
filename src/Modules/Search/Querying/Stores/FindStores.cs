using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;

namespace Sward.Search;

/// <summary>A store that a query names.</summary>
/// <param name="OutsideHost">The site outside where it sells as well; <c>/search/leave/{id}</c> leads there and asks first. Null for none, or none that operators approve.</param>
/// <param name="Reason">What ties it to the reader; null for nothing.</param>
internal sealed record FoundStore(StoreCard Store, MediaCard? Logo, string? OutsideHost, FoundReason? Reason);

/// <summary>Search direct: finds the stores that are called what somebody searches for and want their name to lead to them.</summary>
internal sealed class FindStores(SearchDb db, OutsideSites sites, ICircles circles, IStoreCards stores, IMediaCards media, IStringLocalizer texts)
{
    /// <summary>Names are not unique. Older stores stand first.</summary>
    private const int Most = 3;

    /// <summary>The approved address outside of a store, with its host as people read it; null for none, or for a reader who may not meet the store's owner.</summary>
    public async Task<(string Link, string Host)?> OutsideAsync(long storeId, long? readerId, CancellationToken ct)
    {
        var store = await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId && s.IsDirect, ct);
        return store is { OutsideLink: { } link } && !(await circles.OfAsync(readerId, ct)).Blocked.Contains(store.OwnerId)
            && (await sites.ApprovedAsync([link], ct)).TryGetValue(link, out var host) ? (link, host) : null;
    }

    /// <summary>The stores that one of the queries names, as far as this reader may meet their owners.</summary>
    public async Task<IReadOnlyList<FoundStore>> RunAsync(IEnumerable<Query> queries, long? readerId, CancellationToken ct)
    {
        var names = queries.Select(query => StoreName.KeyOf(query.Text)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var circle = await circles.OfAsync(readerId, ct);
        var blocked = circle.Blocked;
        var direct = await db.Stores.AsNoTracking().Where(s => s.IsDirect && names.Contains(s.NameKey) && !blocked.Contains(s.OwnerId)).OrderBy(s => s.Id).Take(Most).ToListAsync(ct);
        var cards = await stores.GetAsync([.. direct.Select(s => s.Id)], ct);
        var logos = await media.GetAsync([.. cards.Values.Select(card => card.LogoId).OfType<long>()], ct);
        var hosts = await sites.ApprovedAsync(direct.Select(s => s.OutsideLink), ct);
        return
        [
            .. from store in direct
               where cards.ContainsKey(store.Id)
               let card = cards[store.Id]
               select new FoundStore(
                   card, logos.GetValueOrDefault(card.LogoId ?? 0), store.OutsideLink is { } link && hosts.TryGetValue(link, out var host) ? host : null,
                   circle.Following.Contains(store.OwnerId) ? new("follows-owner", texts["search.reason.follows-owner"]) : null),
        ];
    }
}
