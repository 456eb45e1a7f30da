using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Sward.Contracts.Media;

namespace Sward.Notes;

/// <summary>What search engines and link previews are told about a note.</summary>
internal sealed record LinkPreview(string Title, string Description, string? Image, HtmlString JsonLd)
{
    private const int DescriptionLength = 120;

    // Chinese stays readable; what could end a script element is escaped.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.CjkUnifiedIdeographs, UnicodeRanges.CjkSymbolsandPunctuation) };

    public static LinkPreview Of(NoteView note, SiteAddress site)
    {
        var title = TitleOf(note);
        var description = PlainText.Excerpt(note.Body.Length > 0 ? note.Body : note.Title, DescriptionLength);
        var image = note.Media is [var cover, ..] && BestOf(cover) is { } variant ? site.Of(variant.Url) : null;
        var data = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "SocialMediaPosting",
            ["headline"] = title,
            ["articleBody"] = note.Body,
            ["url"] = site.Of($"/notes/{note.Id}"),
            ["image"] = image,
            ["datePublished"] = note.CreatedAt,
            ["dateModified"] = note.EditedAt ?? note.CreatedAt,
            ["keywords"] = string.Join(", ", note.Topics),
            ["author"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["@type"] = "Person",
                ["name"] = note.Author.Nickname,
                ["url"] = site.Of($"/u/{note.Author.Handle}"),
            },
            ["interactionStatistic"] = new[] { Count("LikeAction", note.Counts.Likes), Count("CommentAction", note.Counts.Comments), Count("ShareAction", note.Counts.Shares) },
        };
        return new(title, description, image, new HtmlString(JsonSerializer.Serialize(data, Json)));
    }

    /// <summary>What the note is called where it needs a name.</summary>
    public static string TitleOf(NoteView note) => note.Title.Length > 0 ? note.Title : PlainText.Excerpt(note.Body, NoteCardCache.LongestTitle);

    /// <summary>Not every reader of previews knows AVIF.</summary>
    private static MediaVariant? BestOf(MediaCard cover) => cover.Variants.LastOrDefault(v => v.Type is "image/webp") ?? (cover.Variants is [.., var last] ? last : null);

    private static Dictionary<string, object> Count(string action, int count) => new(StringComparer.Ordinal)
    {
        ["@type"] = "InteractionCounter",
        ["interactionType"] = $"https://schema.org/{action}",
        ["userInteractionCount"] = count,
    };
}
