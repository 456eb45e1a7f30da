namespace Sward.Mall.Pricing.Steps;

/// <summary>Points pay a part of the goods: in whole steps, and no more than the rule allows.</summary>
internal sealed class PointsStep : IPriceStep
{
    public void Apply(Draft draft)
    {
        if (draft.Input.Offers.Points is not { } rule)
        {
            return;
        }

        var room = Math.Min(
            draft.Lines.Sum(line => line.AboveFloorMinor),
            (long)((Int128)draft.Lines.Sum(line => line.GoodsMinor) * rule.MostBasisPoints / Benefit.Whole));
        var steps = Math.Min(draft.Input.Points / rule.PointsPerStep, room / rule.MinorPerStep);
        if (steps > 0)
        {
            draft.PointsUsed = steps * rule.PointsPerStep;
            draft.Discount(PriceStep.Points, rule, new Why("points", [steps * rule.MinorPerStep]), draft.Lines, steps * rule.MinorPerStep);
        }
    }
}
