using System.Globalization;
using System.Text.Json;

namespace Sward.Tests;

/// <summary>Fails a test when an answer under /api/v1 is not what the OpenAPI document promises: an undocumented status, or a body that does not fit its schema.</summary>
internal sealed class OpenApiCheck(Lazy<Task<OpenApiDocument>> document) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (path.StartsWith("/api/v1/", StringComparison.Ordinal))
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var text = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
                ? await response.Content.ReadAsStringAsync(cancellationToken)
                : null;
            var faults = (await document.Value).Check(request.Method.Method, path, (int)response.StatusCode, text);
            Assert.True(faults.Count == 0, $"{request.Method} {path} answered {(int)response.StatusCode} against its description:\n{string.Join('\n', faults)}\n{text}");
        }

        return response;
    }
}

/// <summary>The parts of an OpenAPI 3.1 document that answers are checked against.</summary>
internal sealed class OpenApiDocument(JsonElement root)
{
    private readonly (string[] Segments, JsonElement Operations)[] paths =
        [.. root.GetProperty("paths").EnumerateObject().Select(path => (path.Name.Split('/'), path.Value))];

    public List<string> Check(string method, string path, int status, string? body)
    {
        var faults = new List<string>();
        // What nobody described is the framework's own refusal: an unknown path, a method not taken.
        if (Find(path.Split('/'), method.ToLowerInvariant()) is not { } operation || status is 401 or 405 or 413 or 415 or 429 or 503)
        {
            return faults;
        }

        if (!operation.GetProperty("responses").TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response))
        {
            // A problem may come from a filter or binding; its shape is the same everywhere.
            faults.Add(status >= 400 ? $"status {status} is not described" : $"status {status} is not described as an answer");
            return faults;
        }

        if (body is not null && Schema(response) is { } schema)
        {
            Check(schema, JsonSerializer.Deserialize<JsonElement>(body), "$", faults);
        }

        return faults;
    }

    private JsonElement? Find(string[] segments, string method)
    {
        foreach (var (template, operations) in paths.Where(p => p.Segments.Length == segments.Length).OrderBy(p => p.Segments.Count(s => s.StartsWith('{'))))
        {
            if (template.Zip(segments).All(pair => pair.First.StartsWith('{') || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase))
                && operations.TryGetProperty(method, out var operation))
            {
                return operation;
            }
        }

        return null;
    }

    private static JsonElement? Schema(JsonElement response) => response.TryGetProperty("content", out var content)
        && content.EnumerateObject().Where(c => c.Name.EndsWith("json", StringComparison.Ordinal)).Select(c => c.Value).FirstOrDefault() is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("schema", out var schema) ? schema : null;

    private void Check(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(Resolve(reference.GetString()!), value, at, faults);
            return;
        }

        foreach (var word in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(word, out var choices))
            {
                CheckAny(choices, value, at, faults);
            }
        }

        if (schema.TryGetProperty("type", out var type) && !TypesOf(type).Any(t => Fits(t, value)))
        {
            faults.Add($"{at} is {value.ValueKind}, not {type}");
            return;
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(w => JsonElement.DeepEquals(w, value)))
        {
            faults.Add($"{at} is {value}, none of {words}");
        }

        if (value.ValueKind is JsonValueKind.Object)
        {
            CheckObject(schema, value, at, faults);
        }
        else if (value.ValueKind is JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
            {
                Check(items, item, $"{at}[{index}]", faults);
            }
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            faults.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}.{name} is missing"));
        }

        if (!schema.TryGetProperty("properties", out var properties))
        {
            return;
        }

        // Problem details carry extensions; everything else is described to the last field.
        var open = schema.TryGetProperty("additionalProperties", out _) || properties.TryGetProperty("status", out _) && properties.TryGetProperty("title", out _);
        foreach (var field in value.EnumerateObject())
        {
            if (properties.TryGetProperty(field.Name, out var described))
            {
                Check(described, field.Value, $"{at}.{field.Name}", faults);
            }
            else if (!open)
            {
                faults.Add($"{at}.{field.Name} is not described");
            }
        }
    }

    private void CheckAny(JsonElement choices, JsonElement value, string at, List<string> faults)
    {
        var fewest = choices.EnumerateArray().Select(choice =>
        {
            var found = new List<string>();
            Check(choice, value, at, found);
            return found;
        }).MinBy(found => found.Count);
        faults.AddRange(fewest ?? []);
    }

    private JsonElement Resolve(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(root, (element, part) => element.GetProperty(part));

    private static IEnumerable<string> TypesOf(JsonElement type) =>
        type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Fits(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind is JsonValueKind.Null,
        "string" => value.ValueKind is JsonValueKind.String,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind is JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind is JsonValueKind.Array,
        "object" => value.ValueKind is JsonValueKind.Object,
        _ => true,
    };
}
