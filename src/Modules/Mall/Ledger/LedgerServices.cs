using Sward.Ui;

namespace Sward.Mall.Ledger;

/// <summary>The ledger's parts. It has no routes of its own: money moves only because something else happened.</summary>
internal static class LedgerServices
{
    public static void Add(IServiceCollection services) => services
        .AddScoped<Books>()
        .AddScoped<Invariants>()
        .AddOperatorPage("mall.operator.money", "/operator/money")
        .AddClockJob<CheckInvariants>("mall.check-invariants", TimeSpan.FromMinutes(30));
}
