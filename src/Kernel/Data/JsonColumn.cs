using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sward.Kernel;

/// <summary>Keeps leaf data as JSON text in one column: written whole, never queried into.</summary>
public sealed class JsonColumn<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
    json => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!);

/// <summary>Compares JSON columns by reference: their values are put in whole and never changed in place, and writing each of them to see whether it changed costs more than the rest of a row.</summary>
public static class JsonColumn
{
    public static ValueComparer<T> Comparer<T>() where T : class =>
        new((left, right) => ReferenceEquals(left, right), value => RuntimeHelpers.GetHashCode(value), value => value);
}
