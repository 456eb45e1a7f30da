namespace Sward.Mall.GiftCards;

/// <summary>Prepaid money on a card. It pays after all discounts, in parts if it likes, and what is refunded of it goes back to it.</summary>
internal sealed class GiftCard
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    public long Id { get; init; }

    /// <summary>The card's code as it was printed is kept nowhere: only its SHA-256.</summary>
    public required byte[] CodeHash { get; init; }
    public required string Currency { get; init; }
    public long IssuedMinor { get; init; }

    /// <summary>What is left; the database keeps it between nothing and what was issued.</summary>
    public long BalanceMinor { get; private set; }

    /// <summary>Whose it is, once somebody has typed its code.</summary>
    [Personal]
    public long? OwnerId { get; init; }
    public DateTimeOffset? ClaimedAt { get; init; }
    public DateTimeOffset IssuedAt { get; init; }
    public DateTimeOffset Until { get; private set; }

    public bool PaysAt(DateTimeOffset now) => BalanceMinor > 0 && now < Until;

    /// <summary>A new card with its whole amount on it.</summary>
    public static GiftCard Issue(long id, GiftCardCode code, Money amount, DateTimeOffset now, DateTimeOffset until) => new()
    {
        Id = id,
        CodeHash = code.Hash,
        Currency = amount.Currency,
        IssuedMinor = amount.Amount,
        BalanceMinor = amount.Amount,
        IssuedAt = now,
        Until = until,
    };

    public void Spend(long minor) => BalanceMinor -= minor;

    /// <summary>Money comes back. If the card would be over by then, it stays good for a while longer.</summary>
    public void PutBack(long minor, DateTimeOffset now)
    {
        BalanceMinor += minor;
        Until = Until < now + Grace ? now + Grace : Until;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<GiftCard>
    {
        public void Configure(EntityTypeBuilder<GiftCard> card)
        {
            card.Property(c => c.Id).ValueGeneratedNever();
            card.Property(c => c.CodeHash).HasMaxLength(32);
            card.Property(c => c.Currency).HasMaxLength(3);
            card.ToTable(table => table.HasCheckConstraint("ck_mall_gift_card_balance", "balance_minor >= 0 AND balance_minor <= issued_minor"));
            card.HasIndex(c => c.CodeHash).IsUnique();
            card.HasIndex(c => new { c.OwnerId, c.Until });
        }
    }
}

/// <summary>What a gift card paid of a purchase.</summary>
internal sealed class GiftCardSpend
{
    public long CardId { get; init; }
    public GiftCard Card { get; init; } = null!;
    public long PurchaseId { get; init; }
    public long AmountMinor { get; init; }

    /// <summary>What has gone back to the card.</summary>
    public long ReturnedMinor { get; private set; }

    public long LeftMinor => AmountMinor - ReturnedMinor;

    public void Return(long minor, DateTimeOffset now)
    {
        ReturnedMinor += minor;
        Card.PutBack(minor, now);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<GiftCardSpend>
    {
        public void Configure(EntityTypeBuilder<GiftCardSpend> spend)
        {
            spend.HasKey(s => new { s.PurchaseId, s.CardId });
            spend.HasOne(s => s.Card).WithMany().HasForeignKey(s => s.CardId).OnDelete(DeleteBehavior.Restrict);
            spend.Ignore(s => s.LeftMinor);
            spend.HasIndex(s => s.CardId);
            spend.ToTable(table => table.HasCheckConstraint("ck_mall_gift_card_spend_returned", "returned_minor >= 0 AND returned_minor <= amount_minor"));
        }
    }
}
