using Sward.Discovery.Pipeline;
using Sward.Discovery.Portrait;
using Sward.Discovery.Shelves;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.People;

/// <summary>Authors of the hottest notes about what the reader chose, follows or seems to like.</summary>
internal sealed class AuthorsOfInterests(NoteShelves shelves) : ISuggests
{
    /// <summary>Interests that are looked at.</summary>
    private const int Most = 12;

    private const int NotesOfEach = 30;

    /// <summary>A guess from a topic says less than a like of somebody's own note.</summary>
    private const double Worth = .6;

    public string Name => "interest-authors";

    public bool IsPersonal => true;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct)
    {
        Interest[] interests = [.. (await context.Portrait.Value.WaitAsync(ct)).Liked.Take(Most)];
        return [.. interests.SelectMany(interest => AuthorsOf(interest, Worth * interest.Weight / interests[0].Weight))
            .GroupBy(author => author.Id).Select(same => same.MaxBy(author => author.Score)).OrderByDescending(author => author.Score)];
    }

    private IEnumerable<Suggestion> AuthorsOf(Interest interest, double worth)
    {
        var notes = new List<FeedNote>(NotesOfEach);
        shelves.Take([interest.Key.Shelf], Mark.Start, NotesOfEach, notes);
        return notes.Select(note => note.AuthorId).Distinct().Select((authorId, place) => new Suggestion(authorId, worth / Math.Sqrt(1 + place), WhyOf(interest.Key)));
    }

    private static Reason WhyOf(InterestKey key) => key.Kind is InterestKind.Channel ? Reason.OfChannel("writes-about", key.Name) : new("writes-about", "#" + key.Name);
}
