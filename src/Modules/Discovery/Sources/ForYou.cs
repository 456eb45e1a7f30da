using Microsoft.Extensions.Options;
using Sward.Discovery.Experiments;
using Sward.Discovery.Experiments.Drafting;
using Sward.Discovery.Learning.Heads;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Portrait;
using Sward.Discovery.Ranking;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>Notes that the model picks for the reader by what they did last.</summary>
internal sealed class ForYou(Placing placing, NoteShelves shelves, Models models, HeadUtility utility, IOptionsMonitor<DiscoveryOptions> options) : ISource
{
    /// <summary>Proposals of the model that are looked at: it makes thousands, and every one costs.</summary>
    private const int Most = 500;

    public string Name => "for-you";

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(250);

    public bool IsPersonal => true;

    public Reason WhyThis(FeedContext context, FeedNote note) => new("for-you");

    public async ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        // Picks are made once for a page, however many rounds it takes.
        if (after != context.Ask.Cursor.After || models.Current is not { } model || context.Ask.ReaderId is null)
        {
            return new Harvest([], HasMore: false) { Picks = [] };
        }

        var portrait = await context.Portrait.Value.WaitAsync(ct);
        var fused = portrait.PicksOf(model, () => Fuse(model, portrait));
        var (proposed, teams) = Order(context, Known(context.Ask.Channel is { } channel ? fused.ByChannel[channel] : fused.All));
        var picks = placing.Between(context, after, count, context.Treatment.Tuning.PicksPerNote ?? options.CurrentValue.PicksPerNote, proposed);
        return new Harvest([], HasMore: false) { Picks = teams is null ? picks : picks.ConvertAll(pick => pick with { Team = teams[pick.Note.Id] }) };
    }

    /// <summary>The model knows what goes together, the portrait what it is about.</summary>
    private ModelPicks Fuse(TasteModel model, TastePortrait portrait)
    {
        var liking = portrait.Liked.ToDictionary(interest => interest.Key, interest => interest.Weight);
        (Proposal Proposal, FeedNote Note)[] known = [.. from proposal in model.For(portrait.Seeds, Most) let note = shelves.Find(proposal.NoteId) where note is not null select (proposal, note)];
        var fused = RankFusion.Fuse(known, pick => InterestKey.Sum(pick.Note, liking));
        return new(Array.ConvertAll(fused, pick => pick.Proposal), fused.ToLookup(pick => pick.Note.Channel, pick => pick.Proposal, StringComparer.Ordinal));
    }

    private IEnumerable<(FeedNote Note, Reason Why)> Known(IEnumerable<Proposal> proposals) =>
        from proposal in proposals
        let note = shelves.Find(proposal.NoteId)
        where note is not null
        select (note, new Reason(proposal.SeedId is null ? "for-you" : "because-you-liked") { NoteId = proposal.SeedId });

    /// <summary>The proposals as the reader's arm wants them, and where two orders draft, which one picked each.</summary>
    private (IEnumerable<(FeedNote Note, Reason Why)> Proposed, Dictionary<long, DraftTeam>? Teams) Order(FeedContext context, IEnumerable<(FeedNote Note, Reason Why)> asUsual)
    {
        var order = context.Treatment.Tuning.Picks;
        if (order is null or PickOrder.Model)
        {
            return (asUsual, null);
        }

        (FeedNote Note, Reason Why)[] byModel = [.. asUsual];
        (FeedNote Note, Reason Why)[] byWorth = [.. byModel.OrderByDescending(proposal => utility.Of(context, proposal.Note))];
        if (order is PickOrder.Heads)
        {
            return (byWorth, null);
        }

        var drafted = TeamDraft.Interleave(byModel, byWorth, Most, Random.Shared);
        return (drafted.Select(pick => pick.Item), drafted.ToDictionary(pick => pick.Item.Note.Id, pick => pick.Team));
    }
}
