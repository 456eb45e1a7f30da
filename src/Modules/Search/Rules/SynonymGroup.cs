namespace Sward.Search;

/// <summary>Words that mean the same: whoever searches for one finds the others too.</summary>
internal sealed class SynonymGroup
{
    public required long Id { get; init; }

    /// <summary>As an operator wrote them, at least two.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SynonymGroup>
    {
        public void Configure(EntityTypeBuilder<SynonymGroup> builder) => builder.Property(g => g.Id).ValueGeneratedNever();
    }
}
