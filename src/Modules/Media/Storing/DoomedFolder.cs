namespace Sward.Media;

/// <summary>
/// Files that will be deleted: those of a deleted medium a week later, so that any backup finds its own, and those of a medium that is being written an hour
/// later, so that a crash between files and row leaves nothing behind.
/// </summary>
internal sealed class DoomedFolder
{
    public long MediumId { get; init; }

    public DateTimeOffset DueAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DoomedFolder>
    {
        public void Configure(EntityTypeBuilder<DoomedFolder> builder)
        {
            builder.HasKey(f => f.MediumId);
            builder.Property(f => f.MediumId).ValueGeneratedNever();
            builder.HasIndex(f => f.DueAt);
        }
    }
}
