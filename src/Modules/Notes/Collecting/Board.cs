namespace Sward.Notes;

/// <summary>Who may see a board.</summary>
internal enum BoardVisibility
{
    Public,
    Private,
}

/// <summary>A named shelf of collected notes.</summary>
internal sealed class Board
{
    public const int MaxNameLength = 30;

    /// <summary>Few enough to be listed without paging.</summary>
    public const int MaxPerAccount = 100;

    public long Id { get; init; }

    [Personal]
    public long AccountId { get; init; }

    /// <summary>Empty for the first board until its owner names it: pages then show the word for it in the reader's language.</summary>
    [Personal]
    public required string Name { get; set; }

    public BoardVisibility Visibility { get; set; }

    /// <summary>The board that came with the first collect. It stays, and takes what other boards leave behind.</summary>
    public bool IsFirst { get; init; }

    /// <summary>One press collects to the board that was used last.</summary>
    public DateTimeOffset UsedAt { get; set; }

    /// <summary>The name as it is kept.</summary>
    /// <exception cref="Refusal">Nothing remains of it.</exception>
    public static string NameOf(string typed) => PlainText.Line(typed) is { Length: > 0 } name
        ? name
        : throw new Refusal("notes.board-unnamed", StatusCodes.Status422UnprocessableEntity);

    internal sealed class Mapping : IEntityTypeConfiguration<Board>
    {
        public void Configure(EntityTypeBuilder<Board> board)
        {
            board.Property(b => b.Id).ValueGeneratedNever();
            board.Property(b => b.Name).HasMaxLength(MaxNameLength);
            board.Property(b => b.Visibility).HasConversion<string>().HasMaxLength(20);
            board.HasIndex(b => new { b.AccountId, b.UsedAt, b.Id });
            board.HasIndex(b => b.AccountId).IsUnique().HasFilter("is_first");
        }
    }
}

/// <summary>A note on a board. An account collects a note once.</summary>
/// <param name="Title">As it was when the note was collected: what remains in the gap when the note is gone.</param>
internal sealed record Collect([property: Personal] long AccountId, long NoteId, long BoardId, [property: Personal] string Title, DateTimeOffset At)
{
    internal sealed class Mapping : IEntityTypeConfiguration<Collect>
    {
        public void Configure(EntityTypeBuilder<Collect> collect)
        {
            collect.HasKey(c => new { c.AccountId, c.NoteId });
            collect.Property(c => c.Title).HasMaxLength(Note.Content.MaxTitleUnits);
            collect.HasOne<Board>().WithMany().HasForeignKey(c => c.BoardId).OnDelete(DeleteBehavior.Restrict);
            collect.HasIndex(c => new { c.BoardId, c.At, c.NoteId });
            collect.HasIndex(c => new { c.AccountId, c.At, c.NoteId });
        }
    }
}
