using Sward.Mall.Invoices;
using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Pricing;

namespace Sward.Mall.Payments;

/// <summary>Money that goes back. Decided and booked in one transaction; sent to the provider afterwards.</summary>
internal sealed class Refund
{
    public long Id { get; init; }
    public long PaymentId { get; init; }
    public required string ChargeId { get; init; }

    /// <summary>The gift card that it went back to, in place of a provider.</summary>
    public long? GiftCardId { get; init; }
    public long? OrderId { get; init; }
    public required string Currency { get; init; }
    public long AmountMinor { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>When the provider took it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When we gave up sending it; an operator may have it tried again.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>How often it was sent in vain since it was last begun.</summary>
    public int Tries { get; set; }

    /// <summary>Not to be sent before; null for now.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>What the provider said last: its own code, or ours.</summary>
    public string? Error { get; set; }

    /// <summary>How often an operator had it tried again. A provider that repeats a failed answer under the same key needs another one.</summary>
    public int Round { get; set; }

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
            refund.Property(r => r.Error).HasMaxLength(100);
            refund.HasIndex(r => new { r.SentAt, r.FailedAt, r.Id });
        }
    }
}

/// <summary>Decides refunds: the row for the provider, the booking, and what order and payment count.</summary>
internal sealed class Refunds(MallDb db, Books books, Ids ids, TimeProvider clock)
{
    /// <summary>Gives back part or all of what was paid for an order. Goods that discounts made free have nothing to give back.</summary>
    /// <param name="line">The goods that it is about; without, every line has its share.</param>
    /// <param name="keptFreightMinor">Freight of these goods that the store keeps.</param>
    public void OfOrder(Dossier dossier, Order order, long minor, string reason, OrderLine? line = null, long keptFreightMinor = 0)
    {
        if (minor == 0)
        {
            return;
        }

        var before = dossier.SharesOf(order);
        var parts = PartsOf(dossier, order, minor, reason);
        CountByLine(order, minor, line, keptFreightMinor);
        order.CountRefund(minor, reason, clock.GetUtcNow());
        if (order.State is OrderState.Closed)
        {
            books.TakenBack(dossier.Purchase, order, parts, before, dossier.SharesOf(order), clock.GetUtcNow());
            dossier.Means.TakePointsBack(order, minor, parts[0].Id, clock.GetUtcNow());
        }
        else
        {
            books.Refunded(dossier.Purchase, order.Id, parts, clock.GetUtcNow());
        }

        CreditInvoices(dossier, order);
        dossier.GiveMeansBackIfUndone(clock.GetUtcNow());
    }

    /// <summary>Gives back a charge that paid for nothing, in the currency it came in.</summary>
    public void OfCharge(Dossier dossier, ProviderNotice notice, string reason)
    {
        if (notice.Amount.Amount > 0)
        {
            books.Refunded(dossier.Purchase, orderId: null, [Add(notice.PaymentId, notice.ChargeId, orderId: null, notice.Amount, reason)], clock.GetUtcNow());
        }
    }

    private void CreditInvoices(Dossier dossier, Order order)
    {
        if (Invoice.CreditFor(order, dossier.Invoices.FindAll(paper => paper.OrderId == order.Id), ids.Next(), clock.GetUtcNow()) is { } note)
        {
            db.Invoices.Add(note);
            dossier.Invoices.Add(note);
        }
    }

    private static void CountByLine(Order order, long minor, OrderLine? line, long keptFreightMinor)
    {
        if (line is not null)
        {
            line.CountRefund(minor, keptFreightMinor);
            return;
        }

        long[] left = [.. order.Lines.Select(l => l.TotalMinor - l.RefundedMinor)];
        foreach (var (counted, part) in order.Lines.Zip(Split.Capped(minor, left, left)))
        {
            counted.CountRefund(part);
        }
    }

    /// <summary>What goes back to gift cards, at once, and what the provider sends back.</summary>
    private List<Refund> PartsOf(Dossier dossier, Order order, long minor, string reason)
    {
        var now = clock.GetUtcNow();
        var parts = new List<Refund>();
        foreach (var (spend, part) in dossier.Means.ShareOf(dossier.Purchase, dossier.Orders.Sum(o => o.RefundedMinor), minor))
        {
            spend.Return(part, now);
            parts.Add(Add(dossier.Payments[0].Id, $"gift-card:{spend.CardId}", order.Id, new Money(part, order.Currency), reason, spend.CardId));
        }

        var rest = minor - parts.Sum(part => part.AmountMinor);
        // The rest of a pre-sale before its deposit: what was paid last goes back first.
        foreach (var payment in dossier.Payments.Reverse().Where(payment => payment.LeftMinor > 0))
        {
            var part = Math.Min(rest, payment.LeftMinor);
            if (part > 0)
            {
                parts.Add(Add(payment.Id, payment.ChargeId!, order.Id, new Money(part, order.Currency), reason));
                payment.CountRefund(part, now);
                rest -= part;
            }
        }

        return rest == 0 ? parts : throw new InvalidOperationException($"Order {order.Number} cannot give back what was not paid.");
    }

    private Refund Add(long paymentId, string chargeId, long? orderId, Money amount, string reason, long? giftCardId = null)
    {
        var now = clock.GetUtcNow();
        var refund = new Refund
        {
            Id = ids.Next(),
            PaymentId = paymentId,
            ChargeId = chargeId,
            GiftCardId = giftCardId,
            OrderId = orderId,
            Currency = amount.Currency,
            AmountMinor = amount.Amount,
            Reason = reason,
            At = now,
            SentAt = giftCardId is null ? null : now,
        };
        db.Refunds.Add(refund);
        return refund;
    }
}
