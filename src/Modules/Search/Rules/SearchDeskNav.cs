namespace Sward.Search;

/// <summary>The left navigation of the operators' desk for search.</summary>
internal sealed record SearchDeskNav(string Current)
{
    public static IEnumerable<(string Name, string Url)> Links => [("explain", "/operator/search"), ("rules", "/operator/search/rules")];
}
