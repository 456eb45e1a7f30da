using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Sward.Mall.Payments.Sandbox;

namespace Sward.Mall.Payments;

/// <summary>What the mall serves of payments.</summary>
internal static class PaymentEndpoints
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddOptions<MallOptions>().Validate<IConfiguration>(
            (mall, configuration) => !TakesSandbox(mall) || mall.SandboxInPublic || string.IsNullOrEmpty(configuration["Site:PublicUrl"]),
            "In the sandbox nobody really pays. A public site (Site:PublicUrl) needs another Mall:PaymentProvider, or Mall:SandboxInPublic=true for a trial.");
        services
            .AddScoped<IPaymentProvider, SandboxProvider>()
            .AddScoped<TakeNotice>()
            .AddScoped<Refunds>()
            .AddScoped<PayInSandbox>()
            .AddClockJob<AskProviders>("mall.ask-providers", TimeSpan.FromSeconds(30))
            .AddClockJob<AskAboutEnded>("mall.ask-about-ended-payments", TimeSpan.FromHours(6))
            .AddClockJob<SendRefunds>("mall.send-refunds", TimeSpan.FromSeconds(30))
            .AddClockJob<TellLateCharges>("mall.tell-late-sandbox-charges", TimeSpan.FromSeconds(30));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var payments = routes.MapApi("/payments", "Payments");
        ReadPayment.Map(payments);
        if (TakesSandbox(routes.ServiceProvider.GetRequiredService<IOptions<MallOptions>>().Value))
        {
            PayInSandbox.Map(payments);
        }
    }

    private static bool TakesSandbox(MallOptions mall) => string.Equals(mall.PaymentProvider, SandboxProvider.ProviderName, StringComparison.Ordinal);
}
