namespace Sward.Search;

/// <summary>A position as marks keep it: whole thousandths of a degree (a hundred metres, as exact as notes tell it), counted from the south-west so that nothing is 0.</summary>
internal readonly record struct Spot(int Northing, int Easting)
{
    private const double PerDegree = 1_000;
    private const int Offset = 1_000_000;

    public bool IsKnown => Northing != 0;

    public Position Position => new((Northing - Offset) / PerDegree, (Easting - Offset) / PerDegree);

    /// <summary>Unknown when one of the two is.</summary>
    public static Spot Of(double? latitude, double? longitude) => latitude is { } north && longitude is { } east ? new(Steps(north), Steps(east)) : default;

    private static int Steps(double degrees) => (int)Math.Round(degrees * PerDegree) + Offset;
}
