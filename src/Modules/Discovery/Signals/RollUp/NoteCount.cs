namespace Sward.Discovery.Signals.RollUp;

/// <summary>What happened to a note in an hour. What pools, the hot list and operators read.</summary>
internal sealed class NoteCount
{
    public required long NoteId { get; init; }

    /// <summary>When the hour began, UTC.</summary>
    public required DateTimeOffset Hour { get; init; }

    public int Impressions { get; set; }

    public int Opens { get; set; }

    public int Bounces { get; set; }

    /// <summary>Seconds that it was read.</summary>
    public int DwellSeconds { get; set; }

    /// <summary>Likes given less those taken back, so it may be negative; the next three too.</summary>
    public int Likes { get; set; }

    public int Collects { get; set; }

    public int Commenters { get; set; }

    public int Shares { get; set; }

    public static DateTimeOffset HourOf(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    internal sealed class Mapping : IEntityTypeConfiguration<NoteCount>
    {
        public void Configure(EntityTypeBuilder<NoteCount> count)
        {
            count.HasKey(c => new { c.NoteId, c.Hour });
            count.HasIndex(c => c.Hour);
        }
    }
}
