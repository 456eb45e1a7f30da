using Microsoft.Extensions.Localization;
using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Serving;

/// <summary>Says reasons in the language of the reader.</summary>
internal sealed class ReasonTexts(IStringLocalizer texts)
{
    /// <summary>One short sentence.</summary>
    /// <param name="title">Of the note or the product that the reason is about; null for other reasons.</param>
    public string TextOf(Reason why, string? title = null)
    {
        var key = $"discovery.reason.{why.Code}";
        var about = why switch
        {
            { IsChannel: true } => texts[$"channel.{why.About}"].Value,
            { IsCategory: true } => texts[$"mall.category.{why.About}"].Value,
            _ => title ?? why.About,
        };
        return about is null ? texts[key] : texts[key, about];
    }
}
