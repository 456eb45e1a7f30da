namespace Sward.Mall;

/// <summary>The mall: stores, goods, prices, stock, orders, payments and the ledger.</summary>
public sealed class MallModule : IModule
{
    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModuleDb<MallDb, MallDbSqlite, MallDbPostgres>("mall", durable: true);
        builder.Services.AddModuleOptions<MallOptions>("Mall");
        builder.Services.AddValidation();
        Stores.StoreEndpoints.AddServices(builder.Services);
        Catalog.CatalogEndpoints.AddServices(builder.Services);
        Addresses.AddressEndpoints.AddServices(builder.Services);
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        Stores.StoreEndpoints.Map(routes);
        Catalog.CatalogEndpoints.Map(routes);
        Addresses.AddressEndpoints.Map(routes);
    }
}
