using System.Globalization;

namespace Sward.Discovery.Experiments.Drafting;

/// <summary>A note that one of two orders picked for somebody first, and whether they opened it since.</summary>
internal sealed class DraftedPick
{
    [Personal]
    public required long AccountId { get; init; }

    public required long NoteId { get; init; }

    public required DraftTeam Team { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool IsOpened { get; set; }

    /// <summary>How the provenance of a card names such a pick.</summary>
    public static string OriginOf(string source, DraftTeam team) => $"{source}/{team}";

    /// <summary>Those in the description of a served page.</summary>
    public static IEnumerable<(long NoteId, DraftTeam Team)> Read(string detail)
    {
        foreach (var card in detail.Split(' '))
        {
            if (card.Split(':') is [var id, var origin, _] && origin.Split('/') is [_, var team])
            {
                yield return (long.Parse(id, CultureInfo.InvariantCulture), Enum.Parse<DraftTeam>(team));
            }
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<DraftedPick>
    {
        public void Configure(EntityTypeBuilder<DraftedPick> pick)
        {
            pick.HasKey(p => new { p.AccountId, p.NoteId });
            pick.Property(p => p.Team).HasConversion<string>().HasMaxLength(10);
            pick.HasIndex(p => p.At);
        }
    }
}
