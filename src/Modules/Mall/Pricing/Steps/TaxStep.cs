namespace Sward.Mall.Pricing.Steps;

/// <summary>Adds tax, rounded half up per line. What the price already contains is shown on the line, not added.</summary>
internal sealed class TaxStep : IPriceStep
{
    public void Apply(Draft draft)
    {
        foreach (var line in draft.Lines)
        {
            var (key, baseMinor) = line.Price.Tax?.Kind is TaxKind.CrossBorder ? ("tax-abroad", line.DutiableMinor) : ("tax", line.GoodsMinor);
            if (line.Price.Tax is { Kind: not TaxKind.Included } tax && tax.On(baseMinor) is > 0 and var minor)
            {
                draft.AddTax(new Why(key, [baseMinor, minor]), line, minor);
            }
        }
    }
}
