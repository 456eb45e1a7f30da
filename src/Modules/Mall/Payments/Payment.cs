using System.Collections.Frozen;
using Sward.Mall.Checkout;
using static Sward.Mall.Payments.PaymentState;

namespace Sward.Mall.Payments;

/// <summary>Where a payment is.</summary>
internal enum PaymentState
{
    /// <summary>Nobody has begun to pay.</summary>
    Created,

    /// <summary>The buyer is at the provider.</summary>
    Pending,

    /// <summary>The provider has promised the money.</summary>
    Authorized,

    /// <summary>The money is here.</summary>
    Settled,

    /// <summary>An attempt failed; the buyer may try again until the payment expires.</summary>
    Failed,
    Cancelled,
    Expired,
    PartRefunded,
    Refunded,
}

/// <summary>What of a purchase a payment is for.</summary>
internal enum PaymentPart
{
    Whole,

    /// <summary>The first of a pre-sale.</summary>
    Deposit,

    /// <summary>The second of a pre-sale.</summary>
    Rest,
}

/// <summary>The one payment of a purchase, or one of the two of a pre-sale.</summary>
internal sealed class Payment
{
    private static readonly FrozenSet<(PaymentState From, PaymentState To)> Transitions =
    [
        (PaymentState.Created, Pending), (Failed, Pending),
        (PaymentState.Created, Authorized), (Pending, Authorized),
        (PaymentState.Created, Settled), (Pending, Settled), (Authorized, Settled), (Failed, Settled),
        (PaymentState.Created, Failed), (Pending, Failed), (Authorized, Failed),
        (PaymentState.Created, Cancelled), (Pending, Cancelled), (Authorized, Cancelled), (Failed, Cancelled),
        (PaymentState.Created, Expired), (Pending, Expired), (Authorized, Expired), (Failed, Expired),
        (Settled, PartRefunded), (Settled, Refunded), (PartRefunded, Refunded),
        // Money that came after the end and was given back at once.
        (Cancelled, Refunded), (Expired, Refunded),
    ];

    public long Id { get; init; }
    public long PurchaseId { get; init; }
    public PaymentPart Part { get; init; }
    [Personal]
    public long BuyerId { get; init; }
    public required string Provider { get; init; }
    public required string Currency { get; init; }
    public long AmountMinor { get; init; }
    public PaymentState State { get; private set; }

    /// <summary>The provider's own id of the till where the payment was begun, when it has one.</summary>
    public string? TillId { get; init; }

    /// <summary>The provider's charge that paid, once one did.</summary>
    public string? ChargeId { get; private set; }
    public long RefundedMinor { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Cannot be paid before; null for at once.</summary>
    public DateTimeOffset? OpensAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }

    public Money Amount => new(AmountMinor, Currency);

    /// <summary>What can be given back of the charge that paid.</summary>
    public long LeftMinor => ChargeId is null ? 0 : AmountMinor - RefundedMinor;

    /// <summary>Whether its time has not come.</summary>
    public bool IsEarly(DateTimeOffset now) => now < OpensAt;

    /// <summary>Whether the buyer may go to the till.</summary>
    public bool IsOpen(DateTimeOffset now) => State is PaymentState.Created or Pending or Failed && !IsEarly(now) && now < ExpiresAt;

    public bool Can(PaymentState to) => Transitions.Contains((State, to));

    public void MoveTo(PaymentState to, DateTimeOffset now)
    {
        if (!Can(to))
        {
            throw new Refusal("mall.payment-state");
        }

        State = to;
        ChangedAt = now;
    }

    public void Settle(string chargeId, DateTimeOffset now)
    {
        MoveTo(Settled, now);
        ChargeId = chargeId;
    }

    /// <summary>Counts money given back of the charge that paid.</summary>
    public void CountRefund(long minor, DateTimeOffset now)
    {
        RefundedMinor += minor;
        var to = RefundedMinor == AmountMinor ? Refunded : PartRefunded;
        if (State != to)
        {
            MoveTo(to, now);
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Payment>
    {
        public void Configure(EntityTypeBuilder<Payment> payment)
        {
            payment.Property(p => p.Id).ValueGeneratedNever();
            payment.Property(p => p.Provider).HasMaxLength(20);
            payment.Property(p => p.Currency).HasMaxLength(3);
            payment.Property(p => p.State).HasConversion<string>().HasMaxLength(20);
            payment.Property(p => p.TillId).HasMaxLength(255);
            payment.Property(p => p.ChargeId).HasMaxLength(80);
            payment.Property(p => p.Part).HasConversion<string>().HasMaxLength(10).HasDefaultValue(PaymentPart.Whole);
            payment.Ignore(p => p.Amount);
            payment.Ignore(p => p.LeftMinor);
            payment.ToTable(table => table.HasCheckConstraint("ck_mall_payment_refunded", "refunded_minor >= 0 AND refunded_minor <= amount_minor"));
            payment.HasOne<Purchase>().WithMany().HasForeignKey(p => p.PurchaseId).OnDelete(DeleteBehavior.Restrict);
            payment.HasIndex(p => new { p.PurchaseId, p.Part }).IsUnique();
            payment.HasIndex(p => new { p.State, p.ChangedAt });
        }
    }
}
