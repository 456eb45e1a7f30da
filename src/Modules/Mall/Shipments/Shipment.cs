using Sward.Mall.Orders;

namespace Sward.Mall.Shipments;

/// <summary>One parcel of an order. What freight costs was decided at checkout: sending in more parcels charges nothing.</summary>
internal sealed class Shipment
{
    public long Id { get; init; }
    public long OrderId { get; init; }

    /// <summary>The request whose goods it brings again; such a parcel is none of those that the order waits for.</summary>
    public long? AfterSaleId { get; init; }
    public string? Carrier { get; set; }
    [Personal]
    public string? TrackingNumber { get; set; }
    public ShipmentState State { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public List<ShipmentLine> Lines { get; init; } = [];
    public List<ShipmentStep> Steps { get; init; } = [];

    public bool HasLeft => State is not (ShipmentState.Created or ShipmentState.Packed);

    /// <summary>It does not arrive: what was in it is still owed.</summary>
    public bool IsGone => State is ShipmentState.Returned or ShipmentState.Lost;

    public bool IsUnderWay => HasLeft && !IsGone && State is not ShipmentState.Signed;

    /// <summary>The first entry of the log.</summary>
    public void LogCreated(Actor by) => Log(by, "created", CreatedAt);

    public void MoveTo(ShipmentState to, Actor by, string reason, DateTimeOffset now)
    {
        if (!ShipmentTransitions.Allows(State, to, by.Kind))
        {
            throw new Refusal("mall.shipment-state");
        }

        State = to;
        Log(by, reason, now);
    }

    public int UnitsOf(OrderLine line) => Lines.Where(packed => packed.OrderLineId == line.Id).Sum(packed => packed.Units);

    private void Log(Actor by, string reason, DateTimeOffset at) =>
        Steps.Add(new ShipmentStep { ShipmentId = Id, State = State, By = by.Kind, AccountId = by.AccountId, Reason = reason, At = at });

    internal sealed class Mapping : IEntityTypeConfiguration<Shipment>
    {
        public void Configure(EntityTypeBuilder<Shipment> shipment)
        {
            shipment.Property(s => s.Id).ValueGeneratedNever();
            shipment.Property(s => s.Carrier).HasMaxLength(40);
            shipment.Property(s => s.TrackingNumber).HasMaxLength(60);
            shipment.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
            shipment.Ignore(s => s.HasLeft);
            shipment.Ignore(s => s.IsGone);
            shipment.Ignore(s => s.IsUnderWay);
            shipment.HasOne<Order>().WithMany().HasForeignKey(s => s.OrderId).OnDelete(DeleteBehavior.Restrict);
            // A request is answered with one parcel.
            shipment.HasIndex(s => s.AfterSaleId).IsUnique();
        }
    }
}

/// <summary>Units of an order's line in a parcel.</summary>
internal sealed class ShipmentLine
{
    public long ShipmentId { get; init; }
    public long OrderLineId { get; init; }
    public int Units { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ShipmentLine>
    {
        public void Configure(EntityTypeBuilder<ShipmentLine> line)
        {
            line.HasKey(l => new { l.ShipmentId, l.OrderLineId });
            line.ToTable(table => table.HasCheckConstraint("ck_mall_shipment_line_units", "units > 0"));
            line.HasOne<Shipment>().WithMany(s => s.Lines).HasForeignKey(l => l.ShipmentId);
            line.HasOne<OrderLine>().WithMany().HasForeignKey(l => l.OrderLineId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One entry of a parcel's log; a state is entered at most once.</summary>
internal sealed class ShipmentStep
{
    public long ShipmentId { get; init; }
    public ShipmentState State { get; init; }
    public ActorKind By { get; init; }
    [Personal]
    public long? AccountId { get; init; }
    [Personal]
    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ShipmentStep>
    {
        public void Configure(EntityTypeBuilder<ShipmentStep> step)
        {
            step.HasKey(s => new { s.ShipmentId, s.State });
            step.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
            step.Property(s => s.By).HasConversion<string>().HasMaxLength(10);
            step.Property(s => s.Reason).HasMaxLength(200);
            step.HasOne<Shipment>().WithMany(s => s.Steps).HasForeignKey(s => s.ShipmentId);
        }
    }
}
