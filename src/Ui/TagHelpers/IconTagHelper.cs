using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sward.Ui;

/// <summary>Draws an icon of the sprite: <c>&lt;icon name="heart" /&gt;</c>. Give a <c>label</c> when no text stands beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(Parts parts) : TagHelper
{
    public string Name { get; set; } = "";

    public string? Label { get; set; }

    /// <summary>small (16), empty (20) or large (24).</summary>
    public string? Size { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var added = output.Attributes["class"]?.Value.ToString();
        output.SuppressOutput();
        output.Content.SetHtmlContent(parts.Icon(Name, Size is null ? added : $"icon-{Size} {added}".TrimEnd(), Label));
    }
}
