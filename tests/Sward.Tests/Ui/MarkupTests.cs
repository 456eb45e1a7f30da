using System.Text.Encodings.Web;
using Sward.Ui;

namespace Sward.Tests.Ui;

public sealed class MarkupTests
{
    private const string Nasty = "\"><script>alert('&')</script>";

    [Fact]
    public void What_comes_through_a_hole_is_encoded_and_what_is_html_is_not()
    {
        var inner = New().Add($"<b>{Nasty}</b>");

        Assert.Equal("<i title=\"&quot;&gt;&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;\">-3</i>", New().Add($"<i title=\"{Nasty}\">{-3}</i>").ToString());
        Assert.Equal($"<p><b>&quot;&gt;&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;</b></p>", New().Add($"<p>{inner}</p>").ToString());
        Assert.Equal("<mark>&lt;</mark>a", New().Add($"{new Marked("<a", [new TextRange(0, 1)])}").ToString());
    }

    [Fact]
    public void Nothing_is_written_for_null() => Assert.Equal("", New().Add($"{(string?)null}{(Markup?)null}").ToString());

    [Fact]
    public void Only_one_format_exists() => Assert.Throws<FormatException>(() => New().Add($"{Nasty:rwa}"));

    private static Markup New() => new(HtmlEncoder.Default);
}
