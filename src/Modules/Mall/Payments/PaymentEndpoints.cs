using Microsoft.Extensions.Options;
using Sward.Mall.Payments.Alipay;
using Sward.Mall.Payments.Sandbox;
using Sward.Mall.Payments.Stripe;
using Sward.Mall.Payments.WeChatPay;
using Sward.Ui;

namespace Sward.Mall.Payments;

/// <summary>What the mall serves of payments.</summary>
internal static class PaymentEndpoints
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<MallOptions>, PaymentOptionsCheck>();
        services.AddModuleOptions<StripeOptions>("Mall:Stripe");
        services.AddModuleOptions<AlipayOptions>("Mall:Alipay");
        services.AddModuleOptions<WeChatPayOptions>("Mall:WeChatPay");
        services.AddProvider<StripeProvider, StripeApi, StripeOptions>();
        services.AddProvider<AlipayProvider, AlipayApi, AlipayOptions>();
        services.AddProvider<WeChatPayProvider, WeChatPayApi, WeChatPayOptions>();
        services.AddOperatorPage("mall.operator.refunds", "/operator/refunds");
        services
            .AddScoped<IPaymentProvider, SandboxProvider>()
            .AddScoped<IPaymentProvider, NothingToPay>()
            .AddSingleton<PaymentAddresses>()
            .AddScoped<BeginPayment>()
            .AddScoped<TakeNotice>()
            .AddScoped<Refunds>()
            .AddScoped<RetryRefund>()
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
        BeginPayment.Map(payments);
        TakeCallback.Map(payments);
        RetryRefund.Map(routes.MapApi("/refunds", "Refunds"));
        if (routes.ServiceProvider.GetRequiredService<IOptions<MallOptions>>().Value.Uses(SandboxProvider.ProviderName))
        {
            PayInSandbox.Map(payments);
        }
    }
}
