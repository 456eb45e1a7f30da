namespace Sward.Mall.Addresses;

/// <summary>What the mall serves of addresses.</summary>
internal static class AddressEndpoints
{
    public static void AddServices(IServiceCollection services) => services.AddScoped<KeepAddresses>();

    public static void Map(IEndpointRouteBuilder routes) => KeepAddresses.Map(routes.MapApi("/addresses", "Addresses"));
}
