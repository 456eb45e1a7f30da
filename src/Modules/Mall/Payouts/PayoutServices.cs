namespace Sward.Mall.Payouts;

/// <summary>What payouts are made of.</summary>
internal static class PayoutServices
{
    public static void Add(IServiceCollection services) => services
        .AddSingleton<ISplitMoney, SandboxSplits>()
        .AddScoped<AskForPayout>()
        .AddScoped<TakePayoutNews>()
        .AddClockJob<SendPayouts>("mall.send-payouts", TimeSpan.FromSeconds(30))
        .AddClockJob<AskAboutPayouts>("mall.ask-about-payouts", TimeSpan.FromMinutes(5));
}
