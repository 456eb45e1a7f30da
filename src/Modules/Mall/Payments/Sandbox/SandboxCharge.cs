namespace Sward.Mall.Payments.Sandbox;

/// <summary>The sandbox's own book: a charge somebody made with it. No real money is behind it.</summary>
internal sealed class SandboxCharge
{
    public required string Id { get; init; }
    public long PaymentId { get; init; }
    public required string Currency { get; init; }
    public long AmountMinor { get; init; }

    /// <summary>When the money arrives; in the future for a late one.</summary>
    public DateTimeOffset PaidAt { get; init; }

    /// <summary>Whether the news is out; a lost one is never told by itself.</summary>
    public bool Told { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SandboxCharge>
    {
        public void Configure(EntityTypeBuilder<SandboxCharge> charge)
        {
            charge.Property(c => c.Id).HasMaxLength(80);
            charge.Property(c => c.Currency).HasMaxLength(3);
            charge.HasIndex(c => c.PaymentId);
            charge.HasIndex(c => new { c.Told, c.PaidAt });
        }
    }
}
