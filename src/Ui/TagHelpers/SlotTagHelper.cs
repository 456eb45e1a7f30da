using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Sward.Contracts.Accounts;
using Sward.Contracts.Pages;

namespace Sward.Ui;

/// <summary>Draws what other modules put into a place of this page: <c>&lt;page-slot place="product.notes" subject="Model.Id"&gt;…&lt;/page-slot&gt;</c>; what stands inside is shown when that is nothing.</summary>
[HtmlTargetElement("page-slot", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SlotTagHelper(ICurrentAccount account, IHtmlHelper html) : TagHelper
{
    public string Place { get; set; } = "";

    public long Subject { get; set; }

    public string? Cursor { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content = await output.GetChildContentAsync();
        ((IViewContextAware)html).Contextualize(View);
        foreach (var slot in View.HttpContext.RequestServices.GetKeyedServices<IPageSlot>(Place))
        {
            if (await slot.LoadAsync(Subject, account.IdOrNull, Cursor, View.HttpContext.RequestAborted) is { } content)
            {
                output.Content.SetHtmlContent("");
                output.PostContent.AppendHtml(await html.PartialAsync(content.Partial, content.Model));
            }
        }
    }
}
