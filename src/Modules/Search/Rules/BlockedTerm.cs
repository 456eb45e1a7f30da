namespace Sward.Search;

/// <summary>A term that is not searched for: queries that hold it find nothing, and are neither suggested nor hot.</summary>
/// <param name="Key">Its normal form.</param>
/// <param name="Text">As an operator wrote it.</param>
internal sealed record BlockedTerm(string Key, string Text)
{
    internal sealed class Mapping : IEntityTypeConfiguration<BlockedTerm>
    {
        public void Configure(EntityTypeBuilder<BlockedTerm> builder) => builder.HasKey(t => t.Key);
    }
}
