using System.ComponentModel.DataAnnotations;
using Sward.Mall.Pricing;

namespace Sward.Mall.Offers;

/// <summary>What an offer promises: exactly one of its kinds. Amounts are minor units.</summary>
internal sealed record OfferTerms
{
    /// <summary>"300 off 2,000".</summary>
    public ThresholdTerms? Threshold { get; init; }

    /// <summary>"Three for two", "the second at half price".</summary>
    public UnitsTerms? Units { get; init; }

    /// <summary>Goods that cost so much together.</summary>
    public BundleTerms? Bundle { get; init; }

    /// <summary>Refuses terms that promise nothing, two things, or more than the goods are worth.</summary>
    /// <exception cref="Refusal">What is wrong.</exception>
    public OfferTerms Checked()
    {
        if (new object?[] { Threshold, Units, Bundle }.Count(kind => kind is not null) != 1)
        {
            throw new Refusal("mall.offer-one-kind", StatusCodes.Status422UnprocessableEntity);
        }

        Threshold?.Check();
        Units?.Check();
        Bundle?.Check();
        return this;
    }

    /// <summary>As the price engine knows it.</summary>
    public Offer Of(string id, long? storeId) => this switch
    {
        { Threshold: { } threshold } => threshold.Of(id, storeId),
        { Units: { } units } => new UnitsOffer(id, units.Size, units.Cheaper, units.Percent * 100),
        { Bundle: { } bundle } => new Bundle(id, bundle.Parts.ToDictionary(part => part.SkuId, part => part.Units), bundle.PriceMinor),
        _ => throw new InvalidOperationException($"Offer {id} has no terms."),
    };
}

/// <summary>From a worth of goods on, something is taken off; of several tiers reached the one that takes most counts.</summary>
/// <param name="Repeated">Counts again for every full threshold.</param>
internal sealed record ThresholdTerms([property: MinLength(1), MaxLength(ThresholdTerms.MostTiers)] IReadOnlyList<TierTerms> Tiers, bool Repeated = false)
{
    public const int MostTiers = 5;

    public void Check()
    {
        if (Tiers.Count is 0 or > MostTiers || Tiers.DistinctBy(tier => tier.FromMinor).Count() < Tiers.Count)
        {
            throw new Refusal("mall.offer-tiers", StatusCodes.Status422UnprocessableEntity, MostTiers);
        }

        foreach (var tier in Tiers)
        {
            // A tier without a worth would give its amount to every cart, however small.
            if (tier.FromMinor <= tier.OffMinor || tier.FromMinor <= 0)
            {
                throw new Refusal("mall.discount-too-large", StatusCodes.Status422UnprocessableEntity);
            }

            tier.ToBenefit();
        }
    }

    public Threshold Of(string id, long? storeId) =>
        new(id, storeId, [.. Tiers.OrderBy(tier => tier.FromMinor).Select(tier => new Tier(tier.FromMinor, tier.ToBenefit()))]) { IsRepeated = Repeated };
}

/// <summary>One tier: an amount or a share off.</summary>
/// <param name="Percent">1 to 90 percent of the goods.</param>
/// <param name="CapMinor">The most that a share may come to.</param>
internal sealed record TierTerms(
    [property: Range(1, TierTerms.MostMinor)] long FromMinor,
    [property: Range(0, TierTerms.MostMinor)] long OffMinor = 0,
    [property: Range(0, TypedBenefit.MostPercent)] int Percent = 0,
    [property: Range(1, TierTerms.MostMinor)] long? CapMinor = null)
{
    private const long MostMinor = 1_000_000_000;

    public Benefit ToBenefit() => TypedBenefit.Of(OffMinor, Percent, CapMinor);
}

/// <summary>Of every <paramref name="Size"/> units the cheapest <paramref name="Cheaper"/> cost <paramref name="Percent"/> percent less.</summary>
internal sealed record UnitsTerms([property: Range(2, UnitsTerms.MostUnits)] int Size, [property: Range(1, UnitsTerms.MostUnits - 1)] int Cheaper, [property: Range(1, 100)] int Percent)
{
    private const int MostUnits = 20;

    public void Check()
    {
        if (Size is < 2 or > MostUnits || Cheaper < 1 || Cheaper >= Size || Percent is < 1 or > 100)
        {
            throw new Refusal("mall.offer-units", StatusCodes.Status422UnprocessableEntity);
        }
    }
}

/// <summary>Variants that cost so much together.</summary>
internal sealed record BundleTerms([property: MinLength(1), MaxLength(BundleTerms.MostParts)] IReadOnlyList<BundlePart> Parts, [property: Range(1, 1_000_000_000)] long PriceMinor)
{
    private const int MostParts = 10;

    public void Check()
    {
        if (Parts.Count is 0 or > MostParts || Parts.Sum(part => part.Units) < 2 || Parts.Any(part => part.Units < 1) || PriceMinor < 1
            || Parts.DistinctBy(part => part.SkuId).Count() < Parts.Count)
        {
            throw new Refusal("mall.offer-bundle", StatusCodes.Status422UnprocessableEntity);
        }
    }
}

/// <summary>So many units of a variant.</summary>
internal sealed record BundlePart(long SkuId, [property: Range(1, 20)] int Units);
