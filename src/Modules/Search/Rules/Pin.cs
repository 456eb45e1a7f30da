namespace Sward.Search;

/// <summary>What can be pinned.</summary>
internal enum PinKind
{
    Note,
    Product,
}

/// <summary>A note or product that stands first for a query until a moment. Whoever may not see it does not see it here either.</summary>
internal sealed class Pin
{
    public required long Id { get; init; }

    /// <summary>The query's normal form.</summary>
    public required string Key { get; init; }

    public required PinKind Kind { get; init; }

    public required long TargetId { get; init; }

    public required DateTimeOffset Until { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Pin>
    {
        public void Configure(EntityTypeBuilder<Pin> builder)
        {
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
            builder.HasIndex(p => new { p.Key, p.Kind, p.TargetId }).IsUnique();
        }
    }
}
