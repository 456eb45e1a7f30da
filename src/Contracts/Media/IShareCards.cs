namespace Sward.Contracts.Media;

/// <summary>What stands on a share card, in the language of the one who shares.</summary>
/// <param name="Byline">Who made it.</param>
/// <param name="Hint">A few words under the QR code.</param>
/// <param name="Address">Where the QR code leads.</param>
public sealed record ShareCard(string Title, string Byline, string Hint, string Address);

/// <summary>Pictures that people pass on outside of the site.</summary>
public interface IShareCards
{
    /// <summary>How large the card with this cover is, in pixels, so that a page can keep its place.</summary>
    (int Width, int Height) SizeOf(MediaCard cover);

    /// <summary>A JPEG: the cover, and the words and a QR code under it. Null when the cover is gone; refuses while too much is being drawn.</summary>
    Task<byte[]?> DrawAsync(long coverMediaId, ShareCard card, CancellationToken ct);
}
