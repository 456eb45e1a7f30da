using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Sward.Kernel;

/// <summary>How JSON looks at the API: camelCase, enums as words, instants as RFC 3339 with Z, ids as strings.</summary>
public static class KernelJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new UtcInstant());
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolverChain.Insert(0, new DefaultJsonTypeInfoResolver { Modifiers = { WriteIdsAsText, LeaveOutWhatMayBeNull } });
    }

    /// <summary>Whether a property is an id by its name: <c>id</c>, <c>…Id</c>, <c>…Ids</c>.</summary>
    internal static bool IsIdName(string name) => name is "id" or "ids" || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal);

    /// <summary>Ids exceed what some JSON readers keep exact, and clients should not calculate with them: text it is.</summary>
    private static void WriteIdsAsText(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => IsIdName(p.Name)))
        {
            property.CustomConverter = property.PropertyType switch
            {
                var t when t == typeof(long) => new IdText(),
                var t when t == typeof(long?) => new OptionalIdText(),
                var t when t == typeof(long[]) => new IdTexts<long[]>(ids => [.. ids]),
                var t when t == typeof(List<long>) => new IdTexts<List<long>>(ids => ids),
                var t when t == typeof(IReadOnlyList<long>) => new IdTexts<IReadOnlyList<long>>(ids => ids),
                _ => property.CustomConverter,
            };
        }
    }

    /// <summary>A request without what its record promises is refused before it is a null in a handler. What may be null may be left out.</summary>
    private static void LeaveOutWhatMayBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AssociatedParameter is { IsNullable: true }))
        {
            property.IsRequired = false;
        }
    }

    private static long Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
        JsonTokenType.String when long.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new JsonException("An id is a string of digits."),
    };

    private static string Write(long id) => id.ToString(CultureInfo.InvariantCulture);

    internal sealed class IdText : JsonConverter<long>
    {
        public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => KernelJson.Read(ref reader);

        public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteStringValue(KernelJson.Write(value));
    }

    internal sealed class OptionalIdText : JsonConverter<long?>
    {
        public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.Null ? null : KernelJson.Read(ref reader);

        public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
        {
            if (value is { } id)
            {
                writer.WriteStringValue(KernelJson.Write(id));
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }

    internal sealed class IdTexts<TList>(Func<List<long>, TList> make) : JsonConverter<TList> where TList : IEnumerable<long>
    {
        public override TList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var ids = new List<long>();
            if (reader.TokenType is not JsonTokenType.StartArray)
            {
                throw new JsonException("Expected a list of ids.");
            }

            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                ids.Add(KernelJson.Read(ref reader));
            }

            return make(ids);
        }

        public override void Write(Utf8JsonWriter writer, TList value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var id in value)
            {
                writer.WriteStringValue(KernelJson.Write(id));
            }

            writer.WriteEndArray();
        }
    }

    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }
}
