namespace Sward.Discovery.Pools;

/// <summary>A note's time in one pool. The one without an end says where the note is; those before it are its climb.</summary>
/// <remarks>
/// Seen is by how many people who do not follow the author, each counted once in a pool: nobody climbs by bringing their own crowd, and nobody uses a room up by looking often. See <see cref="PoolCrowd"/>.
/// </remarks>
internal sealed class PoolStay
{
    public required long NoteId { get; init; }

    /// <summary>People that the note is shown to here; see <see cref="Rooms"/>.</summary>
    public required int Room { get; init; }

    /// <summary>The channel whose notes it is measured against.</summary>
    public required string Channel { get; set; }

    /// <summary>When the note entered the first pool.</summary>
    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Seen in the pools below.</summary>
    public int SeenBefore { get; init; }

    /// <summary>Seen in all when it was last looked at.</summary>
    public int Seen { get; set; }

    /// <summary>Its score per person then; see <see cref="PoolScore"/>.</summary>
    public double PerImpression { get; set; }

    /// <summary>The lower confidence bound of it.</summary>
    public double Bound { get; set; }

    /// <summary>What it had to beat then: the median of its channel.</summary>
    public double Median { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    public PoolOutcome? Outcome { get; set; }

    /// <summary>Seen in this pool.</summary>
    public int SeenHere => Seen - SeenBefore;

    internal sealed class Mapping : IEntityTypeConfiguration<PoolStay>
    {
        public void Configure(EntityTypeBuilder<PoolStay> stay)
        {
            stay.HasKey(s => new { s.NoteId, s.Room });
            stay.Ignore(s => s.SeenHere);
            stay.Property(s => s.Channel).HasMaxLength(40);
            stay.Property(s => s.Outcome).HasConversion<string>().HasMaxLength(20);
            // A stay ends once: of two that end it at once, the later one fails and looks again another time.
            stay.Property(s => s.LeftAt).IsConcurrencyToken();
            stay.HasIndex(s => s.LeftAt);
            stay.HasIndex(s => s.EnteredAt);
        }
    }
}

/// <summary>How a stay ended.</summary>
internal enum PoolOutcome
{
    /// <summary>Its lower bound beat the median.</summary>
    Promoted,

    /// <summary>Its room was used up.</summary>
    UsedUp,

    /// <summary>It is not new any more.</summary>
    Aged,
}
