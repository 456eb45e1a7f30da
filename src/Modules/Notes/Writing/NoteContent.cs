using System.ComponentModel.DataAnnotations;

namespace Sward.Notes;

internal sealed partial class Note
{
    /// <summary>All that an author decides about a note: the same shape is published, edited, drafted and kept in history.</summary>
    public record Content
    {
        public const int MaxPictures = 18, MaxTopics = 10, MaxProducts = 10, MaxChosen = 200;

        /// <summary>20 full-width or 40 half-width characters.</summary>
        public const int MaxTitleWidth = 40;

        public const int MaxBodyCharacters = 1_000;

        /// <summary>Columns are measured in code units, and one character on the screen may be many of them.</summary>
        public const int MaxTitleUnits = 200, MaxBodyUnits = 4_000;

        [DisplayWidth(MaxTitleWidth), MaxLength(MaxTitleUnits)]
        public string Title { get; init; } = "";

        [CharacterCount(MaxBodyCharacters), MaxLength(MaxBodyUnits)]
        public string Body { get; init; } = "";

        /// <summary>Pictures in order, the first is the cover. Without any the note is a text note.</summary>
        [MaxLength(MaxPictures)]
        public IReadOnlyList<long> MediaIds { get; init; } = [];

        /// <summary>Design of a text note's cover; the first one when left out.</summary>
        [MaxLength(40)]
        public string? CoverDesign { get; init; }

        [MaxLength(MaxTopics), TopicNames]
        public IReadOnlyList<string> Topics { get; init; } = [];

        public PlaceContent? Place { get; init; }

        [MaxLength(MaxProducts)]
        public IReadOnlyList<long> ProductIds { get; init; } = [];

        /// <summary>A store of the author's that the note leads to.</summary>
        public long? StoreId { get; init; }

        [EnumDataType(typeof(Visibility))]
        public Visibility Visibility { get; init; }

        /// <summary>The readers of a note of visibility <c>chosen</c>.</summary>
        [MaxLength(MaxChosen)]
        public IReadOnlyList<long> ChosenIds { get; init; } = [];

        [EnumDataType(typeof(Commenters))]
        public Commenters Commenters { get; init; }

        [EnumDataType(typeof(Disclosure))]
        public Disclosure Disclosure { get; init; }

        public bool AiMade { get; init; }

        public bool Original { get; init; }

        /// <summary>Discover channel; guessed from the topics when left out.</summary>
        [AllowedChannel]
        public string? Channel { get; init; }

    }

    /// <summary>A place as the author names it. The position is rounded before it is kept.</summary>
    public sealed record PlaceContent(
        [property: Required, MaxLength(60)] string Name, [property: Range(-90, 90)] double? Lat = null, [property: Range(-180, 180)] double? Lng = null)
    {
        private const int Decimals = 3; // About a hundred metres.

        /// <summary>The place as it is kept; null without a name.</summary>
        public PlaceContent? Tidy() => PlainText.Line(Name) is not { Length: > 0 } name ? null
            : this is { Lat: { } lat, Lng: { } lng } ? new(name, Math.Round(lat, Decimals), Math.Round(lng, Decimals))
            : new(name);
    }

    /// <summary>The note as its author would write it again.</summary>
    public Content ToContent(Place? place) => new()
    {
        Title = Title,
        Body = Body,
        MediaIds = Kind is NoteKind.Text ? [] : [.. MediaIds],
        CoverDesign = CoverDesign,
        Topics = [.. Topics],
        Place = place is null ? null : new(place.Name, Lat, Lng),
        ProductIds = [.. ProductIds],
        StoreId = StoreId,
        Visibility = Visibility,
        ChosenIds = [.. ChosenIds],
        Commenters = Commenters,
        Disclosure = Disclosure,
        AiMade = AiMade,
        Original = Original,
        Channel = Channel,
    };
}
