using System.Globalization;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>A published note.</summary>
internal sealed partial class Note
{
    private const int LongestCover = 120;

    public long Id { get; init; }

    [Personal]
    public long AuthorId { get; init; }

    public NoteKind Kind { get; set; }

    [Personal]
    public string Title { get; set; } = "";

    [Personal]
    public string Body { get; set; } = "";

    /// <summary>Pictures in the author's order, the first is the cover. A text note has one: its drawn cover.</summary>
    public List<long> MediaIds { get; set; } = [];

    /// <summary>Which design the cover of a text note is drawn with; null for picture notes.</summary>
    public string? CoverDesign { get; set; }

    /// <summary>Topics as the author wrote them; <see cref="NoteTopic"/> finds the notes of a topic.</summary>
    public List<string> Topics { get; set; } = [];

    public long? PlaceId { get; set; }

    /// <summary>Where the note was made, in degrees, rounded to about a hundred metres; null when its author gave only a name, or none.</summary>
    [Personal]
    public double? Lat { get; set; }

    /// <inheritdoc cref="Lat"/>
    [Personal]
    public double? Lng { get; set; }

    public List<long> ProductIds { get; set; } = [];

    /// <summary>The author's store that the note leads to; null for none.</summary>
    public long? StoreId { get; set; }

    /// <summary>Accounts that the body mentions.</summary>
    [Personal]
    public List<long> MentionIds { get; set; } = [];

    public Visibility Visibility { get; set; }

    /// <summary>Who may read a note of visibility <see cref="Visibility.Chosen"/>.</summary>
    [Personal]
    public List<long> ChosenIds { get; set; } = [];

    public Commenters Commenters { get; set; }

    public Disclosure Disclosure { get; set; }

    public bool AiMade { get; set; }

    /// <summary>The author declares the work to be their own and forbids copies.</summary>
    public bool Original { get; set; }

    public string Channel { get; set; } = NoteChannels.Life;

    /// <summary>The product of the order that this note was made from: it wears the "bought it" badge.</summary>
    public long? BoughtProductId { get; init; }

    public int LikeCount { get; set; }

    public int CollectCount { get; set; }

    public int CommentCount { get; set; }

    public int ShareCount { get; set; }

    /// <summary>The comment that the author keeps on top.</summary>
    public long? PinnedCommentId { get; set; }

    /// <summary>Set while the note stands first on its author's profile.</summary>
    public DateTimeOffset? PinnedAt { get; set; }

    public int Version { get; set; } = 1;

    public DateTimeOffset PublishedAt { get; init; }

    public DateTimeOffset? EditedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>Only what everybody may see is found by topic, place and product.</summary>
    public bool IsListed => Visibility is Visibility.Public && DeletedAt is null;

    /// <summary>What is drawn on the cover of a text note: its title, or how it begins.</summary>
    public static string CoverWords(string title, string body) => title.Length > 0 ? title : PlainText.Excerpt(body, LongestCover);

    /// <summary>Takes over what the author decided.</summary>
    public void Apply(CheckedContent ready)
    {
        var content = ready.Content;
        (Kind, CoverDesign, MediaIds, MentionIds, Channel) = (ready.Kind, ready.CoverDesign, ready.MediaIds, ready.MentionIds, ready.Channel);
        (PlaceId, Lat, Lng) = (ready.Place?.Id, content.Place?.Lat, content.Place?.Lng);
        (Title, Body, Topics, ProductIds, StoreId) = (content.Title, content.Body, [.. content.Topics], [.. content.ProductIds], content.StoreId);
        (Visibility, ChosenIds, Commenters) = (content.Visibility, [.. content.ChosenIds], content.Commenters);
        (Disclosure, AiMade, Original) = (content.Disclosure, content.AiMade, content.Original);
    }

    /// <summary>The fact that tells the other modules what the note says now.</summary>
    public NotePublished ToFact(Place? place, DateTimeOffset at) => new(
        Id, AuthorId, Kind.Word(), Title, Body, Channel, Topics, place?.Name, ProductIds, MentionIds, Visibility.Word(), PublishedAt, Edited: Version > 1, at,
        Lat, Lng);

    /// <summary>The fact that keeps the note's pictures from being cleaned up, and from those who may not read it.</summary>
    public MediaUsed ToMediaUse(DateTimeOffset at) => new(
        string.Create(CultureInfo.InvariantCulture, $"notes.note:{Id}"), DeletedAt is null ? MediaIds : [], at, Visibility is Visibility.Public, Id);

    internal sealed class Mapping : IEntityTypeConfiguration<Note>
    {
        public void Configure(EntityTypeBuilder<Note> note)
        {
            note.Property(n => n.Id).ValueGeneratedNever();
            note.Property(n => n.Kind).HasConversion<string>().HasMaxLength(20);
            note.Property(n => n.Title).HasMaxLength(Content.MaxTitleUnits);
            note.Property(n => n.Body).HasMaxLength(Content.MaxBodyUnits);
            note.Property(n => n.CoverDesign).HasMaxLength(40);
            note.Property(n => n.Visibility).HasConversion<string>().HasMaxLength(20);
            note.Property(n => n.Commenters).HasConversion<string>().HasMaxLength(20);
            note.Property(n => n.Disclosure).HasConversion<string>().HasMaxLength(20);
            note.Property(n => n.Channel).HasMaxLength(20);
            note.Property(n => n.Version).IsConcurrencyToken();
            note.HasIndex(n => new { n.AuthorId, n.PublishedAt, n.Id });
            note.HasIndex(n => new { n.PlaceId, n.Id });
        }
    }
}
