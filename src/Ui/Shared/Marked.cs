using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Sward.Ui;

/// <summary>A part of a text, in UTF-16 units as JavaScript counts them.</summary>
public sealed record TextRange(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A text with some parts marked, for example the words somebody searched for. Parts are in order and do not overlap.</summary>
public sealed class Marked(string text, IReadOnlyList<TextRange>? parts) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var written = 0;
        foreach (var part in parts ?? [])
        {
            encoder.Encode(writer, text[written..part.Start]);
            writer.Write("<mark>");
            encoder.Encode(writer, text[part.Start..part.End]);
            writer.Write("</mark>");
            written = part.End;
        }

        encoder.Encode(writer, text[written..]);
    }
}
