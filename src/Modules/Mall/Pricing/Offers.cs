namespace Sward.Mall.Pricing;

/// <summary>Every offer that might touch a cart.</summary>
internal sealed record Offers(IReadOnlyList<StoreThreshold> StoreThresholds, IReadOnlyList<FreightRule> FreightRules)
{
    public static Offers None { get; } = new([], []);
}

/// <summary>Something that changes a price, while it runs. <paramref name="Id"/> names it in the explanation.</summary>
internal abstract record Offer(string Id, DateTimeOffset? From, DateTimeOffset? Until)
{
    public bool RunsAt(DateTimeOffset at) => (From is null || From <= at) && (Until is null || at < Until);
}

/// <summary>"300 off 2,000" on the goods of one store.</summary>
internal sealed record StoreThreshold(
    string Id, long StoreId, long ThresholdMinor, long OffMinor, DateTimeOffset? From = null, DateTimeOffset? Until = null) : Offer(Id, From, Until);

/// <summary>What a store takes for sending one checkout, however many parcels it becomes.</summary>
internal sealed record FreightRule(long StoreId, long FlatMinor, long FreeFromMinor);
