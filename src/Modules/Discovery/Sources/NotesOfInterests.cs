using Sward.Discovery.Pipeline;
using Sward.Discovery.Portrait;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>The hottest notes of what somebody likes: of each interest one in turn, the strongest first.</summary>
internal static class NotesOfInterests
{
    /// <summary>Interests that are looked at.</summary>
    private const int Most = 12;

    /// <summary>Each note once, with the interest it is for.</summary>
    /// <param name="count">Notes of each interest that are looked at.</param>
    public static IEnumerable<(FeedNote Note, Reason Why)> InTurn(NoteShelves shelves, TastePortrait portrait, Mark after, int count, Func<FeedNote, bool>? where = null)
    {
        Interest[] interests = [.. portrait.Liked.Take(Most)];
        var notes = Array.ConvertAll(interests, interest => Hottest(interest.Key.Shelf));
        var told = new HashSet<long>();
        for (var place = 0; place < count; place++)
        {
            for (var i = 0; i < interests.Length; i++)
            {
                if (place < notes[i].Count && told.Add(notes[i][place].Id))
                {
                    yield return (notes[i][place], WhyOf(interests[i]));
                }
            }
        }

        List<FeedNote> Hottest(ShelfKey shelf)
        {
            var found = new List<FeedNote>(count);
            shelves.Take([shelf], after, count, found, where);
            return found;
        }
    }

    private static Reason WhyOf(Interest interest)
    {
        var code = interest.Turn is InterestTurn.More ? "chosen" : "interest";
        return interest.Key.Kind is InterestKind.Channel ? Reason.OfChannel(code, interest.Key.Name) : new Reason(code, "#" + interest.Key.Name);
    }
}
