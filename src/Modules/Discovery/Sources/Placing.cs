using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>Puts picks between the notes of the order by heat.</summary>
/// <param name="filters">Those of the surface: a pick that may not be shown must not take the place of one that may.</param>
internal sealed class Placing(NoteShelves shelves, IReadOnlyList<IFilter> filters)
{
    /// <summary>Gives the first proposals places beside the next notes of the order.</summary>
    /// <param name="count">Notes of the order that are looked at.</param>
    /// <param name="perNote">Picks for each note of the order.</param>
    public List<Pick> Between(FeedContext context, Mark after, int count, double perNote, IEnumerable<(FeedNote Note, Reason Why)> proposals)
    {
        var (order, picks) = (new List<FeedNote>(count), new List<Pick>());
        shelves.Take([Hot.ShelfOf(context)], after, count, order);
        var ahead = context.Ask.Cursor.Ahead.ToHashSet();
        var most = order.Count * perNote;
        foreach (var (note, why) in proposals)
        {
            if (picks.Count >= most)
            {
                break;
            }

            // A note whose own place comes first stands there, or was shown there already.
            var place = PlaceOf(note, order[(int)(picks.Count / perNote)], after);
            if (new Mark(note.Heat, note.Id).IsAfter(new Mark(place, note.Id)) && !ahead.Contains(FeedCursor.PrintOf(note.Id)) && filters.All(filter => filter.Keeps(context, note)))
            {
                picks.Add(new Pick(note, place, why) { IsEarly = true });
            }
        }

        return picks;
    }

    /// <summary>Beside a note of the order, but never before the place the page begins at.</summary>
    private static long PlaceOf(FeedNote pick, FeedNote beside, Mark after) => new Mark(beside.Heat, pick.Id).IsAfter(after) ? beside.Heat : beside.Heat - 1;
}
