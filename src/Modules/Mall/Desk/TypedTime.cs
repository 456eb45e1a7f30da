using System.Globalization;

namespace Sward.Mall.Desk;

/// <summary>Reads moments that a seller typed into a form, in the site's time zone.</summary>
internal static class TypedTime
{
    /// <summary>Null for an empty field, and for what is no moment.</summary>
    public static DateTimeOffset? Parse(string? typed, TimeZoneInfo zone) => DateTime.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local))
        : null;
}
