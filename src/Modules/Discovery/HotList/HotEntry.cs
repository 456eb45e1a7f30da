namespace Sward.Discovery.HotList;

/// <summary>A place on the hot list, as it was computed last.</summary>
internal sealed class HotEntry
{
    public required HotKind Kind { get; init; }

    /// <summary>The first is 1.</summary>
    public required int Place { get; init; }

    /// <summary>The id of a note or the name of a topic.</summary>
    public required string Target { get; init; }

    /// <summary>How far the last day stands out of those before, in standard deviations.</summary>
    public required double Burst { get; init; }

    /// <summary>People who acted in the last day; newcomers count less, see <see cref="HeatWave.People"/>.</summary>
    public required double People { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<HotEntry>
    {
        public void Configure(EntityTypeBuilder<HotEntry> entry)
        {
            entry.HasKey(e => new { e.Kind, e.Place });
            entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
            entry.Property(e => e.Target).HasMaxLength(100);
        }
    }
}

/// <summary>What can be hot.</summary>
internal enum HotKind
{
    Note,
    Topic,
}
