using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sward.Ui;

/// <summary>Draws an icon of the sprite: <c>&lt;icon name="heart" /&gt;</c>. Give a <c>label</c> when no text stands beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(Assets assets) : TagHelper
{
    public string Name { get; set; } = "";

    public string? Label { get; set; }

    /// <summary>small (16), empty (20) or large (24).</summary>
    public string? Size { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        var added = output.Attributes["class"]?.Value;
        output.Attributes.SetAttribute("class", $"icon{(Size is null ? "" : " icon-" + Size)}{(added is null ? "" : " " + added)}");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.SetHtmlContent($"<use href=\"{assets["/ui/icons.svg"]}#{Name}\"></use>");
    }
}
