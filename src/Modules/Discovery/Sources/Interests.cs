using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Portrait;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>The hottest notes of the channels and topics that the reader chose, follows or seems to like, in turn, the strongest interest first.</summary>
/// <remarks>Who did little yet has no other picks, so half of the page are these; for the others they are what they asked for and no model would guess.</remarks>
internal sealed class Interests(Placing placing, NoteShelves shelves, Models models) : ISource
{
    /// <summary>Who did as much as this, in likes, is known by it, as soon as there is a model.</summary>
    private const float WeightOfTheKnown = 10;

    private const double PerNoteForTheNew = 1;
    private const double PerNoteForTheKnown = .2;

    public string Name => "interests";

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(250);

    public bool IsPersonal => true;

    public Reason WhyThis(FeedContext context, FeedNote note) => Reason.OfChannel("interest", note.Channel);

    public async ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        // Picks are made once for a page, however many rounds it takes.
        if (after != context.Ask.Cursor.After || context.Ask is { ReaderId: null } or { Channel: not null })
        {
            return new Harvest([], HasMore: false) { Picks = [] };
        }

        var portrait = await context.Portrait.Value.WaitAsync(ct);
        var isKnown = models.Current is not null && portrait.Seeds.Sum(seed => seed.Weight) >= WeightOfTheKnown;
        var perNote = isKnown ? PerNoteForTheKnown : PerNoteForTheNew;
        return new Harvest([], HasMore: false) { Picks = placing.Between(context, after, count, perNote, NotesOfInterests.InTurn(shelves, portrait, after, count)) };
    }
}
