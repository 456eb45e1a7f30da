namespace Sward.Discovery.Pools;

/// <summary>What one person did with a note.</summary>
internal readonly record struct Deed(
    bool Liked = false, bool Collected = false, bool Commented = false, bool Shared = false, bool Followed = false, bool Bounced = false, bool Hid = false, bool Reported = false)
{
    /// <summary>
    /// What it counts in public: like 1, collect 1, comment 4, share 4, follow 8. Going straight back takes a like away, hiding a comment, reporting a follow: it takes
    /// one who is glad of each kind to outweigh one who is not, and no few can bury what many like.
    /// </summary>
    public int Weight =>
        (Liked ? 1 : 0) + (Collected ? 1 : 0) + (Commented ? 4 : 0) + (Shared ? 4 : 0) + (Followed ? 8 : 0)
        - (Bounced ? 1 : 0) - (Reported ? 8 : Hid ? 4 : 0);
}

/// <summary>The public pool score of a note, over people who do not follow its author.</summary>
/// <param name="Sum">Σ y, where y is what one person's deed weighs.</param>
/// <param name="Squares">Σ y².</param>
/// <param name="Seen">How many saw it, n.</param>
internal readonly record struct PoolScore(double Sum, double Squares, int Seen)
{
    /// <summary>One-sided 95 % quantile of the normal distribution.</summary>
    private const double Quantile = 1.6448536269514722;

    /// <summary>Σ y / n.</summary>
    public double PerImpression => Seen > 0 ? Sum / Seen : 0;

    /// <summary>
    /// (Σ y − z √Σ y²) / n: deeds are rare and independent, so their sum is compound Poisson, whose variance Σ y² estimates (Ross, Introduction to Probability Models, 5.4.2).
    /// One single deed is never enough, whatever it weighs.
    /// </summary>
    public double Bound => Seen > 0 ? (Sum - (Quantile * Math.Sqrt(Squares))) / Seen : 0;

    public static PoolScore Of(IEnumerable<Deed> deeds, int seen)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var deed in deeds)
        {
            sum += deed.Weight;
            squares += (double)deed.Weight * deed.Weight;
        }

        return new(sum, squares, seen);
    }
}
