using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Ranking;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>Notes that people turned to after the one they are shown beside.</summary>
internal sealed class Next(NoteShelves shelves, Models models) : ISource
{
    /// <summary>What it counts that people turned to a note next, in half-lives: as much as a topic in common.</summary>
    private const int Worth = 3;

    public string Name => "next";

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(50);

    public bool IsPersonal => true;

    public Reason WhyThis(FeedContext context, FeedNote note) => new("next");

    public ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        var notes = models.Current?.After(context.Ask.Seed!.Id).Select(shelves.Find).OfType<FeedNote>() ?? [];
        return new(new Harvest([], HasMore: false)
        {
            Picks = [.. notes.Select(note => new Pick(note, Order.ByKinship.Of(context, note) + (Worth * Heat.HalfLife), WhyThis(context, note)))],
        });
    }
}
