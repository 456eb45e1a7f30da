namespace Sward.Mall.Catalog;

/// <summary>What the mall serves of goods.</summary>
internal static class CatalogEndpoints
{
    public static void AddServices(IServiceCollection services)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
