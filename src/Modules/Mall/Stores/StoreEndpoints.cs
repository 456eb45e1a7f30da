namespace Sward.Mall.Stores;

/// <summary>What the mall serves of stores.</summary>
internal static class StoreEndpoints
{
    public static void AddServices(IServiceCollection services)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
