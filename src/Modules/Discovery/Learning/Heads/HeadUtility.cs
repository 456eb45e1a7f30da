using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Learning.Heads;

/// <summary>What a card is worth to its reader: what each action is worth, times how likely the heads think it. 0 for visitors and while there are no heads.</summary>
internal sealed class HeadUtility(Models.Models models, TimeProvider clock) : IScore
{
    /// <summary>The unit of the score.</summary>
    private const double Scale = 1_000_000;

    /// <summary>In the order of <see cref="HeadSet.Actions"/>; an opened note is worth the reading that usually follows.</summary>
    private static readonly double[] Worth = [.2, 1, 2, 4, 4, 1, -1.5, -40, 6];

    /// <summary>Nobody follows twice.</summary>
    private static readonly double[] WorthOfFollowed = [.. Worth[..^1], 0];

    public long Of(FeedContext context, FeedNote note) => context.Ask.ReaderId is { } readerId && models.Heads is { } heads
        ? (long)(Scale * Foretell(heads, readerId, note).Zip(context.Circle.Following.Contains(note.AuthorId) ? WorthOfFollowed : Worth, (chance, worth) => chance * worth).Sum())
        : 0;

    private double[] Foretell(HeadSet heads, long readerId, FeedNote note)
    {
        var features = Features.Of(readerId, note, clock.GetUtcNow());
        return [.. Enumerable.Range(0, HeadSet.Actions.Count).Select(action => heads[action].Foretell(features))];
    }
}
