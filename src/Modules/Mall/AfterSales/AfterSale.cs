using System.Collections.Frozen;
using Sward.Mall.Orders;
using static Sward.Mall.AfterSales.AfterSaleState;
using static Sward.Mall.Orders.ActorKind;

namespace Sward.Mall.AfterSales;

/// <summary>What the buyer asks for.</summary>
internal enum AfterSaleKind
{
    RefundOnly,
    ReturnAndRefund,
}

/// <summary>Where a request is.</summary>
internal enum AfterSaleState
{
    Applied,
    SellerRefused,

    /// <summary>Agreed; the goods have to come back first.</summary>
    SellerAgreed,
    BuyerShipping,
    SellerReceived,
    Refunding,
    Done,

    /// <summary>Taken back by the buyer, or left lying: goods that were to come back were never sent.</summary>
    BuyerCancelled,
}

/// <summary>A buyer's request about one line of an order.</summary>
internal sealed class AfterSale
{
    private static readonly FrozenSet<(AfterSaleState From, AfterSaleState To, ActorKind By)> Transitions =
    [
        (Applied, SellerRefused, Seller),
        (Applied, SellerAgreed, Seller),
        // Silence is agreement.
        (Applied, SellerAgreed, ActorKind.System),
        (Applied, BuyerCancelled, Buyer),
        (SellerAgreed, BuyerCancelled, Buyer),
        (SellerAgreed, BuyerCancelled, ActorKind.System),
        (SellerAgreed, BuyerShipping, Buyer),
        (BuyerShipping, SellerReceived, Seller),
        (BuyerShipping, SellerReceived, ActorKind.System),
        (SellerAgreed, Refunding, ActorKind.System),
        (SellerReceived, Refunding, ActorKind.System),
        (Refunding, Done, ActorKind.System),
    ];

    /// <summary>The states in which a request came to nothing, so that another may follow.</summary>
    public static readonly AfterSaleState[] Fruitless = [SellerRefused, BuyerCancelled];

    /// <summary>The states in which a request is over; in all others it keeps the order's money in escrow.</summary>
    public static readonly AfterSaleState[] Ended = [.. Fruitless, Done];

    public long Id { get; init; }
    public long OrderId { get; init; }
    public long LineId { get; init; }
    public AfterSaleKind Kind { get; init; }
    public AfterSaleState State { get; private set; }
    public required string Reason { get; init; }
    public required string Currency { get; init; }

    /// <summary>What is given back when it is agreed.</summary>
    public long AmountMinor { get; init; }
    public string? SellerReason { get; set; }
    public string? Carrier { get; set; }
    public string? TrackingNumber { get; set; }
    public DateTimeOffset AppliedAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }
    public List<AfterSaleStep> Steps { get; init; } = [];

    public void MoveTo(AfterSaleState to, Actor by, DateTimeOffset now)
    {
        if (!Transitions.Contains((State, to, by.Kind)))
        {
            throw new Refusal("mall.after-sale-state");
        }

        State = to;
        ChangedAt = now;
        Steps.Add(new AfterSaleStep { AfterSaleId = Id, State = to, By = by.Kind, AccountId = by.AccountId, At = now });
    }

    /// <summary>The first entry of the log.</summary>
    public void LogApplied(long buyerId, DateTimeOffset now)
    {
        ChangedAt = now;
        Steps.Add(new AfterSaleStep { AfterSaleId = Id, State = Applied, By = Buyer, AccountId = buyerId, At = now });
    }

    internal sealed class Mapping : IEntityTypeConfiguration<AfterSale>
    {
        public void Configure(EntityTypeBuilder<AfterSale> afterSale)
        {
            afterSale.Property(a => a.Id).ValueGeneratedNever();
            afterSale.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
            afterSale.Property(a => a.State).HasConversion<string>().HasMaxLength(20);
            afterSale.Property(a => a.Reason).HasMaxLength(500);
            afterSale.Property(a => a.Currency).HasMaxLength(3);
            afterSale.Property(a => a.SellerReason).HasMaxLength(500);
            afterSale.Property(a => a.Carrier).HasMaxLength(40);
            afterSale.Property(a => a.TrackingNumber).HasMaxLength(60);
            afterSale.HasOne<Order>().WithMany().HasForeignKey(a => a.OrderId).OnDelete(DeleteBehavior.Restrict);
            afterSale.HasIndex(a => new { a.State, a.ChangedAt });
        }
    }
}

/// <summary>One entry of a request's log; a state is entered at most once.</summary>
internal sealed class AfterSaleStep
{
    public long AfterSaleId { get; init; }
    public AfterSaleState State { get; init; }
    public ActorKind By { get; init; }
    public long? AccountId { get; init; }
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AfterSaleStep>
    {
        public void Configure(EntityTypeBuilder<AfterSaleStep> step)
        {
            step.HasKey(s => new { s.AfterSaleId, s.State });
            step.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
            step.Property(s => s.By).HasConversion<string>().HasMaxLength(10);
            step.HasOne<AfterSale>().WithMany(a => a.Steps).HasForeignKey(s => s.AfterSaleId);
        }
    }
}

/// <summary>A request as buyer and store see it.</summary>
internal sealed record AfterSaleView(
    long Id, long OrderId, long LineId, AfterSaleKind Kind, AfterSaleState State, string Reason, Money Amount, string? SellerReason,
    string? Carrier, string? TrackingNumber, DateTimeOffset AppliedAt)
{
    public static AfterSaleView Of(AfterSale afterSale) => new(
        afterSale.Id, afterSale.OrderId, afterSale.LineId, afterSale.Kind, afterSale.State, afterSale.Reason, new Money(afterSale.AmountMinor, afterSale.Currency),
        afterSale.SellerReason, afterSale.Carrier, afterSale.TrackingNumber, afterSale.AppliedAt);
}
