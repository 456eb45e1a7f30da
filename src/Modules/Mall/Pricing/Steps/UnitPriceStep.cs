namespace Sward.Mall.Pricing.Steps;

/// <summary>Starts from the price everybody sees.</summary>
internal sealed class UnitPriceStep : IPriceStep
{
    public void Apply(Draft draft) => draft.SetUnitPrices(new Why("public-price", []), line => line.Price.PublicMinor);
}
