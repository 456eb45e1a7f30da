using Sward.Mall.Catalog;
using Sward.Mall.Checkout;
using Sward.Mall.Pricing;

namespace Sward.Mall.Orders;

/// <summary>What one store sends from one warehouse: the part of a purchase that lives and ends on its own.</summary>
internal sealed class Order
{
    public long Id { get; init; }

    /// <summary>What people read to each other; cannot be guessed.</summary>
    public required string Number { get; init; }
    public long PurchaseId { get; init; }
    [Personal]
    public long BuyerId { get; init; }
    public long StoreId { get; init; }
    [Personal]
    public long SellerId { get; init; }
    public long WarehouseId { get; init; }

    /// <summary>All goods of an order are of one kind: what is sent and what is issued go different ways.</summary>
    public GoodsKind Kind { get; init; }

    /// <summary>The day on which large goods shall be delivered, in the site's time zone.</summary>
    public DateOnly? DeliveryDay { get; set; }

    /// <summary>Who put the delivery on another day last, and when; null while it is the day that was ordered.</summary>
    public ActorKind? DayChangedBy { get; private set; }
    public DateTimeOffset? DayChangedAt { get; private set; }
    public required string Currency { get; init; }
    public OrderState State { get; private set; }
    public long GoodsMinor { get; init; }
    public long FreightMinor { get; init; }
    public long TaxMinor { get; init; }

    /// <summary>What a member's credit took off all of it.</summary>
    public long CreditMinor { get; init; }
    public long TotalMinor { get; init; }

    /// <summary>What of the total a pre-sale asked for first.</summary>
    public long DepositMinor { get; init; }

    /// <summary>Given back so far; never more than the total.</summary>
    public long RefundedMinor { get; private set; }

    /// <summary>What was not given back of what it cost.</summary>
    public long LeftMinor => TotalMinor - RefundedMinor;

    /// <summary>The deposit, once the buyer has lost it to the store.</summary>
    public long ForfeitedMinor { get; private set; }

    /// <summary>What the store owes the buyer beside what was paid: a deposit that is given back twice, or the freight of sending back.</summary>
    public long PenaltyMinor { get; private set; }

    /// <summary>What each step of the price engine did to this order's units.</summary>
    public IReadOnlyList<PriceNote> Why { get; init; } = [];
    public DateTimeOffset PlacedAt { get; init; }

    /// <summary>Until then it waits for its next payment.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The store promised the price guarantee when the order was placed.</summary>
    public bool IsPriceGuaranteed { get; init; }
    public DateTimeOffset? PaidAt { get; private set; }
    public DateTimeOffset? ShippedAt { get; private set; }
    public DateTimeOffset? DeliveredAt { get; private set; }
    public DateTimeOffset? ReceivedAt { get; private set; }

    public List<OrderLine> Lines { get; init; } = [];
    public List<OrderStep> Steps { get; init; } = [];

    /// <summary>Moves along the table of transitions, or refuses. Remembers who, when and why.</summary>
    public void MoveTo(OrderState to, Actor by, string reason, DateTimeOffset now)
    {
        if (!OrderTransitions.Allows(State, to, by.Kind))
        {
            throw new Refusal("mall.order-state", StatusCodes.Status409Conflict);
        }

        State = to;
        switch (to)
        {
            case OrderState.Paid: PaidAt = now; break;
            case OrderState.Shipped: ShippedAt = now; break;
            case OrderState.Delivered: DeliveredAt = now; break;
            case OrderState.Completed: ReceivedAt = now; break;
        }

        Steps.Add(new OrderStep { OrderId = Id, State = to, By = by.Kind, AccountId = by.AccountId, Reason = reason, At = now });
    }

    /// <summary>The first entry of the log.</summary>
    /// <param name="first"><see cref="OrderState.PendingPayment"/>, or <see cref="OrderState.PendingDeposit"/> in a pre-sale.</param>
    public void LogPlaced(OrderState first)
    {
        State = first;
        Steps.Add(new OrderStep
        {
            OrderId = Id,
            State = first,
            By = ActorKind.Buyer,
            AccountId = BuyerId,
            Reason = "checkout",
            At = PlacedAt,
        });
    }

    /// <summary>The deposit is here; from now on it waits for the rest.</summary>
    public void AwaitRest(DateTimeOffset until, DateTimeOffset now)
    {
        MoveTo(OrderState.PendingFinal, Actor.System, "deposit", now);
        ExpiresAt = until;
    }

    /// <summary>Puts the delivery on another day.</summary>
    public void DeliverOn(DateOnly day, Actor by, DateTimeOffset now) => (DeliveryDay, DayChangedBy, DayChangedAt) = (day, by.Kind, now);

    public void CountForfeit(long minor) => ForfeitedMinor += minor;

    public void CountPenalty(long minor) => PenaltyMinor += minor;

    /// <summary>Counts a refund, and lets the state follow: all given back ends the order, a part marks one that was received.</summary>
    public void CountRefund(long minor, string reason, DateTimeOffset now)
    {
        RefundedMinor += minor;
        // What is refunded after the end no longer moves the order: the ledger takes it back from those who had the money.
        if (State is not OrderState.Closed)
        {
            FollowRefunds(reason, now);
        }
    }

