using Sward.Mall.Payments.Sandbox;

namespace Sward.Mall.Payments;

/// <summary>What the mall serves of payments.</summary>
internal static class PaymentEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<IPaymentProvider, SandboxProvider>()
        .AddScoped<TakeNotice>()
        .AddScoped<Refunds>()
        .AddScoped<PayInSandbox>()
        .AddClockJob<AskProviders>("mall.ask-providers", TimeSpan.FromSeconds(30))
        .AddClockJob<AskAboutEnded>("mall.ask-about-ended-payments", TimeSpan.FromHours(6))
        .AddClockJob<SendRefunds>("mall.send-refunds", TimeSpan.FromSeconds(30))
        .AddClockJob<TellLateCharges>("mall.tell-late-sandbox-charges", TimeSpan.FromSeconds(30));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var payments = routes.MapApi("/payments", "Payments");
        ReadPayment.Map(payments);
        PayInSandbox.Map(payments);
    }
}
