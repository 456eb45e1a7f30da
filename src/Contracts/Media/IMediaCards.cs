namespace Sward.Contracts.Media;

/// <summary>One stored rendition of a picture. <paramref name="Type"/> is <c>image/webp</c> or <c>image/avif</c>; width in pixels.</summary>
public sealed record MediaVariant(string Url, int Width, string Type);

/// <summary>What a page needs to draw a picture without layout shift.</summary>
/// <param name="State">processing, ready or failed.</param>
/// <param name="Width">Display width after orientation, pixels.</param>
/// <param name="Placeholder">Blurhash, for API clients.</param>
/// <param name="Preview">A 16-pixel WebP as a data URI, shown by pages until the picture is there.</param>
/// <param name="Variants">Ordered by type, then by width ascending.</param>
public sealed record MediaCard(
    long Id, long OwnerId, string Kind, string State, int Width, int Height, string Placeholder, string Preview, string? Alt,
    IReadOnlyList<MediaVariant> Variants);

/// <summary>Media in batches. Unknown and deleted media are left out.</summary>
public interface IMediaCards
{
    Task<IReadOnlyDictionary<long, MediaCard>> GetAsync(IReadOnlyCollection<long> mediaIds, CancellationToken ct);
}

/// <summary>Commands to Media that need an answer now.</summary>
public interface IMediaStudio
{
    /// <summary>Draws a text cover and stores it as a ready picture of the owner; returns its id. Refuses an unknown design.</summary>
    Task<long> DrawTextCoverAsync(long ownerId, string text, string design, CancellationToken ct);
}
