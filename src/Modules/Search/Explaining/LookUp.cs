namespace Sward.Search;

/// <summary>An operator looked at what a named account finds: written with the look, never altered.</summary>
internal sealed class LookUp
{
    public required long Id { get; init; }

    [Personal]
    public required long OperatorId { get; init; }

    /// <summary>Through whose eyes.</summary>
    [Personal]
    public required long ReaderId { get; init; }

    /// <summary>What was searched for.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LookUp>
    {
        public void Configure(EntityTypeBuilder<LookUp> lookUp)
        {
            lookUp.Property(l => l.Id).ValueGeneratedNever();
            lookUp.Property(l => l.Text).HasMaxLength(Query.MaxLength);
        }
    }
}
