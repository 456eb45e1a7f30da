namespace Sward.Search;

/// <summary>Finds documents of one kind by words. Many read while one writes; nothing here is the only copy of anything.</summary>
/// <typeparam name="TMarks">What visibility and order need of a document besides its text.</typeparam>
internal interface ISearchIndex<TMarks> where TMarks : struct
{
    int Count { get; }

    /// <summary>Adds documents or replaces them.</summary>
    void Put(IReadOnlyList<Indexed<TMarks>> documents);

    void Remove(long id);

    /// <summary>The best <paramref name="take"/> documents. When fewer than <paramref name="relaxBelow"/> hold all words, documents that hold part of them count as well.</summary>
    Found Find(Query query, int relaxBelow, int take, Rank<TMarks> rank);
}

/// <summary>A document as the index takes it.</summary>
/// <param name="TextVersion">Changes whenever the text does: with the same version only the marks are replaced, and <paramref name="Text"/> is not read.</param>
internal sealed record Indexed<TMarks>(long Id, int TextVersion, TMarks Marks, Func<IEnumerable<FieldText>> Text) where TMarks : struct;

/// <summary>Places a document that matches: higher is better, null hides it from this reader.</summary>
/// <param name="relevance">What the words say, greater than 0.</param>
internal delegate long? Rank<TMarks>(float relevance, in TMarks marks) where TMarks : struct;

/// <summary>A found document. Ranks are whole numbers, so that a cursor can name one exactly.</summary>
internal readonly record struct Hit(long Id, long Rank)
{
    /// <summary>Better ranks first, equal ones newest first.</summary>
    public static Comparer<Hit> BestLast { get; } = Comparer<Hit>.Create((a, b) =>
        a.Rank.CompareTo(b.Rank) is var byRank and not 0 ? byRank : a.Id.CompareTo(b.Id));
}

/// <summary>The first hits, best first, equal ranks newest first, and how many there are in all.</summary>
/// <param name="IsRelaxed">True when not all words had to occur.</param>
internal sealed record Found(IReadOnlyList<Hit> Hits, int Count, bool IsRelaxed)
{
    public static Found Nothing { get; } = new([], 0, IsRelaxed: false);
}
