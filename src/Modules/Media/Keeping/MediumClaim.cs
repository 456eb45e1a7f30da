namespace Sward.Media;

/// <summary>A use of a medium by some module, as <see cref="Sward.Contracts.Media.MediaUsed"/> names it. What nobody claims is deleted after a day.</summary>
internal sealed record MediumClaim(string Use, long MediumId, bool IsPublic, long? NoteId)
{
    /// <summary>Others than the owner have met the medium's address here.</summary>
    public bool IsShown => IsPublic || NoteId is not null;

    internal sealed class Mapping : IEntityTypeConfiguration<MediumClaim>
    {
        public void Configure(EntityTypeBuilder<MediumClaim> builder)
        {
            builder.HasKey(c => new { c.Use, c.MediumId });
            builder.Property(c => c.Use).HasMaxLength(100);
            builder.HasIndex(c => c.MediumId);
        }
    }
}
