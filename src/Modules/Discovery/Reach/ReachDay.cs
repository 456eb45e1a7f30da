namespace Sward.Discovery.Reach;

/// <summary>Impressions in a day of what was recommended by authors of one size. What people who follow somebody see of them in Follow is no recommendation.</summary>
internal sealed class ReachDay
{
    /// <summary>UTC.</summary>
    public required DateOnly Day { get; init; }

    public required FollowerBand Band { get; init; }

    public int Impressions { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReachDay>
    {
        public void Configure(EntityTypeBuilder<ReachDay> day)
        {
            day.HasKey(d => new { d.Day, d.Band });
            day.Property(d => d.Band).HasConversion<string>().HasMaxLength(20);
        }
    }
}

/// <summary>How many people follow an author, in bands. Few are below 1,000, some below 10,000, many below 500,000.</summary>
internal enum FollowerBand
{
    Few,
    Some,
    Many,
    Most,
}

/// <summary>Which band an author is in.</summary>
internal static class FollowerBands
{
    public static FollowerBand Of(int followers) => followers switch
    {
        < 1_000 => FollowerBand.Few,
        < 10_000 => FollowerBand.Some,
        < 500_000 => FollowerBand.Many,
        _ => FollowerBand.Most,
    };
}
