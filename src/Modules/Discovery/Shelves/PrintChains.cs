namespace Sward.Discovery.Shelves;

/// <summary>
/// Finds notes by prints that are nearly the same: of two prints that differ in three bits, one of their four quarters is equal, so a note stands in a chain for each of its quarters.
/// Forty bytes a note; what was changed or taken away stays until the next load, and whoever asks looks whether it is still so. Any number of readers, one writer.
/// </summary>
internal sealed class PrintChains
{
    private const int Quarters = 4;
    private readonly int[] heads = new int[Quarters << 16];
    private volatile Entry[] entries = new Entry[1 << 10];

    // The first entry is nobody's: 0 ends a chain.
    private int count = 1;

    public void Add(long noteId, long print)
    {
        if (count == entries.Length)
        {
            var larger = new Entry[entries.Length * 2];
            entries.CopyTo(larger, 0);
            entries = larger;
        }

        entries[count] = new(noteId, print, heads[ChainOf(print, 0)], heads[ChainOf(print, 1)], heads[ChainOf(print, 2)], heads[ChainOf(print, 3)]);
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            Volatile.Write(ref heads[ChainOf(print, quarter)], count);
        }

        count++;
    }

    /// <summary>Notes whose print is or was nearly this one, some of them more than once.</summary>
    public List<long> Near(long print)
    {
        var near = new List<long>();
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            // The head first: the entries that are read after it hold all of its chain.
            var at = Volatile.Read(ref heads[ChainOf(print, quarter)]);
            for (var known = entries; at != 0; at = known[at].After(quarter))
            {
                if (WordPrint.AreNear(known[at].Print, print))
                {
                    near.Add(known[at].NoteId);
                }
            }
        }

        return near;
    }

    private static int ChainOf(long print, int quarter) => (quarter << 16) | (int)((ulong)print >> (quarter * 16) & 0xFFFF);

    private readonly record struct Entry(long NoteId, long Print, int First, int Second, int Third, int Fourth)
    {
        public int After(int quarter) => quarter switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth };
    }
}
