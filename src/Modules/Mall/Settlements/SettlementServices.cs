namespace Sward.Mall.Settlements;

/// <summary>What statements are made of.</summary>
internal static class SettlementServices
{
    public static void Add(IServiceCollection services) => services
        .AddSingleton<Months>()
        .AddScoped<ReadStatement>()
        .AddScoped<StatementFiles>()
        .AddClockJob<MakeStatements>("mall.make-statements", TimeSpan.FromHours(1));
}
