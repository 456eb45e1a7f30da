namespace Sward.Discovery.Signals.RollUp;

/// <summary>What somebody saw and did in a day: what experiments are judged by.</summary>
internal sealed class PersonDay
{
    [Personal]
    public required long AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateOnly Day { get; init; }

    public int Impressions { get; set; }

    public int Opens { get; set; }

    public int Bounces { get; set; }

    /// <summary>Seconds of reading.</summary>
    public int DwellSeconds { get; set; }

    /// <summary>Likes, collects, first comments and shares, less those taken back.</summary>
    public int Reactions { get; set; }

    /// <summary>Impressions of suggested people and goods.</summary>
    public int Suggested { get; set; }

    /// <summary>How many of those they followed the link of.</summary>
    public int SuggestedChosen { get; set; }

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    internal sealed class Mapping : IEntityTypeConfiguration<PersonDay>
    {
        public void Configure(EntityTypeBuilder<PersonDay> day)
        {
            day.HasKey(d => new { d.AccountId, d.Day });
            day.HasIndex(d => d.Day);
        }
    }
}
