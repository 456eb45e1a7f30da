namespace Sward.Search;

/// <summary>What operators change about search.</summary>
internal enum RuleKind
{
    Synonyms,
    Blocked,
    Pin,
    OutsideSite,
}

/// <summary>Who changed which rule when: written with the change, never altered.</summary>
internal sealed class RuleChange
{
    public required long Id { get; init; }

    [Personal]
    public required long OperatorId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required RuleKind Kind { get; init; }

    /// <summary>True when the rule was added, false when it was taken away.</summary>
    public required bool Added { get; init; }

    /// <summary>The rule in words, as it was then.</summary>
    public required string Rule { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RuleChange>
    {
        public void Configure(EntityTypeBuilder<RuleChange> builder)
        {
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        }
    }
}
