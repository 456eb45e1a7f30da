using Sward.Contracts.Mall;

namespace Sward.Search;

/// <summary>A store as search knows it: whose it is, and whether its name leads to it.</summary>
internal sealed class StoreOwner
{
    public required long Id { get; init; }

    [Personal]
    public long OwnerId { get; private set; }

    /// <summary>What it is called, as <see cref="StoreName"/> compares names.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Whether a query for its name is answered with its card.</summary>
    public bool IsDirect { get; private set; }

    /// <summary>An address outside where it sells as well; shown while operators approve its site.</summary>
    public string? OutsideLink { get; private set; }

    public void Write(StoreOpened opened) => (OwnerId, NameKey) = (opened.OwnerId, StoreName.KeyOf(opened.StoreName));

    public void Write(StoreChanged changed) =>
        (OwnerId, NameKey, IsDirect, OutsideLink) = (changed.OwnerId, StoreName.KeyOf(changed.StoreName), changed.SearchDirect, changed.OutsideLink);

    internal sealed class Mapping : IEntityTypeConfiguration<StoreOwner>
    {
        public void Configure(EntityTypeBuilder<StoreOwner> builder)
        {
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.HasIndex(s => s.NameKey).HasFilter("is_direct");
        }
    }
}
