namespace Sward.Mall.Offers;

/// <summary>The part of a desk where offers are made: those there are, a form, and what the form's offer would do.</summary>
/// <param name="Url">Where its forms post to.</param>
/// <param name="Goods">What an offer may be limited to; none for the platform, which names kinds of goods.</param>
/// <param name="IsPlatform">Whether it is the operator's, who may have stores bear a share.</param>
internal sealed record OfferDesk(
    string Url, bool IsPlatform, IReadOnlyList<OfferView> Offers, IReadOnlyList<OfferDesk.Variant> Goods, OfferForm Form, PreviewOffer.Response? Preview, string? Problem)
{
    /// <summary>A variant that may be part of a bundle, with its product.</summary>
    public sealed record Variant(long SkuId, long ProductId, string Product, string Options);
}
