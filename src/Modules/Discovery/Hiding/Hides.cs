using System.Globalization;
using Sward.Contracts.Discovery;

namespace Sward.Discovery.Hiding;

/// <summary>All that one person has hidden.</summary>
internal sealed class Hides
{
    private readonly HashSet<long> notes = [];
    private readonly HashSet<long> authors = [];
    private readonly HashSet<long> people = [];
    private readonly HashSet<long> products = [];
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
                HideKind.Category => categories.Add(hide.Target),
                HideKind.Person => people.Add(Id(hide)),
                _ => products.Add(Id(hide)),
            };
        }
    }

    public static Hides Nothing { get; } = new([]);

    /// <summary>What of it is about goods.</summary>
    public HiddenGoods Goods => new(products, categories);

    public bool Cover(FeedNote note) =>
        notes.Contains(note.Id)
        || authors.Contains(note.AuthorId)
        || (topics.Count > 0 && Array.Exists(note.Topics, topics.Contains))
        || (categories.Count > 0 && (categories.Contains(note.Channel) || Array.Exists(note.Categories, categories.Contains)));

    /// <summary>Neither whom they would not follow nor whose notes they do not want to see is suggested.</summary>
    public bool CoverPerson(long accountId) => people.Contains(accountId) || authors.Contains(accountId);

    public bool CoverProduct(long productId, string category) => products.Contains(productId) || categories.Contains(category);

    public bool CoverTopic(string topic) => topics.Contains(topic);

    private static long Id(Hide hide) => long.Parse(hide.Target, CultureInfo.InvariantCulture);
}
