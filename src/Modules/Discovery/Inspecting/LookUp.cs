namespace Sward.Discovery.Inspecting;

/// <summary>An operator looked at something through the eyes of a named account: written with the look, never altered.</summary>
internal sealed class LookUp
{
    public required long Id { get; init; }

    [Personal]
    public required long OperatorId { get; init; }

    /// <summary>Through whose eyes.</summary>
    [Personal]
    public required long ReaderId { get; init; }

    /// <summary>The note or product that was looked at.</summary>
    public required long SubjectId { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LookUp>
    {
        public void Configure(EntityTypeBuilder<LookUp> lookUp)
        {
            lookUp.Property(l => l.Id).ValueGeneratedNever();
            lookUp.HasIndex(l => new { l.SubjectId, l.Id });
        }
    }
}
