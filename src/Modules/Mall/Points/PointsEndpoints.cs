namespace Sward.Mall.Points;

/// <summary>What the mall serves of points.</summary>
internal static class PointsEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<ReadPoints>()
        .AddScoped<EarnPoints>();

    public static void Map(IEndpointRouteBuilder routes) => ReadPoints.Map(routes.MapApi("/points", "Points"));
}
