using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sward.Ui;

/// <summary>Puts the fingerprinted address of a static file into <c>href</c> or <c>src</c>: <c>&lt;link rel="stylesheet" asset-href="/notes/pages.css"&gt;</c>.</summary>
[HtmlTargetElement(Attributes = "asset-href")]
[HtmlTargetElement(Attributes = "asset-src")]
public sealed class AssetTagHelper(Assets assets) : TagHelper
{
    public string? AssetHref { get; set; }

    public string? AssetSrc { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (AssetHref is not null)
        {
            output.Attributes.SetAttribute("href", assets[AssetHref]);
        }

        if (AssetSrc is not null)
        {
            output.Attributes.SetAttribute("src", assets[AssetSrc]);
        }
    }
}
