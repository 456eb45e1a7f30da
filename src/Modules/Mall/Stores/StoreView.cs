using Sward.Contracts.Media;

namespace Sward.Mall.Stores;

/// <summary>A store as everybody sees it.</summary>
internal sealed record StoreView(
    long Id, long OwnerId, string Name, StoreKind Kind, string Story, MediaCard? Logo, string Currency, bool GuaranteesPrices, DateTimeOffset OpenedAt)
{
    public static StoreView Of(Store store, MediaCard? logo) => new(
        store.Id, store.OwnerId, store.Name, store.Kind, store.Story, logo, store.Currency, store.GuaranteesPrices, store.OpenedAt);

    public static async Task<StoreView> OfAsync(Store store, IMediaCards media, CancellationToken ct) =>
        Of(store, store.LogoId is { } logo ? (await media.GetAsync([logo], ct)).GetValueOrDefault(logo) : null);
}
