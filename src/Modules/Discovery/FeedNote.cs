using Sward.Discovery.Ranking;
using Sward.Discovery.Shelves;

namespace Sward.Discovery;

/// <summary>A published note as feeds know it: a row of the read model, and the same thing in the memory of every node. A change makes a new one.</summary>
internal sealed record FeedNote
{
    public required long Id { get; init; }

    [Personal]
    public required long AuthorId { get; init; }

    public required string Channel { get; init; }

    /// <summary>public, followers, friends, chosen or private.</summary>
    public required string Visibility { get; init; }

    public required string[] Topics { get; init; }

    public required long[] ProductIds { get; init; }

    /// <summary>Kinds of the goods under the note.</summary>
    public required string[] Categories { get; init; }

    [Personal]
    public double? Latitude { get; init; }

    [Personal]
    public double? Longitude { get; init; }

    /// <summary>Of its words, to tell notes that say nearly the same; see <see cref="WordPrint"/>. Null for few words.</summary>
    public long? Print { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The stored order of Follow: when the note was published, in microseconds since 1970.</summary>
    public long Newness { get; init; }

    public int Likes { get; init; }

    public int Collects { get; init; }

    public int Commenters { get; init; }

    public int Shares { get; init; }

    /// <summary>The stored order of Discover; see <see cref="Ranking.Heat"/>.</summary>
    public long Heat { get; init; }

    public Engagement Engagement => new(Likes, Collects, Commenters, Shares);

    public bool IsPublic => string.Equals(Visibility, "public", StringComparison.Ordinal);

    /// <summary>In no feed, not even its author's.</summary>
    public bool IsPrivate => string.Equals(Visibility, "private", StringComparison.Ordinal);

    /// <summary>For people whom the author named.</summary>
    public bool IsForNamed => string.Equals(Visibility, "chosen", StringComparison.Ordinal);

    public Position? Position => Latitude is { } latitude && Longitude is { } longitude ? new Position(latitude, longitude) : null;

    /// <summary>The same note with other counts and its places in the orders.</summary>
    public FeedNote With(Engagement counts) => this with
    {
        Likes = counts.Likes,
        Collects = counts.Collects,
        Commenters = counts.Commenters,
        Shares = counts.Shares,
        Heat = Ranking.Heat.Of(PublishedAt, counts),
        Newness = (PublishedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
    };

    /// <summary>The same note after people acted on it.</summary>
    public FeedNote After(Engagement change) => With(Engagement.Plus(change));

    internal sealed class Mapping : IEntityTypeConfiguration<FeedNote>
    {
        public void Configure(EntityTypeBuilder<FeedNote> note)
        {
            note.Property(n => n.Id).ValueGeneratedNever();
            note.Property(n => n.Channel).HasMaxLength(40);
            note.Property(n => n.Visibility).HasMaxLength(20);
            // One order for the recommended channel, one for each other channel, one for each author.
            note.HasIndex(n => new { n.Visibility, n.Heat, n.Id }).IsDescending(false, true, true);
            note.HasIndex(n => new { n.Visibility, n.Channel, n.Heat, n.Id }).IsDescending(false, false, true, true);
            note.HasIndex(n => new { n.AuthorId, n.Newness, n.Id }).IsDescending(false, true, true);
        }
    }
}
