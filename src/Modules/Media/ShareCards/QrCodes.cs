using System.Globalization;
using System.Text;
using QRCoder;

namespace Sward.Media;

/// <summary>A QR code as it is drawn.</summary>
/// <param name="Path">The dark modules as an SVG path, one unit each.</param>
/// <param name="Modules">Modules along a side, the quiet zone among them.</param>
internal sealed record QrCode(string Path, int Modules)
{
    public static QrCode Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                path.Append(row[x] ? string.Create(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z") : "");
            }
        }

        return new(path.ToString(), code.ModuleMatrix.Count);
    }
}
