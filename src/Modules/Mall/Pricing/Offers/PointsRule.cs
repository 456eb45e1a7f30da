namespace Sward.Mall.Pricing;

/// <summary>What points are worth: <paramref name="PointsPerStep"/> of them take <paramref name="MinorPerStep"/>, at most a share of the goods.</summary>
/// <param name="MostBasisPoints">Hundredths of a percent of the goods that points may pay.</param>
internal sealed record PointsRule(long PointsPerStep, long MinorPerStep, int MostBasisPoints = Benefit.Whole);
