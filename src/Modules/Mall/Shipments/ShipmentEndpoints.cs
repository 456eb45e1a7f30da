namespace Sward.Mall.Shipments;

/// <summary>What the mall serves of parcels.</summary>
internal static class ShipmentEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<SendParcel>()
        .AddScoped<MoveParcel>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        SendParcel.Map(routes.MapApi("/orders", "Orders"));
        MoveParcel.Map(routes.MapApi("/shipments", "Shipments"));
    }
}
