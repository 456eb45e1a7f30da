using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Discovery.Experiments.Reporting;

namespace Sward.Discovery.Experiments.Desk;

/// <summary>One experiment: what its arms are, what came of them, and its switch.</summary>
[Authorize(Policies.Operator)]
internal sealed class ExperimentPage(DiscoveryDb db, ChangeExperiments change, ReportExperiment report, IAccountCards accounts, ICurrentAccount account) : PageModel
{
    /// <summary>A line of the audit.</summary>
    public sealed record Change(DateTimeOffset At, string What, string Operator);

    public Experiment Experiment { get; private set; } = null!;

    public ExperimentReport Report { get; private set; } = null!;

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await db.Experiments.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } experiment)
        {
            return NotFound();
        }

        (Experiment, Report) = (experiment, await report.OfAsync(experiment, ct));
        var changes = await db.ExperimentChanges.AsNoTracking().Where(c => c.ExperimentId == id).OrderByDescending(c => c.Id).ToListAsync(ct);
        var operators = await accounts.GetAsync([.. changes.Select(c => c.OperatorId).Distinct()], ct);
        Changes = [.. changes.Select(c => new Change(c.At, c.What, operators.GetValueOrDefault(c.OperatorId)?.Nickname ?? "–"))];
        return Page();
    }

    public async Task<IActionResult> OnPostSwitchAsync(long id, bool on, CancellationToken ct)
    {
        await change.SwitchAsync(account.Id, id, on, ct);
        return LocalRedirect($"/operator/experiments/{id}");
    }

    public async Task<IActionResult> OnPostEndAsync(long id, CancellationToken ct)
    {
        await change.EndAsync(account.Id, id, ct);
        return LocalRedirect($"/operator/experiments/{id}");
    }
}
