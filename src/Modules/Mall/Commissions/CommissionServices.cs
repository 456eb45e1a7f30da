using Sward.Ui;

namespace Sward.Mall.Commissions;

/// <summary>What commissions are made of.</summary>
internal static class CommissionServices
{
    public static void Add(IServiceCollection services) => services
        .AddSingleton<DecideCommissions>()
        .AddScoped<AddCommissionRate>()
        .AddScoped<FeeTable>()
        .AddScoped<ReadEarnings>()
        .AddScoped<RecordTouch>()
        .AddScoped<VisitorTouches>()
        .AddOperatorPage("mall.operator.commissions", "/operator/commissions")
        .AddClockJob<ForgetTouches>("mall.forget-touches", TimeSpan.FromHours(6));
}