    /// <summary>Receipt of goods of which a part was refunded on the way is receipt of a part-refunded order.</summary>
    public void FollowRefunds(string reason, DateTimeOffset now)
    {
        if (RefundedMinor == 0)
        {
            return;
        }

        if (RefundedMinor == TotalMinor && State is not OrderState.Refunding)
        {
            MoveTo(OrderState.Refunded, Actor.System, reason, now);
        }
        else if (State is OrderState.Completed)
        {
            MoveTo(OrderState.PartRefunded, Actor.System, reason, now);
        }
    }

    /// <summary>Nothing of it is a sale any more.</summary>
    public bool IsUndone => State is OrderState.Cancelled or OrderState.Refunded || Lines.TrueForAll(line => line.IsUndone);

    /// <summary>Freight that stays with the store although its goods went back.</summary>
    public long KeptFreightMinor => Lines.Sum(line => line.KeptFreightMinor);

    public IReadOnlyList<long> ProductIds => [.. Lines.Select(line => line.ProductId).Distinct()];

    public Money Total => new(TotalMinor, Currency);

    internal sealed class Mapping : IEntityTypeConfiguration<Order>
    {
        public void Configure(EntityTypeBuilder<Order> order)
        {
            order.Property(o => o.Id).ValueGeneratedNever();
            order.Property(o => o.Number).HasMaxLength(20);
            order.Property(o => o.Currency).HasMaxLength(3);
            order.Property(o => o.Kind).HasConversion<string>().HasMaxLength(20).HasDefaultValue(GoodsKind.Shipped);
            order.Property(o => o.DayChangedBy).HasConversion<string>().HasMaxLength(10);
            order.Property(o => o.State).HasConversion<string>().HasMaxLength(20);
            order.Property(o => o.Why).HasConversion(new JsonColumn<IReadOnlyList<PriceNote>>(), JsonColumn.Comparer<IReadOnlyList<PriceNote>>());
            order.Ignore(o => o.ProductIds);
            order.Ignore(o => o.IsUndone);
            order.Ignore(o => o.KeptFreightMinor);
            order.Ignore(o => o.Total);
            order.Ignore(o => o.LeftMinor);
            order.ToTable(table => table.HasCheckConstraint("ck_mall_order_refunded", "refunded_minor >= 0 AND refunded_minor + forfeited_minor <= total_minor"));
            order.HasOne<Purchase>().WithMany().HasForeignKey(o => o.PurchaseId).OnDelete(DeleteBehavior.Restrict);
            order.HasIndex(o => o.Number).IsUnique();
            order.HasIndex(o => new { o.BuyerId, o.Id });
            order.HasIndex(o => new { o.SellerId, o.Id });
            // For a store's takings.
            order.HasIndex(o => new { o.StoreId, o.State, o.Id });
            // For a store's buyers.
            order.HasIndex(o => new { o.StoreId, o.BuyerId });
            // For the jobs: what waits for its hour.
            order.HasIndex(o => new { o.State, o.ExpiresAt });
            order.HasIndex(o => new { o.State, o.ShippedAt });
            order.HasIndex(o => new { o.State, o.DeliveredAt });
            order.HasIndex(o => new { o.State, o.ReceivedAt });
        }
    }
}

/// <summary>Goods of an order as they were sold, with what each unit cost: a refund gives back exactly that.</summary>
internal sealed class OrderLine
{
    public long Id { get; init; }
    public long OrderId { get; init; }
    public long SkuId { get; init; }
    public long ProductId { get; init; }
    public required string ProductName { get; init; }
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public long? PictureId { get; init; }
    public int Units { get; init; }

    /// <summary>How many days a voucher can be used after it is paid; 0 for other kinds of goods.</summary>
    public int ValidDays { get; init; }

    /// <summary>The day that a place is booked for.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The buyer wants large goods installed.</summary>
    public bool Installation { get; init; }

    /// <summary>Whether it may be returned without a reason; as it was agreed when it was bought.</summary>
    public ReturnRule Returns { get; init; }

    /// <summary>Price of one unit before discounts.</summary>
    public long UnitPriceMinor { get; init; }
    public IReadOnlyList<long> UnitGoodsMinor { get; init; } = [];
    public IReadOnlyList<long> UnitFreightMinor { get; init; } = [];
    public IReadOnlyList<long> UnitTaxMinor { get; init; } = [];
    public IReadOnlyList<long> UnitCreditMinor { get; init; } = [];

    /// <summary>What the platform bears of the discounts on the goods: the store gets it on top of what the buyer paid.</summary>
    public IReadOnlyList<long> UnitGoodsSubsidyMinor { get; init; } = [];

    /// <summary>The same of the discounts on the freight.</summary>
    public IReadOnlyList<long> UnitFreightSubsidyMinor { get; init; } = [];

