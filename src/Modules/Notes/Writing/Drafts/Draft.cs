namespace Sward.Notes;

/// <summary>A note that is not published yet. Anything goes into it, unfinished as it is.</summary>
internal sealed class Draft
{
    public long Id { get; init; }

    [Personal]
    public long AccountId { get; init; }

    /// <summary>A <see cref="StoredContent"/>.</summary>
    [Personal]
    public required string Content { get; set; }

    /// <summary>Counts the saves: a device that saves over another one's work is told.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset SavedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> draft)
        {
            draft.Property(d => d.Id).ValueGeneratedNever();
            draft.HasIndex(d => new { d.AccountId, d.SavedAt, d.Id });
        }
    }
}

/// <summary>A draft as its author gets it back.</summary>
internal sealed record DraftView(long Id, int Version, Note.Content Content, DateTimeOffset SavedAt)
{
    public static DraftView Of(Draft draft) => new(draft.Id, draft.Version, StoredContent.Read(draft.Content), draft.SavedAt);
}
