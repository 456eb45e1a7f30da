namespace Sward.Search;

/// <summary>Some documents by ordinal, and the postings of their terms. A new text of a document is a new ordinal, often in another segment; the old one is dead from then on.</summary>
internal abstract class Segment<TMarks> where TMarks : unmanaged
{
    private TMarks[] marks;
    private bool[] dead;

    protected Segment(TMarks[] marks, bool[] dead)
    {
        (this.marks, this.dead) = (marks, dead);
        Living = dead.Count(d => !d);
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

    /// <summary>The living ordinal of a document.</summary>
    public int? Find(long id) => Locate(id) is { } ordinal && !dead[ordinal] ? ordinal : null;

    public void Mark(int ordinal, in TMarks with)
    {
        marks[ordinal] = with;
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
        }

        marks[ordinal] = with;
        Living++;
    }
}
