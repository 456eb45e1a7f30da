namespace Sward.Search;

/// <summary>A circle on the map. Where its middle is stands in the address of the page and nowhere else.</summary>
internal sealed record Around(Position Middle, int Kilometres)
{
    /// <summary>The largest radius, in kilometres.</summary>
    public const int Furthest = 50;

    private const int Usual = 10;

    /// <summary>Radii to choose among, in kilometres.</summary>
    public static IReadOnlyList<int> Radii { get; } = [1, 3, Usual, Furthest];

    /// <summary>The circle somebody asks for; null when they name no point, or none on the map.</summary>
    public static Around? Of(double? latitude, double? longitude, int? kilometres) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 ? new(new(latitude.Value, longitude.Value), Math.Clamp(kilometres ?? Usual, 1, Furthest)) : null;

    public bool Holds(Spot spot) => spot.IsKnown && Middle.KilometresTo(spot.Position) <= Kilometres;
}
