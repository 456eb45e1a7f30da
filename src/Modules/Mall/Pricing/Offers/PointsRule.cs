namespace Sward.Mall.Pricing;

/// <summary>What points are worth: <see cref="PointsPerStep"/> of them take <see cref="MinorPerStep"/>, at most <see cref="MostBasisPoints"/> hundredths of a percent of the goods. The platform bears it.</summary>
internal sealed record PointsRule : Offer
{
    public PointsRule(long pointsPerStep, long minorPerStep, int mostBasisPoints = Benefit.Whole) : base("points") =>
        (PointsPerStep, MinorPerStep, MostBasisPoints, PlatformBasisPoints) = (pointsPerStep, minorPerStep, mostBasisPoints, Benefit.Whole);

    public long PointsPerStep { get; }

    public long MinorPerStep { get; }

    public int MostBasisPoints { get; }
}
