using Sward.Mall.Ledger;
using Sward.Mall.Stores;

namespace Sward.Mall.Settlements;

/// <summary>What became of a store's claim in a period: every booking once, and the balances before and after. Never changed once it is made.</summary>
internal sealed class Statement
{
    public long Id { get; init; }
    public long StoreId { get; init; }
    public required string Currency { get; init; }

    /// <summary>The beginning of the period: the end of the last statement's.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>Its end; what happens at this moment belongs to the next.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>The claim before; negative when the store owed.</summary>
    public long OpeningMinor { get; init; }

    /// <summary>The claim after: opening and items.</summary>
    public long ClosingMinor { get; init; }
    public DateTimeOffset MadeAt { get; init; }
    public List<StatementItem> Items { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<Statement>
    {
        public void Configure(EntityTypeBuilder<Statement> statement)
        {
            statement.Property(s => s.Id).ValueGeneratedNever();
            statement.Property(s => s.Currency).HasMaxLength(3);
            statement.HasOne<Store>().WithMany().HasForeignKey(s => s.StoreId).OnDelete(DeleteBehavior.Restrict);
            // Two nodes that make it at once make one.
            statement.HasIndex(s => new { s.StoreId, s.Currency, s.Until }).IsUnique();
        }
    }
}

/// <summary>A booking on a statement, with what it consists of: gross − commission − creators + subsidy = net. Refunds and payouts are negative.</summary>
internal sealed class StatementItem
{
    /// <summary>A booking stands on one statement only.</summary>
    public long EntryId { get; init; }
    public long StatementId { get; init; }
    public EntryKind Kind { get; init; }
    public long? OrderId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Of the buyer's money; for payouts what was paid out.</summary>
    public long GrossMinor { get; init; }
    public long CommissionMinor { get; init; }
    public long CreatorMinor { get; init; }
    public long SubsidyMinor { get; init; }

    /// <summary>What the claim changed by, as it stands in the ledger.</summary>
    public long NetMinor { get; init; }

    public static StatementItem Of(LedgerEntry entry, long statementId)
    {
        long On(AccountKind account) => entry.Postings.Where(posting => posting.Account == account).Sum(posting => posting.AmountMinor);
        return new()
        {
            EntryId = entry.Id,
            StatementId = statementId,
            Kind = entry.Kind,
            OrderId = entry.OrderId,
            At = entry.At,
            GrossMinor = -entry.Postings.Where(posting => posting.Account is not (AccountKind.Merchant or AccountKind.Commission or AccountKind.Creator or AccountKind.Subsidy)).Sum(posting => posting.AmountMinor),
            CommissionMinor = On(AccountKind.Commission),
            CreatorMinor = On(AccountKind.Creator),
            SubsidyMinor = -On(AccountKind.Subsidy),
            NetMinor = On(AccountKind.Merchant),
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<StatementItem>
    {
        public void Configure(EntityTypeBuilder<StatementItem> item)
        {
            item.HasKey(i => i.EntryId);
            item.Property(i => i.EntryId).ValueGeneratedNever();
            item.Property(i => i.Kind).HasConversion<string>().HasMaxLength(20);
            item.ToTable(table => table.HasCheckConstraint("ck_mall_statement_item_net", "net_minor = gross_minor - commission_minor - creator_minor + subsidy_minor"));
            item.HasOne<Statement>().WithMany(s => s.Items).HasForeignKey(i => i.StatementId);
            item.HasOne<LedgerEntry>().WithMany().HasForeignKey(i => i.EntryId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
