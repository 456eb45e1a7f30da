namespace Sward.Mall.Points;

/// <summary>The points of one account. They are a discount of the platform's, not money: they cannot be paid out.</summary>
internal sealed class PointsPurse
{
    [Personal]
    public long AccountId { get; init; }

    /// <summary>What there is now; below zero when points were taken back that had been spent, until others are earned.</summary>
    public long Points { get; private set; }

    /// <summary>What has changed it; together they are what there is.</summary>
    public List<PointsMove> Moves { get; init; } = [];

    /// <summary>Adds points, or takes them when negative.</summary>
    /// <param name="key">Names the cause, so that it counts once.</param>
    public void Move(string key, long points, DateTimeOffset at)
    {
        Points += points;
        Moves.Add(new PointsMove { AccountId = AccountId, Key = key, Points = points, At = at });
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PointsPurse>
    {
        public void Configure(EntityTypeBuilder<PointsPurse> purse)
        {
            purse.HasKey(p => p.AccountId);
            purse.Property(p => p.AccountId).ValueGeneratedNever();
            purse.HasMany(p => p.Moves).WithOne().HasForeignKey(m => m.AccountId);
        }
    }
}

/// <summary>Points that came or went.</summary>
internal sealed class PointsMove
{
    [Personal]
    public long AccountId { get; init; }

    /// <summary><c>earned:ORDER</c>, <c>taken:ORDER:REFUND</c>, <c>spent:PURCHASE</c> or <c>returned:PURCHASE</c>.</summary>
    public required string Key { get; init; }
    public long Points { get; init; }
    public DateTimeOffset At { get; init; }

    public static string Earned(long orderId) => FormattableString.Invariant($"earned:{orderId}");

    /// <summary>Begins the key of what refunds take back of the points of an order.</summary>
    public static string TakenFor(long orderId) => FormattableString.Invariant($"taken:{orderId}:");

    public static string Spent(long purchaseId) => FormattableString.Invariant($"spent:{purchaseId}");

    public static string Returned(long purchaseId) => FormattableString.Invariant($"returned:{purchaseId}");

    internal sealed class Mapping : IEntityTypeConfiguration<PointsMove>
    {
        public void Configure(EntityTypeBuilder<PointsMove> move)
        {
            move.HasKey(m => new { m.AccountId, m.Key });
            move.Property(m => m.Key).HasMaxLength(40);
            move.HasIndex(m => new { m.AccountId, m.At });
        }
    }
}
