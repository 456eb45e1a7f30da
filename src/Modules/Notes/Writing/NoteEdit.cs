namespace Sward.Notes;

/// <summary>What a note said before one of its edits.</summary>
internal sealed class NoteEdit
{
    public long Id { get; init; }

    public long NoteId { get; init; }

    /// <summary>The version that was replaced.</summary>
    public int Version { get; init; }

    /// <summary>A <see cref="StoredContent"/>.</summary>
    [Personal]
    public required string Content { get; init; }

    /// <summary>When it was replaced.</summary>
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<NoteEdit>
    {
        public void Configure(EntityTypeBuilder<NoteEdit> edit)
        {
            edit.Property(e => e.Id).ValueGeneratedNever();
            edit.HasIndex(e => new { e.NoteId, e.Id });
        }
    }
}
