using System.Collections.Frozen;
using Sward.Mall.Ledger;
using static Sward.Mall.Payouts.PayoutState;

namespace Sward.Mall.Payouts;

/// <summary>Where a payout is.</summary>
internal enum PayoutState
{
    /// <summary>Booked out of the claim; the provider does not know yet.</summary>
    Asked,

    /// <summary>The provider has the instruction.</summary>
    Sent,

    /// <summary>The provider says that it arrived. It may still come back.</summary>
    Paid,

    /// <summary>It did not arrive, or came back: the claim has the money again.</summary>
    Returned,
}

/// <summary>Somebody's claim on its way to their account outside: a split instruction to the payment provider that holds the money.</summary>
internal sealed class Payout
{
    private static readonly FrozenSet<(PayoutState From, PayoutState To)> Transitions =
        [(Asked, Sent), (Asked, Returned), (Sent, Paid), (Sent, Returned), (Paid, Returned)];

    public long Id { get; init; }

    /// <summary><see cref="AccountKind.Merchant"/>, <see cref="AccountKind.Creator"/> or <see cref="AccountKind.Penalty"/>.</summary>
    public AccountKind Account { get; init; }

    /// <summary>The store, or the account of the creator or buyer.</summary>
    [Personal]
    public long OwnerId { get; init; }
    public required string Currency { get; init; }
    public long AmountMinor { get; init; }

    /// <summary>Where it goes, as the provider knows its payees.</summary>
    [Personal]
    public required string Payee { get; init; }
    public required string Provider { get; init; }
    public PayoutState State { get; private set; } = Asked;
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }

    public Money Amount => new(AmountMinor, Currency);

    public bool TryMoveTo(PayoutState to, DateTimeOffset now)
    {
        if (!Transitions.Contains((State, to)))
        {
            return false;
        }

        (State, ChangedAt) = (to, now);
        return true;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Payout>
    {
        public void Configure(EntityTypeBuilder<Payout> payout)
        {
            payout.Property(p => p.Id).ValueGeneratedNever();
            payout.Property(p => p.Account).HasConversion<string>().HasMaxLength(20);
            payout.Property(p => p.Currency).HasMaxLength(3);
            payout.Property(p => p.Payee).HasMaxLength(60);
            payout.Property(p => p.Provider).HasMaxLength(20);
            payout.Property(p => p.State).HasConversion<string>().HasMaxLength(10);
            payout.Ignore(p => p.Amount);
            payout.ToTable(table => table.HasCheckConstraint("ck_mall_payout_amount", "amount_minor > 0"));
            payout.HasIndex(p => new { p.Account, p.OwnerId, p.Id });
            payout.HasIndex(p => new { p.State, p.ChangedAt });
        }
    }
}
