namespace Sward.Mall.Pricing;

/// <summary>"300 off 2,000": from a worth of goods on, something is taken off. Of several tiers reached, the one that takes most counts, once.</summary>
/// <param name="StoreId">The store whose goods count; null for an offer across stores, on the eligible goods of all.</param>
internal sealed record Threshold(string Id, long? StoreId, IReadOnlyList<Tier> Tiers) : Offer(Id)
{
    public Threshold(string id, long? storeId, long fromMinor, long offMinor) : this(id, storeId, [new Tier(fromMinor, Benefit.Off(offMinor))])
    {
    }

    /// <summary>Counts again for every full threshold: "50 off every 300".</summary>
    public bool IsRepeated { get; init; }

    /// <summary>What it takes of a worth, and the tier that does; nothing reached takes nothing.</summary>
    public (long OffMinor, Tier? Tier) Of(long goodsMinor)
    {
        var best = Tiers.Where(tier => tier.FromMinor <= goodsMinor).MaxBy(tier => OffOf(tier, goodsMinor));
        return best is null ? (0, null) : (OffOf(best, goodsMinor), best);
    }

    private long OffOf(Tier tier, long goodsMinor) => tier.Benefit.Of(goodsMinor) * (IsRepeated && tier.FromMinor > 0 ? goodsMinor / tier.FromMinor : 1);
}

/// <summary>From a worth on, a benefit.</summary>
internal sealed record Tier(long FromMinor, Benefit Benefit);
