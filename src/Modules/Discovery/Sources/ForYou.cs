using Microsoft.Extensions.Options;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>Notes that the model picks for the reader by what they did last.</summary>
internal sealed class ForYou(Placing placing, NoteShelves shelves, Models models, IOptionsMonitor<DiscoveryOptions> options) : ISource
{
    public string Name => "for-you";

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(250);

    public bool IsPersonal => true;

    public Reason WhyThis(FeedContext context, FeedNote note) => new("for-you");

    public async ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        // Picks are made once for a page, however many rounds it takes.
        var isFirstRound = after == context.Ask.Cursor.After;
        var picks = isFirstRound && models.Current is { } model && context.Ask is { ReaderId: not null, Channel: null }
            ? placing.Between(context, after, count, context.Treatment.Tuning.PicksPerNote ?? options.CurrentValue.PicksPerNote, Propose(model.For((await context.Portrait.Value.WaitAsync(ct)).Seeds)))
            : [];
        return new Harvest([], HasMore: false) { Picks = picks };
    }

    private IEnumerable<(FeedNote Note, Reason Why)> Propose(IReadOnlyList<Proposal> proposals) =>
        from proposal in proposals
        let note = shelves.Find(proposal.NoteId)
        where note is not null
        select (note, new Reason(proposal.SeedId is null ? "for-you" : "because-you-liked") { NoteId = proposal.SeedId });
}
