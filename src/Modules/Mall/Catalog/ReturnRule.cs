namespace Sward.Mall.Catalog;

/// <summary>Whether goods may be returned without a reason (mall.md 6; Consumer Rights Law of China, article 25). What is wrong with goods may be brought up whatever they are.</summary>
internal enum ReturnRule
{
    /// <summary>For seven days, as most goods.</summary>
    SevenDays,

    /// <summary>Never: made for this buyer.</summary>
    CustomMade,

    /// <summary>Never: fresh, or it goes bad.</summary>
    Perishable,

    /// <summary>Never: pictures, sound and software that were unsealed or downloaded.</summary>
    Media,

    /// <summary>Never: newspapers and magazines.</summary>
    Newspaper,

    /// <summary>Only with the buyer's confirmation: opened goods that touch health.</summary>
    Hygiene,

    /// <summary>Only with the buyer's confirmation: worth much less once activated or tried.</summary>
    Activated,

    /// <summary>Only with the buyer's confirmation: near its expiry, or sold with flaws that are named.</summary>
    NearExpiry,
}

/// <summary>What the rules ask for.</summary>
internal static class ReturnRules
{
    /// <summary>
    /// Which text a buyer confirms (the texts <c>mall.returns.confirm</c> and <c>mall.returns.*</c>). Whoever changes those changes this too: it is stored with the purchase.
    /// </summary>
    public const string TextVersion = "2026-11";

    /// <summary>The rule holds only for a buyer who has confirmed it for this purchase.</summary>
    public static bool NeedsConfirmation(this ReturnRule rule) => rule is ReturnRule.Hygiene or ReturnRule.Activated or ReturnRule.NearExpiry;
}
