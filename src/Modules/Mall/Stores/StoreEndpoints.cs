using Sward.Contracts.Mall;
using Sward.Mall.Stock;

namespace Sward.Mall.Stores;

/// <summary>What the mall serves of stores.</summary>
internal static class StoreEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<OpenStore>()
        .AddScoped<EditStore>()
        .AddScoped<KeepWarehouses>()
        .AddScoped<IStoreCards, StoreCards>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var stores = routes.MapApi("/stores", "Stores");
        OpenStore.Map(stores);
        ReadStore.Map(stores);
        EditStore.Map(stores);
        KeepWarehouses.Map(stores);
    }
}
