namespace Sward.Contracts.Media;

/// <summary>A QR code as it is drawn.</summary>
/// <param name="Path">The dark modules as an SVG path, one unit each.</param>
/// <param name="Modules">Modules along a side, the quiet zone among them.</param>
public sealed record QrCode(string Path, int Modules);

/// <summary>Makes QR codes.</summary>
public interface IQrCodes
{
    QrCode Of(string text);
}
