namespace Sward.Mall.Ledger;

/// <summary>
/// What an account of the ledger holds: the sum of its postings, kept by the transaction that writes them. The database refuses a balance that its kind of account may not have.
/// Whoever spends asks this row first.
/// </summary>
internal sealed class LedgerBalance
{
    public AccountKind Account { get; init; }

    /// <summary>As in <see cref="Posting.OwnerId"/>.</summary>
    [Personal]
    public long OwnerId { get; init; }
    public required string Currency { get; init; }

    /// <summary>May be negative for <see cref="AccountKind.Merchant"/> and <see cref="AccountKind.Creator"/>: what they owe after a late refund is carried.</summary>
    public long AmountMinor { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerBalance>
    {
        public void Configure(EntityTypeBuilder<LedgerBalance> balance)
        {
            balance.HasKey(b => new { b.Account, b.OwnerId, b.Currency });
            balance.Property(b => b.Account).HasConversion<string>().HasMaxLength(20);
            balance.Property(b => b.Currency).HasMaxLength(3);
            balance.ToTable(table => table.HasCheckConstraint("ck_mall_ledger_balance_side", """
                CASE WHEN account IN ('Escrow', 'Refund', 'Penalty', 'Payout', 'PaidOut') THEN amount_minor >= 0 WHEN account IN ('Buyer', 'Subsidy', 'GiftCard') THEN amount_minor <= 0 ELSE TRUE END
                """));
        }
    }
}
