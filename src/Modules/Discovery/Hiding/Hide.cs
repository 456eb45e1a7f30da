namespace Sward.Discovery.Hiding;

/// <summary>One thing that a person does not want to see in feeds.</summary>
internal sealed class Hide
{
    [Personal]
    public required long AccountId { get; init; }

    public required HideKind Kind { get; init; }

    /// <summary>An id, a topic or the code of a category.</summary>
    public required string Target { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>It came with a report.</summary>
    public bool IsReport { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Hide>
    {
        public void Configure(EntityTypeBuilder<Hide> hide)
        {
            hide.HasKey(h => new { h.AccountId, h.Kind, h.Target });
            hide.Property(h => h.Kind).HasConversion<string>().HasMaxLength(20);
            hide.Property(h => h.Target).HasMaxLength(200);
            // Who hid a note.
            hide.HasIndex(h => new { h.Kind, h.Target });
        }
    }
}

/// <summary>What a person can hide.</summary>
internal enum HideKind
{
    Note,
    Author,
    Topic,
    Category,

    /// <summary>Somebody who is not suggested any more; their notes stay.</summary>
    Person,

    /// <summary>Goods that are not suggested any more.</summary>
    Product,
}
