namespace Sward.Mall.Checkout;

/// <summary>What the mall serves of checkout.</summary>
internal static class CheckoutEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<PriceCart>()
        .AddScoped<QuoteCheckout>()
        .AddScoped<PlaceOrder>()
        .AddSingleton<CheckoutQueue>()
        .AddHostedService(sp => sp.GetRequiredService<CheckoutQueue>());

    public static void Map(IEndpointRouteBuilder routes)
    {
        var checkout = routes.MapApi("/checkout", "Checkout");
        QuoteCheckout.Map(checkout);
        PlaceOrder.Map(checkout);
    }
}
