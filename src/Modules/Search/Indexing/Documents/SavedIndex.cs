namespace Sward.Search;

/// <summary>
/// Says that this database has seen a saved state of a node's index: written before the state counts, named in its manifest. A database that does not know the mark of a state
/// is another one, or an older one that was put back, and the state is of no use to it.
/// </summary>
internal sealed record SavedIndex(string Mark, DateTimeOffset At)
{
    internal sealed class Mapping : IEntityTypeConfiguration<SavedIndex>
    {
        public void Configure(EntityTypeBuilder<SavedIndex> builder)
        {
            builder.HasKey(s => s.Mark);
            builder.Property(s => s.Mark).HasMaxLength(32);
        }
    }
}
