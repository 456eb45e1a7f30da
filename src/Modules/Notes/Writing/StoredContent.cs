using System.Text.Json;

namespace Sward.Notes;

/// <summary>Content as it is kept in drafts and history: JSON that nobody searches in, with words for choices so that it can be read for years.</summary>
internal static class StoredContent
{
    private static readonly JsonSerializerOptions Json = Make();

    public static string Write(Note.Content content) => JsonSerializer.Serialize(content, Json);

    public static Note.Content Read(string stored) => JsonSerializer.Deserialize<Note.Content>(stored, Json)!;

    private static JsonSerializerOptions Make()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        KernelJson.Configure(json);
        return json;
    }
}
