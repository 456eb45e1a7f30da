using Sward.Contracts.Accounts;

namespace Sward.Discovery.HotList;

/// <summary>
/// How many people act on something in a day against its own usual day: burst = (now − usual) / √(usual + 1), the standard deviations of a Poisson count; the one
/// keeps two people from being a burst of what nobody knew. Nothing can be bought into it: it reads people and nothing else.
/// </summary>
internal static class HeatWave
{
    /// <summary>Days before the last one that make what is usual.</summary>
    public const int UsualDays = 7;

    /// <summary>Fewer people than this are friends, not a wave.</summary>
    public const double FewestPeople = 3;

    /// <summary>Less is chance.</summary>
    public const double LeastBurst = 1.5;

    public static double Burst(double now, double usual) => (now - usual) / Math.Sqrt(usual + 1);

    /// <summary>The people who count: each once, and newcomers as <see cref="Newcomers"/> says.</summary>
    public static double People(IEnumerable<long> accountIds, DateTimeOffset at)
    {
        var firstNewcomer = Newcomers.FirstAt(at);
        var (settled, young) = (0, 0);
        foreach (var accountId in accountIds.Distinct())
        {
            _ = accountId >= firstNewcomer ? young++ : settled++;
        }

        return Newcomers.Counted(settled, young);
    }
}
