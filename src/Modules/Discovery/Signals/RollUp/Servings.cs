using Sward.Discovery.Experiments;
using Sward.Discovery.Experiments.Drafting;

namespace Sward.Discovery.Signals.RollUp;

/// <summary>Keeps what served pages say about experiments: who met which arm, and which order picked what for them.</summary>
internal sealed class Servings(DiscoveryDb db)
{
    /// <summary>Whoever was served by an arm belongs to it from then on, whatever came of it; so does a note to the order that picked it first.</summary>
    /// <param name="pages">Signals of pages that were served to accounts, in the order they came. Nothing is saved yet.</param>
    public async Task KeepAsync(IReadOnlyList<Signal> pages, CancellationToken ct)
    {
        await ExposeAsync(
            [.. pages.SelectMany(page => Treatment.Read(page.Detail ?? ""), (page, met) => new Exposure { ExperimentId = met.ExperimentId, AccountId = page.AccountId, Arm = met.Arm, FirstAt = page.ReceivedAt })], ct);
        await DraftAsync(
            [.. pages.SelectMany(page => DraftedPick.Read(page.Detail ?? ""), (page, pick) => new DraftedPick { AccountId = page.AccountId, NoteId = pick.NoteId, Team = pick.Team, At = page.ReceivedAt })], ct);
    }

    private async Task ExposeAsync(Exposure[] met, CancellationToken ct)
    {
        if (met.Length > 0)
        {
            var accountIds = met.Select(exposure => exposure.AccountId).Distinct().ToList();
            var known = await db.Exposures.AsNoTracking().Where(e => accountIds.Contains(e.AccountId)).Select(e => new { e.ExperimentId, e.AccountId }).ToListAsync(ct);
            db.Exposures.AddRange(met.DistinctBy(e => new { e.ExperimentId, e.AccountId }).ExceptBy(known, e => new { e.ExperimentId, e.AccountId }));
        }
    }

    private async Task DraftAsync(DraftedPick[] picks, CancellationToken ct)
    {
        if (picks.Length > 0)
        {
            var (accountIds, noteIds) = (picks.Select(pick => pick.AccountId).Distinct().ToList(), picks.Select(pick => pick.NoteId).Distinct().ToList());
            var known = await db.DraftedPicks.AsNoTracking().Where(p => accountIds.Contains(p.AccountId) && noteIds.Contains(p.NoteId)).Select(p => new { p.AccountId, p.NoteId }).ToListAsync(ct);
            db.DraftedPicks.AddRange(picks.DistinctBy(p => new { p.AccountId, p.NoteId }).ExceptBy(known, p => new { p.AccountId, p.NoteId }));
        }
    }
}
