using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Shelves;

/// <summary>Notes in one descending order. Readers take the array as it is; a change puts a new one in its place.</summary>
internal sealed class Shelf(ShelfOrder order)
{
    private volatile FeedNote[] notes = [];

    /// <summary>The notes now, in order.</summary>
    public FeedNote[] Notes => notes;

    /// <summary>Where a note stands in this order.</summary>
    public Mark MarkOf(FeedNote note) => new(order is ShelfOrder.Newest ? note.Newness : note.Heat, note.Id);

    /// <summary>Index of the first note after a place.</summary>
    public int IndexAfter(FeedNote[] among, Mark place)
    {
        var (low, high) = (0, among.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = MarkOf(among[middle]).IsAfter(place) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Takes notes away and puts others in, in one step for readers. One caller at a time.</summary>
    public void Change(IReadOnlySet<long> goneIds, List<FeedNote> come)
    {
        come.Sort((a, b) => MarkOf(a).IsAfter(MarkOf(b)) ? 1 : -1);
        var changed = new List<FeedNote>(notes.Length + come.Count);
        var next = 0;
        foreach (var note in notes)
        {
            if (goneIds.Contains(note.Id))
            {
                continue;
            }

            while (next < come.Count && MarkOf(note).IsAfter(MarkOf(come[next])))
            {
                changed.Add(come[next++]);
            }

            changed.Add(note);
        }

        changed.AddRange(come[next..]);
        notes = [.. changed];
    }
}

/// <summary>What a shelf is sorted by.</summary>
internal enum ShelfOrder
{
    Heat,
    Newest,
}
