namespace Sward.Notes;

/// <summary>Topics that begin with what is typed, most used first; with nothing typed the most used of all.</summary>
internal static class SuggestTopics
{
    private const int Most = 10;

    /// <summary>A topic to choose.</summary>
    public sealed record Suggestion(string Name, int NoteCount);

    public static void Map(IEndpointRouteBuilder topics) => topics
        .MapGet("", HandleAsync)
        .WithName("SuggestTopics")
        .AllowAnonymous();

    private static async Task<Ok<Page<Suggestion>>> HandleAsync(NotesDb db, CancellationToken ct, string? q = null)
    {
        var (from, to) = KeyRange.BeginningWith(TopicName.KeyOf(q ?? ""));
        var topics = await db.Topics
            .Where(t => t.Key.CompareTo(from) >= 0 && t.Key.CompareTo(to) < 0 && t.NoteCount > 0)
            .OrderByDescending(t => t.NoteCount).ThenBy(t => t.Key)
            .Take(Most)
            .Select(t => new Suggestion(t.Name, t.NoteCount))
            .ToListAsync(ct);
        return TypedResults.Ok(new Page<Suggestion>(topics, Next: null));
    }
}

/// <summary>Prefix search as a range over an index: keys compare by bytes on both databases, and no character is above the last one of Unicode.</summary>
internal static class KeyRange
{
    public static (string From, string To) BeginningWith(string prefix) => (prefix, prefix + "\U0010FFFF");
}
