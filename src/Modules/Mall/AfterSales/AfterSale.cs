using Sward.Mall.Orders;

namespace Sward.Mall.AfterSales;

/// <summary>A buyer's request about some units of one line of an order.</summary>
internal sealed class AfterSale
{
    /// <summary>The states in which a request is over; in all others it keeps the order's money in escrow.</summary>
    public static readonly AfterSaleState[] Ended = [AfterSaleState.BuyerCancelled, AfterSaleState.PlatformRefused, AfterSaleState.Done];

    /// <summary>The reason of refunds by the price guarantee.</summary>
    public const string GuaranteeReason = "price-guarantee";

    public long Id { get; init; }
    public long OrderId { get; init; }
    public long LineId { get; init; }
    public AfterSaleKind Kind { get; init; }
    public AfterSaleState State { get; private set; }

    /// <summary>Which units of the line, counted from 0; each has its own price.</summary>
    public IReadOnlyList<int> Units { get; init; } = [];

    /// <summary>The units never left the store; they are refunded instead of being sent.</summary>
    public bool Unsent { get; init; }
    public AfterSaleCause Cause { get; init; }

    /// <summary>What the buyer adds to the cause in words; may be empty.</summary>
    [Personal]
    public required string Reason { get; init; }
    public required string Currency { get; init; }

    /// <summary>What is given back when it is agreed; the platform may decide on less.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>What the units cost, less what the price guarantee gave back of them, and less the freight that the store keeps.</summary>
    public long ClaimMinor { get; private set; }

    /// <summary>The freight of the way to the buyer, where it stays with the store.</summary>
    public long KeptFreightMinor { get; private set; }

    /// <summary>What the buyer says that sending back cost; the store owes it once it has the goods, if it was its fault.</summary>
    public long ReturnFreightMinor { get; private set; }

    /// <summary>Whether money went back; a request may also end with goods.</summary>
    public bool Refunded { get; private set; }

