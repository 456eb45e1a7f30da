using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sward.Ui;

/// <summary>A small line drawing for empty pages and problems, from <c>wwwroot/drawings.svg</c>: <c>&lt;drawing name="basket" /&gt;</c>.</summary>
[HtmlTargetElement("drawing", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DrawingTagHelper(Assets assets) : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "drawing");
        output.Attributes.SetAttribute("viewBox", "0 0 160 120");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"{assets["/ui/drawings.svg"]}#{Name}\"></use>");
    }
}
