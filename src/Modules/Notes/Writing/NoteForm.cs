using System.ComponentModel.DataAnnotations;

namespace Sward.Notes;

/// <summary>The fields of the note editor as a browser sends them.</summary>
internal sealed class NoteForm
{
    public string? Title { get; set; }

    public string? Body { get; set; }

    public List<long> MediaIds { get; set; } = [];

    /// <summary>Pictures that come with the form itself; the script uploads them before and names them in <see cref="MediaIds"/>.</summary>
    public List<IFormFile> Files { get; set; } = [];

    public string? CoverDesign { get; set; }

    /// <summary>Topics after one another, each begun by # or ended by a comma.</summary>
    public string? Topics { get; set; }

    public string? PlaceName { get; set; }

    public double? Lat { get; set; }

    public double? Lng { get; set; }

    public List<long> ProductIds { get; set; } = [];

    public long? StoreId { get; set; }

    public Visibility Visibility { get; set; }

    /// <summary>Handles of the chosen readers, apart by spaces.</summary>
    public string? Chosen { get; set; }

    public Commenters Commenters { get; set; }

    public Disclosure Disclosure { get; set; }

    public bool AiMade { get; set; }

    public bool Original { get; set; }

    public string? Channel { get; set; }

    public static NoteForm Of(Note.Content content, IEnumerable<string> chosenHandles) => new()
    {
        Title = content.Title,
        Body = content.Body,
        MediaIds = [.. content.MediaIds],
        CoverDesign = content.CoverDesign,
        Topics = string.Join(' ', content.Topics.Select(topic => "#" + topic)),
        PlaceName = content.Place?.Name,
        Lat = content.Place?.Lat,
        Lng = content.Place?.Lng,
        ProductIds = [.. content.ProductIds],
        StoreId = content.StoreId,
        Visibility = content.Visibility,
        Chosen = string.Join(' ', chosenHandles.Select(handle => "@" + handle)),
        Commenters = content.Commenters,
        Disclosure = content.Disclosure,
        AiMade = content.AiMade,
        Original = content.Original,
        Channel = content.Channel,
    };

    public Note.Content ToContent(IReadOnlyList<long> chosenIds) => new()
    {
        Title = Title ?? "",
        Body = Body ?? "",
        MediaIds = MediaIds,
        CoverDesign = CoverDesign,
        Topics = SplitTopics(Topics),
        Place = string.IsNullOrWhiteSpace(PlaceName) ? null : new(PlaceName, Lat, Lng),
        ProductIds = ProductIds,
        StoreId = StoreId,
        Visibility = Visibility,
        ChosenIds = chosenIds,
        Commenters = Commenters,
        Disclosure = Disclosure,
        AiMade = AiMade,
        Original = Original,
        Channel = string.IsNullOrEmpty(Channel) ? null : Channel,
    };

    /// <summary>Names of the fields that break a rule.</summary>
    public static IEnumerable<string> InvalidFields(Note.Content content)
    {
        var broken = new List<ValidationResult>();
        Validator.TryValidateObject(content, new ValidationContext(content), broken, validateAllProperties: true);
        if (content.Place is { } place)
        {
            Validator.TryValidateObject(place, new ValidationContext(place), broken, validateAllProperties: true);
        }

        return broken.SelectMany(result => result.MemberNames);
    }

    private static List<string> SplitTopics(string? topics) =>
        [.. (topics ?? "").Split(['#', ',', '，', '、', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
