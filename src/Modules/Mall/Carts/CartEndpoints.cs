namespace Sward.Mall.Carts;

/// <summary>What the mall serves of carts.</summary>
internal static class CartEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<ReadCart>()
        .AddScoped<ChangeCart>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var cart = routes.MapApi("/cart", "Cart");
        ReadCart.Map(cart);
        ChangeCart.Map(cart);
    }
}
