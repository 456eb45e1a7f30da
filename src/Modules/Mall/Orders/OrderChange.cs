namespace Sward.Mall.Orders;

/// <summary>A change that somebody made to an order under an Idempotency-Key: the same key changes nothing again, however long ago the first time was.</summary>
internal sealed class OrderChange
{
    public long OrderId { get; init; }
    [Personal]
    public long AccountId { get; init; }
    public required string Key { get; init; }
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OrderChange>
    {
        public void Configure(EntityTypeBuilder<OrderChange> change)
        {
            change.HasKey(c => new { c.OrderId, c.AccountId, c.Key });
            change.Property(c => c.Key).HasMaxLength(100);
            change.HasOne<Order>().WithMany().HasForeignKey(c => c.OrderId);
        }
    }
}
