using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sward.Mall;

/// <summary>Keeps leaf data as JSON text in one column: written whole, never queried into.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
    json => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!);

/// <summary>Compares JSON columns by what would be written.</summary>
internal static class JsonColumn
{
    public static ValueComparer<T> Comparer<T>() => new(
        (left, right) => Text(left) == Text(right),
        value => StringComparer.Ordinal.GetHashCode(Text(value)),
        value => JsonSerializer.Deserialize<T>(Text(value), JsonSerializerOptions.Web)!);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
