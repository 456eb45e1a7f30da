using Microsoft.Extensions.Localization;
using Sward.Mall.Orders;
using Sward.Mall.PreSales;

namespace Sward.Mall.AfterSales;

/// <summary>A form that asks for nothing but a reason.</summary>
internal sealed record ReasonForm(string Url, string Button);

/// <summary>A form that asks with whom a parcel travels.</summary>
/// <param name="MostFreight">What of its freight the other side bears at most; null for nothing.</param>
internal sealed record CarrierForm(string Url, string Button, Money? MostFreight = null);

/// <summary>A table of requests.</summary>
internal sealed record AfterSaleTable(IReadOnlyList<AfterSaleFile> Files, string Label);

/// <summary>Puts into words who did something, and what they wrote.</summary>
internal static class SaidTexts
{
    /// <summary>Words that the system writes itself say no more than the state does.</summary>
    private static readonly string[] OwnWords = ["agreed", "received", "sent-back", "sent-again", "taken-back", "refunded", "time", DepositFate.Reason, AfterSale.GuaranteeReason];

    public static string Said(this IStringLocalizer texts, ActorKind by, string reason) =>
        reason.Length == 0 || OwnWords.Contains(reason, StringComparer.Ordinal) ? texts[$"mall.who.{by}"] : texts["mall.who.said", texts[$"mall.who.{by}"], reason];
}
