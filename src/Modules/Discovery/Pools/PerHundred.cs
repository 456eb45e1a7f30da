using System.Globalization;

namespace Sward.Discovery.Pools;

/// <summary>Writes a score per impression as people can picture it: for a hundred impressions.</summary>
internal static class PerHundred
{
    public static string Text(double perImpression) =>
        // Adding nought takes the sign from a nought.
        (Math.Round(100 * perImpression, 1) + 0.0).ToString("0.0;−0.0", CultureInfo.InvariantCulture);
}
