using Sward.Contracts.Mall;
using Sward.Contracts.Town;

namespace Sward.Mall.Catalog;

/// <summary>What the mall serves of goods.</summary>
internal static class CatalogEndpoints
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddFollower<ProductCards>().AddSingleton<IProductCards>(sp => sp.GetRequiredService<ProductCards>());
        services.AddSingleton<IWares, Wares>();
        services.AddScoped<ITownPart, CatalogTown>();
        services.AddScoped<BrowseProducts>().AddScoped<ReadProduct>().AddScoped<ListProduct>().AddScoped<EditProduct>().AddScoped<SetStock>().AddScoped<RecentOrders>().AddScoped<WasPrices>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var stores = routes.MapApi("/stores", "Products");
        ListProduct.Map(stores);

        var products = routes.MapApi("/products", "Products");
        BrowseProducts.Map(products, stores);
        ReadProduct.Map(products);
        RecentOrders.Map(products);
        EditProduct.Map(products);
        SetStock.Map(products);
        Floors.Map(products);
    }
}
