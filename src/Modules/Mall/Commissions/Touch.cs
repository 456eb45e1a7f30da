namespace Sward.Mall.Commissions;

/// <summary>What can lead somebody to goods.</summary>
internal enum TouchKind
{
    /// <summary>A note that shows the product.</summary>
    Note,

    /// <summary>A link that somebody gave away.</summary>
    Link,
}

/// <summary>Somebody came to a product from somewhere. The newest one decides who earns when they buy.</summary>
internal sealed class Touch
{
    /// <summary>Who came.</summary>
    [Personal]
    public long AccountId { get; init; }
    public long ProductId { get; init; }
    public TouchKind Kind { get; init; }

    /// <summary>The note, or the account whose link it is.</summary>
    public long SourceId { get; init; }

    /// <summary>The note's author, or the account whose link it is.</summary>
    [Personal]
    public long EarnerId { get; init; }

    /// <summary>The last time.</summary>
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Touch>
    {
        public void Configure(EntityTypeBuilder<Touch> touch)
        {
            touch.HasKey(t => new { t.AccountId, t.ProductId, t.Kind, t.SourceId });
            touch.Property(t => t.Kind).HasConversion<string>().HasMaxLength(10);
            touch.HasIndex(t => t.At);
        }
    }
}