    /// <summary>What of each unit a pre-sale asked for first; nothing for other orders.</summary>
    public IReadOnlyList<long> UnitDepositMinor { get; init; } = [];

    public long UnitDepositOf(int unit) => UnitDepositMinor.Count == 0 ? 0 : UnitDepositMinor[unit];

    /// <summary>What one unit cost with everything.</summary>
    public long UnitTotalMinor(int unit) => UnitGoodsMinor[unit] + UnitFreightMinor[unit] + UnitTaxMinor[unit] - UnitCreditMinor[unit];

    /// <summary>What the price guarantee gave back, unit by unit; empty while it gave nothing.</summary>
    public IReadOnlyList<long> UnitGuaranteeMinor { get; private set; } = [];

    public long UnitGivenBackMinor(int unit) => UnitGuaranteeMinor.ElementAtOrDefault(unit);

    /// <summary>What a refund of one unit gives back.</summary>
    public long UnitLeftMinor(int unit) => UnitTotalMinor(unit) - UnitGivenBackMinor(unit);

    /// <summary>The same without the freight of the way to the buyer.</summary>
    public long UnitLeftWithoutFreightMinor(int unit) => Math.Max(0, UnitLeftMinor(unit) - UnitFreightMinor[unit]);

    /// <summary>Counts what the price guarantee gives back of each unit.</summary>
    public void GiveBack(IReadOnlyList<long> unitMinor) => UnitGuaranteeMinor = [.. unitMinor.Select((minor, unit) => UnitGivenBackMinor(unit) + minor)];

    /// <summary>What the platform adds to what the buyer paid for one unit; a member's credit is the platform's.</summary>
    public long UnitSubsidyMinor(int unit) => UnitGoodsSubsidyMinor[unit] + UnitFreightSubsidyMinor[unit] + UnitCreditMinor[unit];

    public long TotalMinor { get; init; }

    /// <summary>Given back so far; never more than the total.</summary>
    public long RefundedMinor { get; private set; }

    /// <summary>Freight that stays with the store although its goods went back.</summary>
    public long KeptFreightMinor { get; private set; }

    /// <summary>What of the line is no sale any more: refunded, or the freight of goods that went back.</summary>
    public long UndoneMinor => RefundedMinor + KeptFreightMinor;

    /// <summary>All of its goods went back.</summary>
    public bool IsUndone => RefundedMinor > 0 && UndoneMinor == TotalMinor;

    /// <summary>What refunds leave of what the platform adds, pro rata.</summary>
    public long KeptSubsidyMinor
    {
        get
        {
            var subsidy = Enumerable.Range(0, Units).Sum(UnitSubsidyMinor);
            return TotalMinor == 0 ? subsidy : Rounding.HalfUp((Int128)subsidy * (TotalMinor - UndoneMinor), TotalMinor);
        }
    }

    /// <summary>Counts a refund of some of its units.</summary>
    /// <param name="keptFreightMinor">The freight of these units, when it is not refunded with them.</param>
    public void CountRefund(long minor, long keptFreightMinor = 0)
    {
        RefundedMinor += minor;
        KeptFreightMinor += keptFreightMinor;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<OrderLine>
    {
        public void Configure(EntityTypeBuilder<OrderLine> line)
        {
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.ProductName).HasMaxLength(120);
            line.Property(l => l.Options).HasConversion(new JsonColumn<IReadOnlyDictionary<string, string>>(), JsonColumn.Comparer<IReadOnlyDictionary<string, string>>());
            line.Property(l => l.Returns).HasConversion<string>().HasMaxLength(20).HasDefaultValue(ReturnRule.SevenDays);
            line.Ignore(l => l.UndoneMinor);
            line.Ignore(l => l.IsUndone);
            line.Ignore(l => l.KeptSubsidyMinor);
            line.ToTable(table => table.HasCheckConstraint("ck_mall_order_line_refunded", "refunded_minor >= 0 AND refunded_minor <= total_minor"));
            line.HasOne<Order>().WithMany(o => o.Lines).HasForeignKey(l => l.OrderId);
            line.HasIndex(l => l.ProductId);
        }
    }
}

/// <summary>One entry of an order's log. A state is entered at most once, so (order, state) is also what makes a transition happen only once.</summary>
internal sealed class OrderStep
{
    public long OrderId { get; init; }
    public OrderState State { get; init; }
    public ActorKind By { get; init; }

    /// <summary>Who it was, unless it was the system.</summary>
    [Personal]
    public long? AccountId { get; init; }
    [Personal]
    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OrderStep>
    {
        public void Configure(EntityTypeBuilder<OrderStep> step)
        {
            step.HasKey(s => new { s.OrderId, s.State });
            step.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
            step.Property(s => s.By).HasConversion<string>().HasMaxLength(10);
            step.Property(s => s.Reason).HasMaxLength(200);
            step.HasOne<Order>().WithMany(o => o.Steps).HasForeignKey(s => s.OrderId);
        }
    }
}

/// <summary>What a step of the price engine did to an order.</summary>
internal sealed record PriceNote(PriceStep Step, string? OfferId, Why Why, long AmountMinor);
