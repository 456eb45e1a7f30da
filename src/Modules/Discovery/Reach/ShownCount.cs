namespace Sward.Discovery.Reach;

/// <summary>How often a note was shown in a day, by where and why.</summary>
internal sealed class ShownCount
{
    public required long NoteId { get; init; }

    /// <summary>UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The surface, or <see cref="Provenance.Elsewhere"/>.</summary>
    public required string Surface { get; init; }

    /// <summary>The source that proposed it there; empty elsewhere.</summary>
    public required string Source { get; init; }

    /// <summary>The first of the slots that are counted together; see <see cref="SlotOf"/>.</summary>
    public required int Slot { get; init; }

    public int Impressions { get; set; }

    /// <summary>Those of them to people who follow the author.</summary>
    public int ToFollowers { get; set; }

    /// <summary>The first slots each for itself, the later ones by tens.</summary>
    public static int SlotOf(int slot) => slot < 4 ? slot : slot < 10 ? 4 : slot < 20 ? 10 : 20;

    internal sealed class Mapping : IEntityTypeConfiguration<ShownCount>
    {
        public void Configure(EntityTypeBuilder<ShownCount> count)
        {
            count.HasKey(c => new { c.NoteId, c.Day, c.Surface, c.Source, c.Slot });
            count.Property(c => c.Surface).HasMaxLength(40);
            count.Property(c => c.Source).HasMaxLength(40);
            count.HasIndex(c => c.Day);
        }
    }
}
