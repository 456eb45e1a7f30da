namespace Sward.Discovery.Suggesting;

/// <summary>How often people or goods were suggested in a day and chosen, by list, source and place.</summary>
internal sealed class SuggestedCount
{
    /// <summary>UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The name of the list.</summary>
    public required string List { get; init; }

    /// <summary>The source that proposed it there.</summary>
    public required string Source { get; init; }

    /// <summary>The first of the places that are counted together, as with notes.</summary>
    public required int Slot { get; init; }

    /// <summary>Half of the card was seen for a second.</summary>
    public int Impressions { get; set; }

    /// <summary>Its link was followed.</summary>
    public int Clicks { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SuggestedCount>
    {
        public void Configure(EntityTypeBuilder<SuggestedCount> count)
        {
            count.HasKey(c => new { c.Day, c.List, c.Source, c.Slot });
            count.Property(c => c.List).HasMaxLength(40);
            count.Property(c => c.Source).HasMaxLength(40);
        }
    }
}
