namespace Sward.Mall.Deliveries;

/// <summary>What the mall serves of days of delivery.</summary>
internal static class DeliveryEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<DeliveryDays>()
        .AddScoped<ChangeDeliveryDay>();

    public static void Map(IEndpointRouteBuilder routes) => ChangeDeliveryDay.Map(routes.MapApi("/orders", "Orders"));
}
