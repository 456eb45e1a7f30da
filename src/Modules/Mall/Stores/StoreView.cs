using Sward.Contracts.Media;

namespace Sward.Mall.Stores;

/// <summary>A store as everybody sees it. <paramref name="Threshold"/> and <paramref name="Off"/> are its discount, if it gives one.</summary>
internal sealed record StoreView(
    long Id, long OwnerId, string Name, StoreKind Kind, string Story, MediaCard? Logo, string Currency, Money? Threshold, Money? Off, DateTimeOffset OpenedAt)
{
    public static StoreView Of(Store store, MediaCard? logo) => new(
        store.Id, store.OwnerId, store.Name, store.Kind, store.Story, logo, store.Currency,
        store.OffMinor > 0 ? new Money(store.ThresholdMinor, store.Currency) : null, store.OffMinor > 0 ? new Money(store.OffMinor, store.Currency) : null,
        store.OpenedAt);

    public static async Task<StoreView> OfAsync(Store store, IMediaCards media, CancellationToken ct) =>
        Of(store, store.LogoId is { } logo ? (await media.GetAsync([logo], ct)).GetValueOrDefault(logo) : null);
}
