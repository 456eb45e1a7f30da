namespace Sward.Discovery.Learning.Acting;

/// <summary>What somebody did with a note, a row for the two: what models learn from, and what a person's vector is solved from.</summary>
internal sealed class NoteAction
{
    /// <summary>No single note may weigh more than a few likes.</summary>
    private const float MostWeight = 4;

    public required long AccountId { get; init; }

    public required long NoteId { get; init; }

    public bool Liked { get; set; }

    public bool Collected { get; set; }

    public bool Commented { get; set; }

    public bool Shared { get; set; }

    /// <summary>When they last did something with it.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>A like is 1; 0 when all was taken back.</summary>
    public float Weight => Math.Min(MostWeight, (Liked ? 1 : 0) + (Collected ? 2 : 0) + (Commented ? 3 : 0) + (Shared ? 3 : 0));

    internal sealed class Mapping : IEntityTypeConfiguration<NoteAction>
    {
        public void Configure(EntityTypeBuilder<NoteAction> action)
        {
            action.HasKey(a => new { a.AccountId, a.NoteId });
            // The last actions of a person, and all of them in order of time.
            action.HasIndex(a => new { a.AccountId, a.At });
            action.HasIndex(a => a.At);
        }
    }
}
