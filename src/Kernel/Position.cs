namespace Sward.Kernel;

/// <summary>A point on the map, in degrees.</summary>
public readonly record struct Position(double Latitude, double Longitude)
{
    private const double EarthRadiusKm = 6371;

    /// <summary>Distance over ground (haversine).</summary>
    public double KilometresTo(Position other)
    {
        var (lat, lng) = (Radians(other.Latitude - Latitude) / 2, Radians(other.Longitude - Longitude) / 2);
        var chord = Math.Pow(Math.Sin(lat), 2) + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Math.Pow(Math.Sin(lng), 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
