using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Sward.Search;

/// <summary>The address of a page of results; what is not set stays out of it.</summary>
internal sealed record SearchAddress(
    string Q, string? Tab = null, string? Sort = null, string? Kind = null, string? Within = null, bool Followed = false, bool? Seen = null, double? Lat = null, double? Lng = null, int? Km = null,
    string? Maker = null, string? Origin = null, string? ShipsFrom = null, string? From = null, string? To = null, bool Exact = false, string? Cursor = null)
{
    private (string Name, string? Value)[] Parts =>
    [
        ("q", Q), ("tab", Tab), ("sort", Sort), ("kind", Kind), ("within", Within), ("followed", Followed ? "true" : null), ("seen", Seen is { } seen ? (seen ? "true" : "false") : null),
        ("lat", Lat?.ToString(CultureInfo.InvariantCulture)), ("lng", Lng?.ToString(CultureInfo.InvariantCulture)), ("km", Km?.ToString(CultureInfo.InvariantCulture)),
        ("maker", Maker), ("origin", Origin), ("shipsFrom", ShipsFrom), ("from", From), ("to", To), ("exact", Exact ? "true" : null), ("cursor", Cursor),
    ];

    /// <summary>The circle that notes must be in; null for everywhere.</summary>
    public Around? Around => Around.Of(Lat, Lng, Km);

    /// <summary>What a form has to carry along that asks for the other fields itself.</summary>
    public IEnumerable<(string Name, string Value)> FieldsBut(params string[] asked) =>
        from part in Parts where part.Value is not null && !asked.Contains(part.Name) select (part.Name, part.Value!);

    public override string ToString() =>
        "/search" + new QueryBuilder(Parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value!)));
}
