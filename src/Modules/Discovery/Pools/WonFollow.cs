namespace Sward.Discovery.Pools;

/// <summary>Somebody followed an author, and the note that won them: the one of the author's that they read nearest to it.</summary>
internal sealed class WonFollow
{
    /// <summary>No note of the author's was read within a day.</summary>
    public const long NoNote = 0;

    [Personal]
    public required long FollowerId { get; init; }

    [Personal]
    public required long AuthorId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null until signals of the reading have come in.</summary>
    public long? NoteId { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<WonFollow>
    {
        public void Configure(EntityTypeBuilder<WonFollow> follow)
        {
            follow.HasKey(f => new { f.FollowerId, f.AuthorId });
            follow.HasIndex(f => new { f.NoteId, f.At });
        }
    }
}
