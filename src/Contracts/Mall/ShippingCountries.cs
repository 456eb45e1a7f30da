namespace Sward.Contracts.Mall;

/// <summary>Where goods can be shipped from, by ISO 3166-1 code. Their names are the texts <c>country.{code}</c>.</summary>
public static class ShippingCountries
{
    /// <summary>The country of a warehouse of which nothing else is said.</summary>
    public const string Home = "CN";

    /// <summary>In the order they are offered in.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Home, "HK", "MO", "TW", "JP", "KR", "SG", "TH", "VN", "MY", "ID", "US", "CA", "AU", "NZ", "GB", "FR", "DE", "IT", "ES", "NL", "CH", "SE", "DK", "RU", "AE",
    ];
}
