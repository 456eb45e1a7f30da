namespace Sward.Search;

/// <summary>Finds documents of one kind by words. Many read while one writes; nothing here is the only copy of anything.</summary>
/// <typeparam name="TMarks">What visibility and order need of a document besides its text. Plain numbers, because they are kept in files as they are.</typeparam>
internal interface ISearchIndex<TMarks> where TMarks : unmanaged
{
    int Count { get; }

    /// <summary>All changes of documents up to this one are in here.</summary>
    long Version { get; }

    /// <summary>How many documents hold a term, the dead ones included that are still in a segment.</summary>
    int Holders(Term term);

    /// <summary>What the terms of a query weigh here.</summary>
    WeightedQuery Weigh(Query query);

    /// <summary>Adds documents or replaces them.</summary>
    void Put(IReadOnlyList<Indexed<TMarks>> documents);

    void Remove(long id);

    /// <summary>Says that all changes up to a version have been put or removed.</summary>
    void Reached(long version);

    /// <summary>The mark under which this was saved last; null when it was not.</summary>
    string? Mark { get; }

    /// <summary>Whether files have changed that a restart does not know of.</summary>
    bool IsUnsaved { get; }

    /// <summary>Makes sure that a restart begins where we are now.</summary>
    /// <param name="mark">By which the database that we followed can be known again, see <see cref="SavedIndex"/>.</param>
    void Save(string mark);

    /// <summary>Forgets everything.</summary>
    void Clear();

    /// <summary>The best <paramref name="take"/> documents. When fewer than <paramref name="relaxBelow"/> hold all words, documents that hold part of them count as well.</summary>
    Found Find(Query query, int relaxBelow, int take, Ranking<TMarks> ranking);
}

/// <summary>A document as the index takes it.</summary>
/// <param name="TextVersion">Changes whenever the text does: with the same version only the marks are replaced, and <paramref name="Text"/> is not read.</param>
internal sealed record Indexed<TMarks>(long Id, int TextVersion, TMarks Marks, Func<IEnumerable<FieldText>> Text) where TMarks : unmanaged;

/// <summary>How documents that match are ordered.</summary>
/// <param name="Place">Gives a document its rank.</param>
/// <param name="Most">No rank is above relevance times this, so that documents which cannot come first need not be looked at; null when relevance does not bound the rank.</param>
/// <param name="MostOf">The same for documents whose marks are bounded by the given ones, no more than <paramref name="Most"/>; null when marks say nothing about it.</param>
/// <param name="IsOrdered">True when <paramref name="Place"/> remembers what it saw, so that it must be asked by one thread and in order.</param>
internal sealed record Ranking<TMarks>(Rank<TMarks> Place, double? Most, MostOf<TMarks>? MostOf = null, bool IsOrdered = false) where TMarks : unmanaged;

/// <summary>What no rank is above in proportion to relevance, for marks up to a bound.</summary>
internal delegate double MostOf<TMarks>(in TMarks highest) where TMarks : unmanaged;

/// <summary>Places a document that matches: higher is better, null hides it from this reader.</summary>
/// <param name="relevance">What the words say, greater than 0.</param>
internal delegate long? Rank<TMarks>(float relevance, in TMarks marks) where TMarks : unmanaged;

/// <summary>A found document. Ranks are whole numbers, so that a cursor can name one exactly.</summary>
internal readonly record struct Hit(long Id, long Rank)
{
    /// <summary>Better ranks first, equal ones newest first.</summary>
    public static Comparer<Hit> BestLast { get; } = Comparer<Hit>.Create((a, b) =>
        a.Rank.CompareTo(b.Rank) is var byRank and not 0 ? byRank : a.Id.CompareTo(b.Id));
}

/// <summary>The first hits, best first, equal ranks newest first, and how many there are in all.</summary>
/// <param name="Count">Exact up to <see cref="BestHits{TMarks}.CountedTo"/>, which stands for itself and all above.</param>
/// <param name="IsRelaxed">True when not all words had to occur.</param>
internal sealed record Found(IReadOnlyList<Hit> Hits, int Count, bool IsRelaxed)
{
    public static Found Nothing { get; } = new([], 0, IsRelaxed: false);

    /// <summary>What was found in several ways, each document once with its best rank.</summary>
    public static Found Union(IEnumerable<Found> several, int take, int countedTo)
    {
        var (all, isRelaxed) = (new Dictionary<long, Hit>(), false);
        foreach (var found in several)
        {
            isRelaxed |= found.IsRelaxed;
            foreach (var hit in found.Hits)
            {
                all[hit.Id] = all.TryGetValue(hit.Id, out var known) && known.Rank >= hit.Rank ? known : hit;
            }
        }

        return new([.. all.Values.OrderDescending(Hit.BestLast).Take(take)], Math.Min(all.Count, countedTo), isRelaxed);
    }
}
