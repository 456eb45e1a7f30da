using Microsoft.Extensions.Options;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>Notes that the model picks for the reader by what they did last.</summary>
internal sealed class ForYou(Placing placing, NoteShelves shelves, Models models, IServiceScopeFactory scopes, IOptionsMonitor<DiscoveryOptions> options) : ISource
{
    /// <summary>What a person did last is what they are asked by.</summary>
    private const int LastActions = 50;

    /// <summary>So many are looked at: what somebody only opened must not crowd out what they liked.</summary>
    private const int LookedAt = 200;

    public string Name => "for-you";

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(250);

    public Reason WhyThis(FeedContext context, FeedNote note) => new("for-you");

    public async ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        // Picks are made once for a page, however many rounds it takes.
        var isFirstRound = after == context.Ask.Cursor.After;
        var picks = isFirstRound && models.Current is { } model && context.Ask is { ReaderId: { } readerId, Channel: null }
            ? placing.Between(context, after, count, context.Treatment.Tuning.PicksPerNote ?? options.CurrentValue.PicksPerNote, Propose(model.For(await ReadActionsAsync(readerId, ct))))
            : [];
        return new Harvest([], HasMore: false) { Picks = picks };
    }

    private IEnumerable<(FeedNote Note, Reason Why)> Propose(IReadOnlyList<Proposal> proposals) =>
        from proposal in proposals
        let note = shelves.Find(proposal.NoteId)
        where note is not null
        select (note, new Reason(proposal.SeedId is null ? "for-you" : "because-you-liked") { NoteId = proposal.SeedId });

    private async Task<List<NoteAction>> ReadActionsAsync(long readerId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var last = await db.Actions.AsNoTracking().Where(a => a.AccountId == readerId).OrderByDescending(a => a.At).Take(LookedAt).ToListAsync(ct);
        return [.. last.OrderByDescending(a => a.Weight >= 1).Take(LastActions)];
    }
}
