namespace Sward.Mall.Pricing;

/// <summary>A draw for buyers, as it is published before it starts.</summary>
internal sealed record PrizeDraw(DateTimeOffset? PublishedAt, DateTimeOffset StartsAt, IReadOnlyList<Prize> Prizes)
{
    /// <summary>The most that a prize may be worth: 50,000 yuan (mall.md 1).</summary>
    public const long TopPrizeMinor = 50_000_00;

    /// <summary>What is wrong with it, as codes <c>mall.draw.{…}</c>; nothing, if it may start.</summary>
    public IEnumerable<string> Faults()
    {
        if (PublishedAt is null || PublishedAt >= StartsAt)
        {
            yield return "not-published-before";
        }

        if (Prizes.Count == 0 || Prizes.Any(prize => prize.Count <= 0 || prize.OneIn <= 0))
        {
            yield return "odds-or-counts-missing";
        }
        else if (Prizes.Sum(prize => 1m / prize.OneIn) > 1)
        {
            yield return "odds-above-one";
        }

        if (Prizes.Any(prize => prize.WorthMinor > TopPrizeMinor))
        {
            yield return "prize-too-big";
        }
    }
}

/// <summary>A prize: so many of them, and a chance of one in so many for each ticket.</summary>
internal sealed record Prize(string Name, long WorthMinor, int Count, int OneIn);
