namespace Sward.Mall.Pricing;

/// <summary>What the platform bears of discounts, unit by unit.</summary>
internal static class Subsidy
{
    /// <summary>Of each step's total the platform's share is rounded half up once and split over what the step took of each unit, never more than that.</summary>
    /// <returns>Amounts per line and unit, not negative.</returns>
    public static long[][] ByUnit(IEnumerable<AppliedStep> steps, IReadOnlyList<DraftLine> lines)
    {
        long[][] byUnit = [.. lines.Select(line => line.Nothing)];
        foreach (var step in steps.Where(step => step.PlatformBasisPoints > 0))
        {
            long[] taken = [.. step.ByUnit.SelectMany(units => units).Select(minor => -minor)];
            var parts = Split.Capped(Rounding.HalfUp((Int128)taken.Sum() * step.PlatformBasisPoints, Benefit.Whole), taken, taken).AsSpan();
            foreach (var units in byUnit)
            {
                for (var unit = 0; unit < units.Length; unit++)
                {
                    units[unit] += parts[unit];
                }

                parts = parts[units.Length..];
            }
        }

        return byUnit;
    }
}
