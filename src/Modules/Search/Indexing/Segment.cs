using System.Runtime.InteropServices;

namespace Sward.Search;

/// <summary>Documents by ordinal and the postings of their terms. A new text of a document is a new ordinal; the old one is dead until <see cref="WithoutDead"/>.</summary>
internal sealed class Segment<TMarks> where TMarks : struct
{
    private readonly Dictionary<Term, int> terms = [];
    private readonly List<Postings> postings = [];
    private readonly Dictionary<long, int> ordinals = [];
    private readonly List<Entry> entries = [];
    private readonly List<bool> dead = [];

    public int Count => ordinals.Count;

    /// <summary>Ordinals given out so far, the dead ones included.</summary>
    public int Ordinals => entries.Count;

    public Entry this[int ordinal] => entries[ordinal];

    public bool IsDead(int ordinal) => dead[ordinal];

    /// <summary>The postings of a term; empty when nothing holds it.</summary>
    public Postings this[Term term] => terms.TryGetValue(term, out var number) ? postings[number] : new Postings();

    /// <summary>Adds a document, or a new text of one.</summary>
    public void Put(Entry entry, IReadOnlyList<KeyValuePair<Term, byte>> impacts)
    {
        Remove(entry.Id);
        var ordinal = Add(entry);
        foreach (var (term, impact) in impacts)
        {
            PostingsOf(term).Append(ordinal, impact);
        }
    }

    /// <summary>Replaces the marks of a document whose text is known; false when this text is not here.</summary>
    public bool TryMark(Entry entry)
    {
        if (!ordinals.TryGetValue(entry.Id, out var ordinal) || entries[ordinal].TextVersion != entry.TextVersion)
        {
            return false;
        }

        entries[ordinal] = entry;
        return true;
    }

    public void Remove(long id)
    {
        if (ordinals.Remove(id, out var ordinal))
        {
            dead[ordinal] = true;
        }
    }

    /// <summary>A copy that holds the living documents only.</summary>
    public Segment<TMarks> WithoutDead()
    {
        var copy = new Segment<TMarks>();
        var moved = new int[entries.Count];
        for (var ordinal = 0; ordinal < entries.Count; ordinal++)
        {
            moved[ordinal] = dead[ordinal] ? -1 : copy.Add(entries[ordinal]);
        }

        foreach (var (term, number) in terms)
        {
            for (var cursor = postings[number].Read(); cursor.Next();)
            {
                if (moved[cursor.Ordinal] >= 0)
                {
                    copy.PostingsOf(term).Append(moved[cursor.Ordinal], cursor.Impact);
                }
            }
        }

        return copy;
    }

    private int Add(Entry entry)
    {
        ordinals[entry.Id] = entries.Count;
        entries.Add(entry);
        dead.Add(false);
        return entries.Count - 1;
    }

    private ref Postings PostingsOf(Term term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out var isKnown);
        if (!isKnown)
        {
            number = postings.Count;
            postings.Add(new Postings());
        }

        return ref CollectionsMarshal.AsSpan(postings)[number];
    }

    /// <summary>What is kept of a document besides its words. <paramref name="TextVersion"/> names the text that was indexed.</summary>
    public readonly record struct Entry(long Id, int TextVersion, TMarks Marks);
}
