using System.Globalization;
using System.Text;
using QRCoder;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Makes QR codes of medium error correction: they stand on screens and share cards, where little is lost.</summary>
internal sealed class QrCodes : IQrCodes
{
    public QrCode Of(string text)
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
