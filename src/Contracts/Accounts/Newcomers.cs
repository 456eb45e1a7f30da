namespace Sward.Contracts.Accounts;

/// <summary>What newcomers count where people are counted for others to see: accounts are made by the hundred, but time is not.</summary>
public static class Newcomers
{
    /// <summary>What each of them counts.</summary>
    private const double Worth = .25;

    private static readonly TimeSpan Young = TimeSpan.FromDays(7);

    /// <summary>The smallest id that an account may have which is a newcomer's at this time.</summary>
    public static long FirstAt(DateTimeOffset at) => Ids.FloorOf(at - Young);

    /// <summary>How much people count together: newcomers a quarter each, and all newcomers no more than the others.</summary>
    public static double Counted(double settled, double newcomers) => settled + Math.Min(settled, Worth * newcomers);
}
