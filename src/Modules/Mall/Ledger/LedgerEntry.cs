using Sward.Mall.Checkout;

namespace Sward.Mall.Ledger;

/// <summary>Why money moved.</summary>
internal enum EntryKind
{
    Paid,
    Refunded,
    Settled,

    /// <summary>The deposit of a pre-sale that its buyer gave up: the store keeps it.</summary>
    Forfeited,

    /// <summary>A store failed a pre-sale: as much as the deposit goes from its claim to the buyer's.</summary>
    Penalized,

    /// <summary>What a buyer paid to send back what was the store's fault goes from its claim to the buyer's.</summary>
    ReturnFreight,

    /// <summary>Refunded after it was settled: whoever had a share of the money gives back its part.</summary>
    TakenBack,

    /// <summary>A payout was asked for.</summary>
    PayoutAsked,

    /// <summary>A payout arrived.</summary>
    PaidOut,

    /// <summary>A payout did not arrive, or came back.</summary>
    PayoutReturned,
}

/// <summary>Whose money it is.</summary>
internal enum AccountKind
{
    /// <summary>Outside: what a buyer paid in, always negative.</summary>
    Buyer,

    /// <summary>Held for a purchase until its orders are settled or refunded.</summary>
    Escrow,

    /// <summary>A store's claim.</summary>
    Merchant,

    /// <summary>Given back to a buyer.</summary>
    Refund,

    /// <summary>What a gift card paid, negative, until it comes back.</summary>
    GiftCard,

    /// <summary>The platform's income of commission; its owner is <see cref="Posting.Platform"/>.</summary>
    Commission,

    /// <summary>The claim of an account whose note or link led to a purchase.</summary>
    Creator,

    /// <summary>The claim of a buyer to whom a store owes a deposit twice, or the freight of sending back.</summary>
    Penalty,

    /// <summary>Discounts that the platform bears and pays to stores, always negative; its owner is <see cref="Posting.Platform"/>.</summary>
    Subsidy,

    /// <summary>Taken from a claim and on its way; its owner is the payout.</summary>
    Payout,

    /// <summary>Outside: what has arrived at a store, a creator, or a buyer with a claim.</summary>
    PaidOut,
}

/// <summary>One movement of money: postings that sum to zero. Never changed, never deleted.</summary>
internal sealed class LedgerEntry
{
    public long Id { get; init; }
    public EntryKind Kind { get; init; }

    /// <summary>The purchase it is about; none for payouts.</summary>
    public long? PurchaseId { get; init; }

    /// <summary>The order it is about; none for money that came in for the whole purchase, or by mistake.</summary>
    public long? OrderId { get; init; }

    /// <summary>Names the cause, so that it is booked once: <c>paid:PROVIDER:CHARGE</c>, <c>refund:ID</c>, <c>settled:ORDER</c>,
    /// <c>forfeited:ORDER</c>, <c>penalty:REQUEST</c>, <c>return-freight:REQUEST</c>,
    /// <c>payout:ID</c>, <c>paid-out:ID</c>, <c>payout-returned:ID</c>.</summary>
    public required string Key { get; init; }
    public required string Currency { get; init; }
    public DateTimeOffset At { get; init; }
    public List<Posting> Postings { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerEntry>
    {
        public void Configure(EntityTypeBuilder<LedgerEntry> entry)
        {
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
            entry.Property(e => e.Key).HasMaxLength(120);
            entry.Property(e => e.Currency).HasMaxLength(3);
            entry.HasOne<Purchase>().WithMany().HasForeignKey(e => e.PurchaseId).OnDelete(DeleteBehavior.Restrict);
            entry.HasIndex(e => e.Key).IsUnique();
            entry.HasIndex(e => new { e.PurchaseId, e.Kind });
            entry.HasIndex(e => e.OrderId);
        }
    }
}

/// <summary>What an entry did to one account: positive into it, negative out of it.</summary>
internal sealed class Posting
{
    /// <summary>The owner of the platform's own accounts.</summary>
    public const long Platform = 0;

    public long EntryId { get; init; }
    public AccountKind Account { get; init; }

    /// <summary>The buyer, the purchase, the store, the creator or the payout, by the kind of account.</summary>
    [Personal]
    public long OwnerId { get; init; }
    public long AmountMinor { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Posting>
    {
        public void Configure(EntityTypeBuilder<Posting> posting)
        {
            posting.HasKey(p => new { p.EntryId, p.Account, p.OwnerId });
            posting.Property(p => p.Account).HasConversion<string>().HasMaxLength(20);
            posting.HasOne<LedgerEntry>().WithMany(e => e.Postings).HasForeignKey(p => p.EntryId);
            posting.HasIndex(p => new { p.Account, p.OwnerId, p.EntryId });
        }
    }
}
