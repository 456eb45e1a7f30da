namespace Sward.Search;

/// <summary>Some documents by ordinal, and the postings of their terms. A new text of a document is a new ordinal, often in another segment; the old one is dead from then on.</summary>
internal abstract class Segment<TMarks> where TMarks : unmanaged
{
    /// <summary>Ordinals side by side, as a power of two, whose marks have a common bound.</summary>
    public const int StretchBits = 5;

    private TMarks[] marks;
    private bool[] dead;

    /// <summary>For each stretch what none of its marks exceeds. Only raised: the dead and what marks were count until the segment is merged or opened again.</summary>
    private TMarks[] highest;

    protected Segment(TMarks[] marks, bool[] dead)
    {
        (this.marks, this.dead) = (marks, dead);
        Living = dead.Count(d => !d);
        highest = new TMarks[StretchesOf(marks.Length)];
        for (var ordinal = 0; ordinal < marks.Length; ordinal++)
        {
            Raise(ordinal);
        }
    }

    /// <summary>Ordinals given out so far, the dead ones included.</summary>
    public abstract int Ordinals { get; }

    public int Living { get; private set; }

    /// <summary>Counts the changes of marks and deaths, so that one can tell whether what was saved is still true.</summary>
    public int Changes { get; private set; }

    public ReadOnlySpan<TMarks> AllMarks => marks.AsSpan(0, Ordinals);

    public ReadOnlySpan<bool> AllDead => dead.AsSpan(0, Ordinals);

    /// <summary>The postings of a term; null when nothing here holds it.</summary>
    public abstract Postings? this[Term term] { get; }

    /// <summary>All terms and their postings, by ascending key.</summary>
    public abstract IEnumerable<(Term Term, Postings Postings)> Terms { get; }

    public abstract long IdOf(int ordinal);

    public abstract int TextVersionOf(int ordinal);

    public ref readonly TMarks MarksOf(int ordinal) => ref marks[ordinal];

    public bool IsDead(int ordinal) => dead[ordinal];

    /// <summary>What no marks of a stretch exceed, where marks can be bounded.</summary>
    public ref readonly TMarks HighestIn(int stretch) => ref highest[stretch];

    /// <summary>The living ordinal of a document.</summary>
    public int? Find(long id) => Locate(id) is { } ordinal && !dead[ordinal] ? ordinal : null;

    public void Mark(int ordinal, in TMarks with)
    {
        marks[ordinal] = with;
        Raise(ordinal);
        Changes++;
    }

    public void Kill(int ordinal)
    {
        dead[ordinal] = true;
        Living--;
        Changes++;
    }

    /// <summary>The last ordinal that was given to a document, living or dead.</summary>
    protected abstract int? Locate(long id);

    /// <summary>Makes room for one more document, which lives, and writes its marks.</summary>
    protected void Grow(int ordinal, in TMarks with)
    {
        if (ordinal == marks.Length)
        {
            Array.Resize(ref marks, Math.Max(256, ordinal * 2));
            Array.Resize(ref dead, marks.Length);
            Array.Resize(ref highest, StretchesOf(marks.Length));
        }

        marks[ordinal] = with;
        Raise(ordinal);
        Living++;
    }

    private static int StretchesOf(int ordinals) => (ordinals + (1 << StretchBits) - 1) >> StretchBits;

    private void Raise(int ordinal)
    {
        ref var bound = ref highest[ordinal >> StretchBits];
        bound = bound is IBoundedMarks<TMarks> bounded ? bounded.Highest(marks[ordinal]) : bound;
    }
}
