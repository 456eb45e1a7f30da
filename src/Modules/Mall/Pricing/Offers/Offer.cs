namespace Sward.Mall.Pricing;

/// <summary>Something that changes a price, while it runs. <paramref name="Id"/> names it in the explanation.</summary>
internal abstract record Offer(string Id)
{
    /// <summary>Null: from ever.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Null: for ever. At this instant it has ended.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What it counts for.</summary>
    public Scope Scope { get; init; } = Scope.Everything;

    /// <summary>Offers of one step are applied from the highest priority to the lowest, each on what those before it left.</summary>
    public int Priority { get; init; }

    /// <summary>Suffers no other offer of its step beside it.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>What share of it the platform bears, in hundredths of a percent; the seller of the goods bears the rest.</summary>
    public int PlatformBasisPoints { get; init; }

    public bool RunsAt(DateTimeOffset at) => (From is null || From <= at) && (Until is null || at < Until);
}

/// <summary>Which lines an offer is about. What is not named is not asked for.</summary>
internal sealed record Scope
{
    public static Scope Everything { get; } = new();

    public IReadOnlySet<long>? StoreIds { get; init; }

    public IReadOnlySet<long>? ProductIds { get; init; }

    public IReadOnlySet<string>? Categories { get; init; }

    public static Scope Store(long storeId) => new() { StoreIds = new HashSet<long> { storeId } };

    public bool Covers(WantedLine line) =>
        StoreIds?.Contains(line.StoreId) != false && ProductIds?.Contains(line.ProductId) != false && Categories?.Contains(line.Category) != false;
}

/// <summary>How much an offer takes: an amount, or a share of what it is taken from, at most so much.</summary>
/// <param name="BasisPoints">Hundredths of a percent: 1,000 is 10 %. The result is rounded half up.</param>
/// <param name="CapMinor">The most a share may come to.</param>
internal sealed record Benefit(long OffMinor = 0, int BasisPoints = 0, long? CapMinor = null)
{
    public const int Whole = 10_000;

    public static Benefit Off(long minor) => new(minor);

    public static Benefit Percent(int percent, long? capMinor = null) => new(BasisPoints: percent * 100, CapMinor: capMinor);

    public long Of(long minor) => OffMinor + Math.Min(CapMinor ?? long.MaxValue, Rounding.HalfUp((Int128)minor * BasisPoints, Whole));
}
