using Sward.Mall.Orders;
using Sward.Mall.Pricing;

namespace Sward.Mall.Invoices;

/// <summary>In whose name an invoice is.</summary>
internal enum InvoiceKind
{
    Personal,
    Company,
}

/// <summary>
/// An invoice that a buyer asked for, issued once the store has given it a number; or a credit note, which takes back what a refund gave back since. Together they are what was paid for the order and kept.
/// </summary>
internal sealed class Invoice
{
    public long Id { get; init; }
    public long OrderId { get; init; }
    public long StoreId { get; init; }

    /// <summary>The invoice that a credit note belongs to; null for the invoice itself.</summary>
    public long? CreditOfId { get; init; }
    public InvoiceKind Kind { get; init; }
    [Personal]
    public required string Title { get; init; }

    /// <summary>A company's; only its form has been looked at.</summary>
    [Personal]
    public string? TaxNumber { get; init; }

    /// <summary>Where the buyer would like the store to send it.</summary>
    [Personal]
    public string? Email { get; init; }
    public required string Currency { get; init; }

    /// <summary>The store's own, unique in it; null until it is issued.</summary>
    public string? Number { get; private set; }

    /// <summary>Amounts are those of the hour of issue, net of refunds; negative on a credit note.</summary>
    public long GoodsMinor { get; private set; }
    public long FreightMinor { get; private set; }
    public long TaxMinor { get; private set; }
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? IssuedAt { get; private set; }

    public long TotalMinor => GoodsMinor + FreightMinor + TaxMinor;

    /// <summary>Issues it for what the buyer has paid and was not given back.</summary>
    public void Issue(Order order, string number, DateTimeOffset now) => Issue(number, KeptOf(order), now);

    /// <summary>The credit note over what was refunded since the last of these papers; null when they are right as they are.</summary>
    /// <param name="issued">All issued papers of the order, the invoice first; none for an order without.</param>
    public static Invoice? CreditFor(Order order, IReadOnlyList<Invoice> issued, long id, DateTimeOffset now)
    {
        if (issued.Count == 0 || issued.Sum(paper => paper.TotalMinor) == order.TotalMinor - order.RefundedMinor)
        {
            return null;
        }

        var (invoice, kept) = (issued[0], KeptOf(order));
        var note = new Invoice
        {
            Id = id,
            OrderId = order.Id,
            StoreId = order.StoreId,
            CreditOfId = invoice.Id,
            Kind = invoice.Kind,
            Title = invoice.Title,
            TaxNumber = invoice.TaxNumber,
            Email = invoice.Email,
            Currency = order.Currency,
            AskedAt = now,
        };
        note.Issue(
            FormattableString.Invariant($"{invoice.Number}-{issued.Count}"),
            [kept[0] - issued.Sum(paper => paper.GoodsMinor), kept[1] - issued.Sum(paper => paper.FreightMinor), kept[2] - issued.Sum(paper => paper.TaxMinor)], now);
        return note;
    }

    private void Issue(string number, long[] parts, DateTimeOffset now) =>
        (Number, GoodsMinor, FreightMinor, TaxMinor, IssuedAt) = (number, parts[0], parts[1], parts[2], now);

    /// <summary>What refunds leave of goods, freight and tax, each in its proportion; freight that stays with the store is freight.</summary>
    private static long[] KeptOf(Order order)
    {
        long[] parts = [order.GoodsMinor, order.FreightMinor, order.TaxMinor];
        var kept = Split.Capped(order.TotalMinor - order.RefundedMinor - order.KeptFreightMinor, parts, parts);
        return [kept[0], kept[1] + order.KeptFreightMinor, kept[2]];
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Invoice>
    {
        public const int TitleLength = 100, TaxNumberLength = 20, EmailLength = 254, NumberLength = 40;

        public void Configure(EntityTypeBuilder<Invoice> invoice)
        {
            invoice.Property(i => i.Id).ValueGeneratedNever();
            invoice.Property(i => i.Kind).HasConversion<string>().HasMaxLength(10);
            invoice.Property(i => i.Title).HasMaxLength(TitleLength);
            invoice.Property(i => i.TaxNumber).HasMaxLength(TaxNumberLength);
            invoice.Property(i => i.Email).HasMaxLength(EmailLength);
            invoice.Property(i => i.Currency).HasMaxLength(3);
            // A credit note adds its count.
            invoice.Property(i => i.Number).HasMaxLength(NumberLength + 10);
            invoice.Ignore(i => i.TotalMinor);
            invoice.HasOne<Order>().WithMany().HasForeignKey(i => i.OrderId).OnDelete(DeleteBehavior.Restrict);
            invoice.HasIndex(i => i.OrderId).IsUnique().HasFilter("credit_of_id IS NULL");
            invoice.HasIndex(i => new { i.OrderId, i.Id });
            invoice.HasIndex(i => new { i.StoreId, i.Number }).IsUnique();
            invoice.HasIndex(i => new { i.StoreId, i.Id });
        }
    }
}
