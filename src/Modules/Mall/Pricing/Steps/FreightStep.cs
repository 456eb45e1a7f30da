namespace Sward.Mall.Pricing.Steps;

/// <summary>Adds each store's freight, once per checkout: an order that is split into parcels does not pay twice.</summary>
internal sealed class FreightStep : IPriceStep
{
    public void Apply(Draft draft)
    {
        foreach (var rule in draft.Input.Offers.FreightRules)
        {
            var lines = draft.Lines.Where(line => line.Wanted.StoreId == rule.StoreId && line.Wanted.Ships).ToList();
            if (lines.Count == 0)
            {
                continue;
            }

            var isFree = rule.FlatMinor == 0 || lines.Sum(line => line.GoodsMinor) >= rule.FreeFromMinor;
            draft.AddFreight(
                isFree ? new Why("freight-free", [rule.FreeFromMinor]) : new Why("freight", [rule.FlatMinor, rule.FreeFromMinor]),
                lines, isFree ? 0 : rule.FlatMinor);
        }
    }
}
