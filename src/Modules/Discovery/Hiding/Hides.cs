using System.Globalization;

namespace Sward.Discovery.Hiding;

/// <summary>All that one person has hidden.</summary>
internal sealed class Hides
{
    private readonly HashSet<long> notes = [];
    private readonly HashSet<long> authors = [];
    private readonly HashSet<string> topics = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> categories = new(StringComparer.Ordinal);

    public Hides(IEnumerable<Hide> hides)
    {
        foreach (var hide in hides)
        {
            _ = hide.Kind switch
            {
                HideKind.Note => notes.Add(Id(hide)),
                HideKind.Author => authors.Add(Id(hide)),
                HideKind.Topic => topics.Add(hide.Target),
                _ => categories.Add(hide.Target),
            };
        }
    }

    public static Hides Nothing { get; } = new([]);

    public bool Cover(FeedNote note) =>
        notes.Contains(note.Id)
        || authors.Contains(note.AuthorId)
        || (topics.Count > 0 && Array.Exists(note.Topics, topics.Contains))
        || (categories.Count > 0 && (categories.Contains(note.Channel) || Array.Exists(note.Categories, categories.Contains)));

    public bool CoverTopic(string topic) => topics.Contains(topic);

    private static long Id(Hide hide) => long.Parse(hide.Target, CultureInfo.InvariantCulture);
}
