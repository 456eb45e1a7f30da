using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Sward.Tests.Architecture;

/// <summary>The rules of the house as functions over a compiled assembly, so that each can be shown to catch a small violation.</summary>
internal static partial class Rules
{
    /// <summary>Public types of a module other than its door and generated migrations.</summary>
    public static IEnumerable<string> ShownBesidesItsDoor(byte[] dll, string module) => Read(dll, metadata => metadata.TypeDefinitions
        .Select(metadata.GetTypeDefinition)
        .Where(type => type.Attributes.HasFlag(System.Reflection.TypeAttributes.Public) && !type.IsNested)
        .Select(type => (Namespace: metadata.GetString(type.Namespace), Name: metadata.GetString(type.Name)))
        .Where(type => !string.Equals(type.Name, $"{module}Module", StringComparison.Ordinal) && !type.Namespace.Contains(".Migrations.", StringComparison.Ordinal))
        .Select(type => $"{type.Namespace}.{type.Name}"));

    /// <summary>The modules whose contracts the assembly uses.</summary>
    public static IEnumerable<string> ContractsUsed(byte[] dll, string module) => NamespacesUsed(dll)
        .Where(ns => ns.StartsWith("Sward.Contracts.", StringComparison.Ordinal))
        .Select(ns => ns.Split('.')[2])
        .Where(ns => !string.Equals(ns, module, StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Other modules whose assemblies this one refers to.</summary>
    public static IEnumerable<string> ModulesReferred(byte[] dll) => Read(dll, metadata => metadata.AssemblyReferences
        .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
        .Where(name => name.StartsWith("Sward.", StringComparison.Ordinal) && name is not ("Sward.Kernel" or "Sward.Contracts" or "Sward.Ui")));

    /// <summary>Namespaces of the database that the assembly touches.</summary>
    public static IEnumerable<string> DatabaseUsed(byte[] dll) => NamespacesUsed(dll)
        .Where(ns => ns.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || ns.StartsWith("Microsoft.Data", StringComparison.Ordinal) || ns.StartsWith("Npgsql", StringComparison.Ordinal));

    /// <summary>Requests to the API that more than one endpoint would answer: the router finds out only when somebody asks.</summary>
    public static IEnumerable<string> ClashingEndpoints(EndpointDataSource endpoints) => Api(endpoints)
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method} {ParameterName().Replace(endpoint.RoutePattern.RawText!, "{")}"))
        .GroupBy(request => request, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key);

    /// <summary>API endpoints without a name, a tag, or a decision who may call them.</summary>
    public static IEnumerable<string> UndecidedEndpoints(EndpointDataSource endpoints) => Api(endpoints)
        .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is null
            || endpoint.Metadata.GetMetadata<ITagsMetadata>() is null
            || (endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null))
        .Select(endpoint => endpoint.RoutePattern.RawText!);

    private static IEnumerable<RouteEndpoint> Api(EndpointDataSource endpoints) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true);

    [GeneratedRegex(@"\{\w+", RegexOptions.None, 1000)]
    private static partial Regex ParameterName();

    private static IReadOnlyList<string> NamespacesUsed(byte[] dll) => Read(dll, metadata => metadata.TypeReferences
        .Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Namespace)));

    private static IReadOnlyList<T> Read<T>(byte[] dll, Func<MetadataReader, IEnumerable<T>> read)
    {
        using var pe = new PEReader(new MemoryStream(dll));
        return [.. read(pe.GetMetadataReader())];
    }
}
