using Microsoft.AspNetCore.Razor.TagHelpers;
using Sward.Contracts.Media;

namespace Sward.Ui;

/// <summary>
/// Draws a stored picture over its 16-pixel preview: <c>&lt;sward-picture media="cover" ratio="card" sizes="50vw" /&gt;</c>.
/// The box has its final shape before anything is loaded.
/// </summary>
[HtmlTargetElement("sward-picture", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PictureTagHelper(Parts parts) : TagHelper
{
    public MediaCard? Media { get; set; }

    /// <summary>The CSS <c>sizes</c> of the picture in its place.</summary>
    public string Sizes { get; set; } = "100vw";

    /// <summary>card (between 3:4 and 4:3), square, own (as it is), stage (a note's: as it is on phones, whole on its own blurred ground on wide screens). A picture without media is a quiet empty box.</summary>
    public string Ratio { get; set; } = "card";

    /// <summary>Replaces the author's alternative text; empty when text beside the picture says the same.</summary>
    public string? Alt { get; set; }

    /// <summary>Set for what is seen first: loads at once and before other pictures.</summary>
    public bool Eager { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var added = output.Attributes["class"]?.Value;
        output.Attributes.SetAttribute("class", $"picture {RatioClass()}{(added is null ? "" : " " + added)}");
        if (Media is not null)
        {
            output.Content.SetHtmlContent(parts.Picture(Media, Sizes, Alt, Eager));
        }
    }

    private string RatioClass() => Ratio switch
    {
        "own" => "ratio-own",
        "stage" => "ratio-stage",
        "square" => "ratio-1x1",
        _ => PictureRatio.ClassOf(Media),
    };
}

/// <summary>The shapes a cover may have in a waterfall, from 3:4 to 4:3; style attributes are not allowed, so a shape is a class.</summary>
public static class PictureRatio
{
    private static readonly (double Ratio, string Class)[] Shapes =
    [
        (3 / 4.0, "ratio-3x4"), (4 / 5.0, "ratio-4x5"), (7 / 8.0, "ratio-7x8"), (1, "ratio-1x1"), (8 / 7.0, "ratio-8x7"), (5 / 4.0, "ratio-5x4"), (4 / 3.0, "ratio-4x3"),
    ];

    /// <summary>The shape of a picture; what is not there is square.</summary>
    public static string ClassOf(MediaCard? media) => media is null ? "ratio-1x1" : ClassOf(media.Width, media.Height);

    /// <summary>The nearest shape: what is taller or wider is cropped a little.</summary>
    public static string ClassOf(int width, int height)
    {
        var ratio = height <= 0 ? 1 : (double)width / height;
        return Shapes.MinBy(shape => Math.Abs(shape.Ratio - ratio)).Class;
    }
}
