namespace Sward.Mall.Payments;

/// <summary>What came of a provider's news.</summary>
internal enum NoticeEffect
{
    /// <summary>It changed the payment's state only, or nothing.</summary>
    Noted,

    /// <summary>It paid the purchase.</summary>
    Paid,

    /// <summary>It paid the deposit of a pre-sale.</summary>
    Promised,

    /// <summary>Its time had not come: given back.</summary>
    GivenBackEarly,

    /// <summary>The orders were gone: given back.</summary>
    GivenBackLate,

    /// <summary>The purchase had been paid by another charge: given back.</summary>
    GivenBackTwice,

    /// <summary>Not the amount that was asked for: given back.</summary>
    GivenBackWrongAmount,
}

/// <summary>News that was taken. The key makes the same news count once, however often it is told; charges of two providers may have one id, and then are about two payments.</summary>
internal sealed class PaymentNotice
{
    public required string ChargeId { get; init; }
    public ChargeEvent Event { get; init; }
    public long PaymentId { get; init; }
    public required string Currency { get; init; }
    public long AmountMinor { get; init; }
    public NoticeEffect Effect { get; init; }
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PaymentNotice>
    {
        public void Configure(EntityTypeBuilder<PaymentNotice> notice)
        {
            notice.HasKey(n => new { n.PaymentId, n.ChargeId, n.Event });
            notice.Property(n => n.ChargeId).HasMaxLength(80);
            notice.Property(n => n.Event).HasConversion<string>().HasMaxLength(20);
            notice.Property(n => n.Effect).HasConversion<string>().HasMaxLength(30);
            notice.Property(n => n.Currency).HasMaxLength(3);
        }
    }
}
