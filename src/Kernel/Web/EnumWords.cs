using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace Sward.Kernel;

/// <summary>
/// The API's words are camelCase in queries as in bodies (<c>?sort=priceUp</c>), but the framework binds an enum in a query only as it is spelled in C#.
/// After routing, known words are respelled; unknown ones stay and are refused by the binding.
/// </summary>
public static class EnumWords
{
    private static readonly ConcurrentDictionary<MethodInfo, (string Name, Type Enum)[]> Known = new();

    public static void UseEnumWords(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Query.Count > 0 && http.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is { } handler)
        {
            Respell(http.Request, Known.GetOrAdd(handler, EnumsOf));
        }

        return next(http);
    });

    private static void Respell(HttpRequest request, (string Name, Type Enum)[] parameters)
    {
        foreach (var (name, type) in parameters)
        {
            if (request.Query.TryGetValue(name, out var word) && Enum.TryParse(type, word.ToString(), ignoreCase: true, out var value))
            {
                var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
                query[name] = new StringValues(value.ToString());
                request.QueryString = new QueryBuilder(query).ToQueryString();
            }
        }
    }

    private static (string Name, Type Enum)[] EnumsOf(MethodInfo handler) =>
    [
        .. from parameter in handler.GetParameters()
           let type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType
           where type.IsEnum
           select (parameter.Name!, type),
    ];
}
