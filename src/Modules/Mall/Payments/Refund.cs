using Sward.Mall.Ledger;
using Sward.Mall.Orders;

namespace Sward.Mall.Payments;

/// <summary>Money that goes back. Decided and booked in one transaction; sent to the provider afterwards.</summary>
internal sealed class Refund
{
    public long Id { get; init; }
    public long PaymentId { get; init; }
    public required string ChargeId { get; init; }
    public long? OrderId { get; init; }
    public required string Currency { get; init; }
    public long AmountMinor { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>When the provider took it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Refund>
    {
        public void Configure(EntityTypeBuilder<Refund> refund)
        {
            refund.Property(r => r.Id).ValueGeneratedNever();
            refund.Property(r => r.ChargeId).HasMaxLength(80);
            refund.Property(r => r.Currency).HasMaxLength(3);
            refund.Property(r => r.Reason).HasMaxLength(40);
            refund.ToTable(table => table.HasCheckConstraint("ck_mall_refund_amount", "amount_minor > 0"));
            refund.HasIndex(r => r.PaymentId);
            refund.HasIndex(r => r.OrderId);
            refund.HasIndex(r => new { r.SentAt, r.Id });
        }
    }
}

/// <summary>Decides refunds: the row for the provider, the booking, and what order and payment count.</summary>
internal sealed class Refunds(MallDb db, Books books, Ids ids, TimeProvider clock)
{
    /// <summary>Gives back part or all of what was paid for an order. Goods that discounts made free have nothing to give back.</summary>
    public void OfOrder(Dossier dossier, Order order, long minor, string reason)
    {
        if (minor == 0)
        {
            return;
        }

        Add(dossier, dossier.Payment.ChargeId!, order.Id, new Money(minor, order.Currency), reason);
        order.CountRefund(minor, reason, clock.GetUtcNow());
        dossier.Payment.CountRefund(minor, clock.GetUtcNow());
        dossier.GiveCouponsBackIfUndone();
    }

    /// <summary>Gives back a charge that paid for nothing, in the currency it came in.</summary>
    public void OfCharge(Dossier dossier, string chargeId, Money amount, string reason) => Add(dossier, chargeId, orderId: null, amount, reason);

    private void Add(Dossier dossier, string chargeId, long? orderId, Money amount, string reason)
    {
        var refund = new Refund
        {
            Id = ids.Next(),
            PaymentId = dossier.Payment.Id,
            ChargeId = chargeId,
            OrderId = orderId,
            Currency = amount.Currency,
            AmountMinor = amount.Amount,
            Reason = reason,
            At = clock.GetUtcNow(),
        };
        db.Refunds.Add(refund);
        books.Refunded(dossier.Purchase, orderId, refund.Id, amount, refund.At);
    }
}
