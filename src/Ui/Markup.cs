using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Sward.Ui;

/// <summary>
/// HTML written by code: <c>markup.Add($"&lt;b&gt;{name}&lt;/b&gt;")</c>. What stands in the text is taken as it is, what comes through a hole is encoded, unless it
/// is HTML already. For the few parts that stand on a page dozens of times; pages are Razor.
/// </summary>
/// <param name="capacity">About how long it will be.</param>
public sealed class Markup(HtmlEncoder encoder, int capacity = 256) : IHtmlContent
{
    private readonly HtmlEncoder encoder = encoder;
    private readonly StringBuilder text = new(capacity);

    /// <summary>Adds to the end.</summary>
    public Markup Add([InterpolatedStringHandlerArgument("")] Piece piece) => this;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var chunk in text.GetChunks())
        {
            writer.Write(chunk.Span);
        }
    }

    public override string ToString() => text.ToString();

    /// <summary>One interpolated text on its way into the markup.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly Markup markup;

        public Piece(int literalLength, int formattedCount, Markup markup)
        {
            // The builder grows by itself; how long the piece will be is of no use.
            _ = (literalLength, formattedCount);
            this.markup = markup;
        }

        public void AppendLiteral(string html) => markup.text.Append(html);

        public void AppendFormatted(string? value) => markup.text.Append(value is null ? "" : markup.encoder.Encode(value));

        /// <summary>A hole that says <c>:raw</c> is not encoded: for what is safe in an attribute by how it is made, such as addresses of stored files.</summary>
        public void AppendFormatted(string? value, string format) => markup.text.Append(format is "raw" ? value : throw new FormatException($"There is no format {format}."));

        public void AppendFormatted(long value) => markup.text.Append(value);

        public void AppendFormatted(IHtmlContent? html)
        {
            if (html is not null)
            {
                using var writer = new StringWriter(markup.text, CultureInfo.InvariantCulture);
                html.WriteTo(writer, markup.encoder);
            }
        }
    }
}
