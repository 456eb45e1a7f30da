using Sward.Contracts.Notes;

namespace Sward.Search;

/// <summary>What visibility, filters and order need of a note.</summary>
internal readonly record struct NoteMarks(long AuthorId, Moment PublishedAt, Term Kind, Audience Audience, int Likes, int Collects, int Comments, Spot Spot = default) : IBoundedMarks<NoteMarks>
{
    public NoteMarks Highest(in NoteMarks other) => this with
    {
        PublishedAt = new(Math.Max(PublishedAt.Seconds, other.PublishedAt.Seconds)),
        Likes = Math.Max(Likes, other.Likes),
        Collects = Math.Max(Collects, other.Collects),
        Comments = Math.Max(Comments, other.Comments),
    };
}

/// <summary>A published note as search keeps it.</summary>
internal sealed class NoteDocument : Document<NoteMarks>
{
    [Personal]
    public long AuthorId { get; private set; }

    public string Kind { get; private set; } = "";

    [Personal]
    public string Title { get; private set; } = "";

    [Personal]
    public string Body { get; private set; } = "";

    public IReadOnlyList<string> Topics { get; private set; } = [];

    /// <summary>Names and brands of the goods under the note, and its place.</summary>
    public string Aside { get; private set; } = "";

    /// <summary>Of the place, in degrees; null without a position.</summary>
    [Personal]
    public double? Latitude { get; private set; }

    [Personal]
    public double? Longitude { get; private set; }

    /// <summary>Whom the author named is not known here: they do not find the note.</summary>
    public Audience Audience { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public int LikeCount { get; set; }

    public int CollectCount { get; set; }

    public int CommentCount { get; set; }

    public override bool IsFindable => Title.Length + Body.Length + Topics.Count > 0;

    /// <summary>Takes over what was published.</summary>
    /// <param name="goods">Names of the linked products.</param>
    public void Write(NotePublished note, IEnumerable<string> goods)
    {
        (AuthorId, Kind, PublishedAt) = (note.AuthorId, note.Kind, note.PublishedAt);
        Audience = Audiences.Of(note.Visibility);
        (Title, Body, Topics) = (note.Title, note.Body, note.Topics);
        Aside = string.Join(' ', [.. goods, note.Place]);
        (Latitude, Longitude) = (note.Latitude, note.Longitude);
        TextVersion++;
    }

    /// <summary>Forgets the words: what is removed can be found by nobody and read nowhere.</summary>
    public void Erase()
    {
        (Title, Body, Topics, Aside) = ("", "", [], "");
        (Latitude, Longitude) = (null, null);
        Audience = Audience.Author;
        TextVersion++;
    }

    public override NoteMarks ToMarks() => new(AuthorId, new Moment(PublishedAt), Term.Of(Kind), Audience, LikeCount, CollectCount, CommentCount, Spot.Of(Latitude, Longitude));

    public override IEnumerable<FieldText> ToFields() =>
    [
        new(Field.Title, Title),
        new(Field.Topics, string.Join(' ', Topics)),
        new(Field.Goods, Aside),
        new(Field.Body, Body),
    ];

    internal sealed class Mapping : IEntityTypeConfiguration<NoteDocument>
    {
        public void Configure(EntityTypeBuilder<NoteDocument> builder) => Configure<NoteDocument>(builder);
    }
}