    /// <summary>How often the platform was called in: once about a refusal, once about goods that came back.</summary>
    public int Round { get; private set; }
    [Personal]
    public string? SellerReason { get; set; }
    public string? Carrier { get; set; }
    [Personal]
    public string? TrackingNumber { get; set; }
    public DateTimeOffset AppliedAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }
    public List<AfterSaleStep> Steps { get; init; } = [];

    /// <summary>The units that nobody may ask about again: while the request runs, and when it gave their money back or the platform has decided.</summary>
    public IReadOnlyList<int> ClaimedUnits => State switch
    {
        AfterSaleState.SellerRefused or AfterSaleState.BuyerCancelled => [],
        AfterSaleState.Done when !Refunded => [],
        // They are still to be sent.
        AfterSaleState.PlatformRefused when Unsent => [],
        _ when Kind is AfterSaleKind.PriceGuarantee => [],
        _ => Units,
    };

    /// <summary>Claims units that are still with the store.</summary>
    public bool IsUnsent => Unsent && ClaimedUnits.Count > 0;

    public bool NeedsReturn => Kind is AfterSaleKind.ReturnAndRefund or AfterSaleKind.Exchange;

    /// <summary>The store has promised to send goods, and has yet to do it.</summary>
    public bool AwaitsGoods => (Kind, State) is (AfterSaleKind.Exchange, AfterSaleState.SellerReceived) or (AfterSaleKind.MissingItem, AfterSaleState.SellerAgreed);

    public static AfterSale Applied(long id, Order order, OrderLine line, ApplyForAfterSale.Request request, IReadOnlyList<int> units, bool unsent, DateTimeOffset now)
    {
        var applied = new AfterSale
        {
            Id = id,
            OrderId = order.Id,
            LineId = line.Id,
            Kind = request.Kind,
            Units = units,
            Unsent = unsent,
            Cause = request.CauseOrDefault,
            Reason = request.Comment,
            Currency = order.Currency,
            AppliedAt = now,
            ChangedAt = now,
        };
        applied.AskFor(line);
        applied.Log(new Actor(ActorKind.Buyer, order.BuyerId), request.Comment, now);
        return applied;
    }

    /// <summary>A deposit that the store owes twice, for units that never left it.</summary>
    /// <param name="minor">What the buyer gets with it.</param>
    /// <param name="by">The buyer who asks for it, or the store that cancels.</param>
    public static AfterSale DoubleDeposit(long id, Order order, OrderLine line, IReadOnlyList<int> units, long minor, Actor by, string reason, DateTimeOffset now)
    {
        var applied = new AfterSale
        {
            Id = id,
            OrderId = order.Id,
            LineId = line.Id,
            Kind = AfterSaleKind.DoubleDeposit,
            Units = units,
            Unsent = true,
            Reason = reason,
            Currency = order.Currency,
            AmountMinor = minor,
            ClaimMinor = minor,
            AppliedAt = now,
            ChangedAt = now,
        };
        applied.Log(by, reason, now);
        return applied;
    }

    /// <summary>A request that the price guarantee has already decided.</summary>
    public static AfterSale Guaranteed(long id, Order order, PriceDrop drop, Actor buyer, DateTimeOffset now)
    {
        var guaranteed = new AfterSale
        {
            Id = id,
            OrderId = order.Id,
            LineId = drop.Line.Id,
            Kind = AfterSaleKind.PriceGuarantee,
            Units = [.. drop.UnitMinor.Index().Where(unit => unit.Item > 0).Select(unit => unit.Index)],
            Reason = "",
            Currency = order.Currency,
            AmountMinor = drop.TotalMinor,
            ClaimMinor = drop.TotalMinor,
            AppliedAt = now,
            ChangedAt = now,
        };
        guaranteed.Log(buyer, GuaranteeReason, now);
        guaranteed.MoveTo(AfterSaleState.SellerAgreed, Actor.System, GuaranteeReason, now);
        guaranteed.MoveTo(AfterSaleState.Refunding, Actor.System, GuaranteeReason, now);
        guaranteed.MarkRefunded();
        guaranteed.MoveTo(AfterSaleState.Done, Actor.System, "refunded", now);
        return guaranteed;
    }

    /// <summary>Asks for what the units are worth now. What never left the store has had no freight to keep.</summary>
    public void AskFor(OrderLine line)
    {
        var worth = Units.Sum(line.UnitLeftMinor);
        AmountMinor = ClaimMinor = Cause.KeepsFreight() && !Unsent ? Units.Sum(line.UnitLeftWithoutFreightMinor) : worth;
        KeptFreightMinor = worth - ClaimMinor;
    }

    /// <summary>The buyer has sent the goods back.</summary>
    /// <param name="freightMinor">What that cost, where the store bears it.</param>
    public void SendBack(string carrier, string trackingNumber, long freightMinor, Actor by, DateTimeOffset now)
    {
        MoveTo(AfterSaleState.BuyerShipping, by, "sent-back", now);
        (Carrier, TrackingNumber, ReturnFreightMinor) = (carrier, trackingNumber, freightMinor);
    }

    /// <summary>Moves along the table of transitions, or refuses. Remembers who, when and why.</summary>
    public void MoveTo(AfterSaleState to, Actor by, string reason, DateTimeOffset now)
    {
        if (!AfterSaleTransitions.Allows(State, to, by.Kind))
        {
            throw new Refusal("mall.after-sale-state");
        }

        Round += to is AfterSaleState.PlatformIntervening ? 1 : 0;
        State = to;
        ChangedAt = now;
        Log(by, reason, now);
    }

    /// <summary>The platform gives the buyer a part of what was asked for.</summary>
    public void AwardInstead(long minor) => AmountMinor = minor > 0 && minor <= ClaimMinor
        ? minor
        : throw new Refusal("mall.award-invalid", StatusCodes.Status422UnprocessableEntity, new Money(ClaimMinor, Currency).ToPlainString());

    public void MarkRefunded() => Refunded = true;

    private void Log(Actor by, string reason, DateTimeOffset at) => Steps.Add(new AfterSaleStep
    {
        AfterSaleId = Id,
        State = State,
        Round = Round,
        By = by.Kind,
        AccountId = by.AccountId,
        Reason = reason,
        At = at,
    });

    internal sealed class Mapping : IEntityTypeConfiguration<AfterSale>
    {
        public void Configure(EntityTypeBuilder<AfterSale> afterSale)
        {
            afterSale.Property(a => a.Id).ValueGeneratedNever();
            afterSale.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
            afterSale.Property(a => a.State).HasConversion<string>().HasMaxLength(20);
            afterSale.Property(a => a.Cause).HasConversion<string>().HasMaxLength(20).HasDefaultValue(AfterSaleCause.Other);
            afterSale.Property(a => a.Reason).HasMaxLength(500);
            afterSale.Property(a => a.Currency).HasMaxLength(3);
            afterSale.Property(a => a.SellerReason).HasMaxLength(500);
            afterSale.Property(a => a.Carrier).HasMaxLength(40);
            afterSale.Property(a => a.TrackingNumber).HasMaxLength(60);
            afterSale.Ignore(a => a.ClaimedUnits);
            afterSale.Ignore(a => a.IsUnsent);
            afterSale.Ignore(a => a.NeedsReturn);
            afterSale.Ignore(a => a.AwaitsGoods);
            afterSale.HasOne<Order>().WithMany().HasForeignKey(a => a.OrderId).OnDelete(DeleteBehavior.Restrict);
            afterSale.HasIndex(a => new { a.State, a.ChangedAt });
        }
    }
}

/// <summary>One entry of a request's log; between two calls for the platform a state is entered at most once.</summary>
internal sealed class AfterSaleStep
{
    public long AfterSaleId { get; init; }
    public AfterSaleState State { get; init; }
    public int Round { get; init; }
    public ActorKind By { get; init; }
    [Personal]
    public long? AccountId { get; init; }
    [Personal]
    public string Reason { get; init; } = "";
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AfterSaleStep>
    {
        public void Configure(EntityTypeBuilder<AfterSaleStep> step)
        {
            step.HasKey(s => new { s.AfterSaleId, s.State, s.Round });
            step.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
            step.Property(s => s.By).HasConversion<string>().HasMaxLength(10);
            step.Property(s => s.Reason).HasMaxLength(500);
            step.HasOne<AfterSale>().WithMany(a => a.Steps).HasForeignKey(s => s.AfterSaleId);
        }
    }
}
