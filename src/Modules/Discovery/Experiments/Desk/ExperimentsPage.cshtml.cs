using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Discovery.Learning.Heads;

namespace Sward.Discovery.Experiments.Desk;

/// <summary>All experiments, how to plan one, and how good the heads are that ranking may come to rest on.</summary>
[Authorize(Policies.Operator)]
internal sealed class ExperimentsPage(DiscoveryDb db, ChangeExperiments change, LearningHeads heads, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int Shown = 100;

    public IReadOnlyList<Experiment> Experiments { get; private set; } = [];

    public IReadOnlyList<HeadQuality> Heads { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Experiments = await db.Experiments.AsNoTracking().OrderByDescending(e => e.Id).Take(Shown).ToListAsync(ct);
        Heads = heads.Look();
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? layer, string? share, string? picks, PickOrder? order, int? authors, int? topics, string? pool, CancellationToken ct)
    {
        try
        {
            var tuning = new Tuning { PicksPerNote = (double?)NumberOf(picks), Picks = order, AuthorsInTwenty = authors, TopicsInTen = topics, PoolShare = (double?)(NumberOf(pool) / 100) };
            var id = await change.PlanAsync(account.Id, new(name?.Trim() ?? "", layer?.Trim() ?? "", NumberOf(share) ?? 0, tuning), ct);
            return LocalRedirect($"/operator/experiments/{id}");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            await OnGetAsync(ct);
            return Page();
        }
    }

    private static decimal? NumberOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw new Refusal("discovery.experiment-invalid", StatusCodes.Status422UnprocessableEntity);
}
