namespace Sward.Search;

/// <summary>Where a suggestion comes from.</summary>
internal enum SuggestionKind
{
    /// <summary>The person's own history.</summary>
    History,
    Query,
    Topic,
    Product,
    Brand,
    Store,
    Person,
}

/// <summary>Something to search for. <paramref name="Weight"/> orders those with the same beginning.</summary>
internal sealed record BookEntry(string Key, string Text, SuggestionKind Kind, double Weight);

/// <summary>A query on the hot list. <paramref name="IsNew"/>: nobody searched for it before this week.</summary>
internal sealed record HotQuery(string Text, bool IsNew);

/// <summary>What this node offers to people who type: a sorted list, replaced as a whole every minute and read without locks.</summary>
internal sealed class SuggestionBook
{
    private volatile Content content = new([], [], [], []);

    /// <summary>What many people search for right now, above their own average.</summary>
    public IReadOnlyList<HotQuery> Hot => content.Hot;

    /// <summary>Topics that people like at the moment.</summary>
    public IReadOnlyList<string> Trending => content.Trending;

    public void Replace(IEnumerable<BookEntry> entries, IReadOnlyList<HotQuery> hot, IReadOnlyList<string> trending)
    {
        BookEntry[] known = [.. entries.Where(e => e.Key.Length > 0).OrderByDescending(e => e.Weight).DistinctBy(e => e.Key, StringComparer.Ordinal)];
        var sounding = from entry in known let sound = Pinyin.Of(entry.Key) where sound is not null select entry with { Key = sound };
        content = new(Sorted(known), Sorted(sounding), hot, trending);
    }

    /// <summary>The heaviest entries that begin with the key, then those whose Chinese sounds like it.</summary>
    public IEnumerable<BookEntry> Find(string beginning, int take)
    {
        var (entries, bySound) = (content.Entries, content.BySound);
        var sounding = Pinyin.Typed(beginning) is { } letters ? Beginning(bySound, letters) : [];
        return [.. Heaviest(Beginning(entries, beginning), take), .. Heaviest(sounding, take)];
    }

    /// <summary>What is pronounced exactly so, the heaviest first.</summary>
    public IEnumerable<string> Sounding(string letters) => Beginning(content.BySound, letters).Where(e => e.Key.Length == letters.Length).OrderByDescending(e => e.Weight).Select(e => e.Text);

    private static IEnumerable<BookEntry> Heaviest(IEnumerable<BookEntry> entries, int take) => entries.OrderByDescending(e => e.Weight).Take(take);

    private static BookEntry[] Sorted(IEnumerable<BookEntry> entries) => [.. entries.OrderBy(e => e.Key, StringComparer.Ordinal)];

    private static IEnumerable<BookEntry> Beginning(BookEntry[] entries, string beginning)
    {
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(entries[middle].Key, beginning) < 0 ? (middle + 1, high) : (low, middle);
        }

        return entries.Skip(low).TakeWhile(e => e.Key.StartsWith(beginning, StringComparison.Ordinal));
    }

    /// <summary>All of the book.</summary>
    /// <param name="BySound">Those that hold Han characters, with what somebody types for them as their key.</param>
    private sealed record Content(BookEntry[] Entries, BookEntry[] BySound, IReadOnlyList<HotQuery> Hot, IReadOnlyList<string> Trending);
}
