using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Pricing;

namespace Sward.Mall.Commissions;

/// <summary>
/// A commission on a line of an order: who gets it, how much for each unit, and which touch earned it. Decided when the order is placed and not changed afterwards;
/// what refunds leave of it is paid when the order closes.
/// </summary>
internal sealed class LineCommission
{
    public long LineId { get; init; }
    public CommissionKind Kind { get; init; }
    public long OrderId { get; init; }

    /// <summary>The account that earns it; <see cref="Posting.Platform"/> for the platform's own.</summary>
    [Personal]
    public long EarnerId { get; init; }
    public long RateId { get; init; }
    public IReadOnlyList<long> UnitMinor { get; init; } = [];

    /// <summary>The sum of the units.</summary>
    public long TotalMinor { get; init; }

    /// <summary>What led the buyer to the goods; null for the platform's commission.</summary>
    public TouchKind? Touch { get; init; }

    /// <summary>The note, or the account whose link it was.</summary>
    public long? SourceId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>What a line's refunds leave of it, pro rata. Goods that cost the buyer nothing cannot be refunded.</summary>
    public long KeptMinor(OrderLine line) => line.TotalMinor == 0 ? TotalMinor : Rounding.HalfUp((Int128)TotalMinor * (line.TotalMinor - line.UndoneMinor), line.TotalMinor);

    internal sealed class Mapping : IEntityTypeConfiguration<LineCommission>
    {
        public void Configure(EntityTypeBuilder<LineCommission> commission)
        {
            commission.HasKey(c => new { c.LineId, c.Kind });
            commission.Property(c => c.Kind).HasConversion<string>().HasMaxLength(10);
            commission.Property(c => c.Touch).HasConversion<string>().HasMaxLength(10);
            commission.HasOne<OrderLine>().WithMany().HasForeignKey(c => c.LineId);
            commission.HasIndex(c => c.OrderId);
            commission.HasIndex(c => new { c.EarnerId, c.LineId });
        }
    }
}
