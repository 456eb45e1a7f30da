using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Sward.Town;

/// <summary>SVG path data written as an interpolated string; small numbers keep one decimal, none gets a comma.</summary>
[InterpolatedStringHandler]
internal readonly ref struct Outline
{
    private readonly StringBuilder _text;

    public Outline(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 4));

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(double number) => _text.Append(Number(number));

    public void AppendFormatted(string text) => _text.Append(text);

    public override string ToString() => _text.ToString();

    public static string Number(double number) => number.ToString(Math.Abs(number) < 150 ? "0.#" : "0", CultureInfo.InvariantCulture);
}
