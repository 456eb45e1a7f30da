namespace Sward.Mall.Payments;

/// <summary>
/// Genuine news about a payment that we do not know: of another shop that shares the provider's account, or of one that a restored backup has lost. It is
/// acknowledged, because telling it again for days would not help, and kept for the operators.
/// </summary>
internal sealed class StrayNotice
{
    public required string Provider { get; init; }
    public required string ChargeId { get; init; }
    public ChargeEvent Event { get; init; }

    /// <summary>The payment that it says it is about.</summary>
    public long PaymentId { get; init; }
    public required string Currency { get; init; }
    public long AmountMinor { get; init; }
    public DateTimeOffset At { get; init; }

    public static StrayNotice Of(string provider, ProviderNotice notice, DateTimeOffset at) => new()
    {
        Provider = provider,
        ChargeId = notice.ChargeId,
        Event = notice.Event,
        PaymentId = notice.PaymentId,
        Currency = notice.Amount.Currency,
        AmountMinor = notice.Amount.Amount,
        At = at,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<StrayNotice>
    {
        public void Configure(EntityTypeBuilder<StrayNotice> notice)
        {
            notice.HasKey(n => new { n.Provider, n.ChargeId, n.Event });
            notice.Property(n => n.Provider).HasMaxLength(20);
            notice.Property(n => n.ChargeId).HasMaxLength(80);
            notice.Property(n => n.Event).HasConversion<string>().HasMaxLength(20);
            notice.Property(n => n.Currency).HasMaxLength(3);
            notice.HasIndex(n => n.At);
        }
    }
}
