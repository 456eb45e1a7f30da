namespace Sward.Mall.Stores;

/// <summary>What sort of shop it is.</summary>
internal enum StoreKind
{
    Personal,
    PersonalBrand,
    Brand,

    /// <summary>A place people can go to.</summary>
    Venue,
}

/// <summary>Somebody's shop. It trades in one currency.</summary>
internal sealed class Store
{
    public long Id { get; init; }
    [Personal]
    public long OwnerId { get; init; }
    public required string Name { get; set; }

    public required StoreKind Kind { get; init; }
    public string Story { get; set; } = "";
    public long? LogoId { get; set; }
    public string Currency { get; init; } = MallOptions.DefaultCurrency;

    /// <summary>Gives buyers back what the public price of their goods falls soon after they paid. Holds for orders that are placed while it is on.</summary>
    public bool GuaranteesPrices { get; set; }

    /// <summary>Whether a search for its name leads to it.</summary>
    public bool SearchDirect { get; set; }

    /// <summary>An https address where it sells as well; null for none.</summary>
    public string? OutsideLink { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Counts the changes of the store and its goods; raising it takes the lock.</summary>
    public int Version { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Store>
    {
        public void Configure(EntityTypeBuilder<Store> store)
        {
            store.Property(s => s.Id).ValueGeneratedNever();
            store.Property(s => s.Name).HasMaxLength(60);
            store.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
            store.Property(s => s.Story).HasMaxLength(2000);
            store.Property(s => s.Currency).HasMaxLength(3);
            store.Property(s => s.OutsideLink).HasMaxLength(300);
            store.HasIndex(s => s.OwnerId);
        }
    }
}
