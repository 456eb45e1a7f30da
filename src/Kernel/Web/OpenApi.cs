using System.Collections.Concurrent;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Sward.Kernel;

/// <summary>The OpenAPI document says what the JSON converters do: ids are text, problems are problems, some POSTs take an Idempotency-Key.</summary>
internal static class OpenApi
{
    private static readonly ConcurrentDictionary<string, Type> Owners = new(StringComparer.Ordinal);

    public static IServiceCollection AddSwardOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = api => api.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = json => OpenApiOptions.CreateDefaultSchemaReferenceId(json) is null ? null : OwnName(Nullable.GetUnderlyingType(json.Type) ?? json.Type);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            DescribeValue(schema, context);
            // The exporter calls every constructor parameter required; what may be null may be left out.
            foreach (var property in context.JsonTypeInfo.Properties.Where(p => p.IsSetNullable))
            {
                schema.Required?.Remove(property.Name);
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.Name is { } name && KernelJson.IsIdName(name)) ?? [])
            {
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]+$" };
            }

            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<HonoursIdempotencyKey>().FirstOrDefault() is { } key)
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = IdempotencyExtensions.Header,
                    In = ParameterLocation.Header,
                    Required = key.Required,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 8, MaxLength = 100 },
                });
            }

            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Sward";
            document.Info.Version = "v1";
            document.Servers = [new OpenApiServer { Url = "/" }];
            return Task.CompletedTask;
        });
    });

    /// <summary>Slices call their records Request, Response, Item: the slice's name tells them apart.</summary>
    private static string OwnName(Type type)
    {
        var name = type.DeclaringType?.Name + type.Name.Split('`')[0];
        if (type.IsGenericType)
        {
            name = $"{name}Of{string.Concat(type.GetGenericArguments().Select(OwnName))}";
        }

        return Owners.GetOrAdd(name, type) == type ? name : throw new InvalidOperationException($"{type} and {Owners[name]} would both be the schema {name}.");
    }

    /// <summary>What our converters make of ids and instants.</summary>
    private static void DescribeValue(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonPropertyInfo is { CustomConverter: { } converter } property && KernelJson.IsIdName(property.Name))
        {
            DescribeIds(schema, converter);
        }
        else if (context.JsonTypeInfo.Type == typeof(DateTimeOffset))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        }
        else if (context.JsonTypeInfo.Type == typeof(DateTimeOffset?))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String | JsonSchemaType.Null, "date-time");
        }
    }

    private static void DescribeIds(OpenApiSchema schema, System.Text.Json.Serialization.JsonConverter converter)
    {
        switch (converter)
        {
            case KernelJson.IdText:
                (schema.Type, schema.Format, schema.Pattern) = (JsonSchemaType.String, null, "^[0-9]+$");
                break;
            case KernelJson.OptionalIdText:
                (schema.Type, schema.Format, schema.Pattern) = (JsonSchemaType.String | JsonSchemaType.Null, null, "^[0-9]+$");
                break;
            default:
                schema.Type = JsonSchemaType.Array;
                schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]+$" };
                break;
        }
    }
}
