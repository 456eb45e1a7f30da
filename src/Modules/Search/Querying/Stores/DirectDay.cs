namespace Sward.Search;

/// <summary>What search direct brought a store on one day (UTC).</summary>
internal sealed class DirectDay
{
    public required long StoreId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>How often somebody followed its card, visitors too.</summary>
    public int Visits { get; private set; }

    /// <summary>How often somebody went on to the site outside where it sells as well.</summary>
    public int Left { get; private set; }

    /// <summary>Orders paid that day by people who had come so, within <see cref="SearchOptions.DirectOrderDays"/>.</summary>
    public int Orders { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DirectDay>
    {
        public void Configure(EntityTypeBuilder<DirectDay> builder) => builder.HasKey(d => new { d.StoreId, d.Day });
    }
}

/// <summary>When a person last followed a store's card; kept as long as an order may count for it.</summary>
internal sealed record DirectVisit([property: Personal] long AccountId, long StoreId)
{
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DirectVisit>
    {
        public void Configure(EntityTypeBuilder<DirectVisit> builder)
        {
            builder.HasKey(v => new { v.AccountId, v.StoreId });
            builder.HasIndex(v => v.At);
        }
    }
}
