namespace Sward.Mall.Pricing;

/// <summary>What a store takes for sending one checkout, however many parcels it becomes.</summary>
internal sealed record FreightRule(long StoreId, long FlatMinor, long FreeFromMinor);
