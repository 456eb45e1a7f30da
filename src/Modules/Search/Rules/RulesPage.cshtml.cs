using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Operators' rules of search: synonyms, blocked terms, pins and approved sites, with who changed what when.</summary>
[Authorize(Policies.Operator)]
internal sealed class RulesPage(SearchDb db, ChangeRules change, ICurrentAccount account, IAccountCards accounts, TimeZoneInfo zone, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int ChangesShown = 50;

    public IReadOnlyList<SynonymGroup> Synonyms { get; private set; } = [];

    public IReadOnlyList<BlockedTerm> Blocked { get; private set; } = [];

    public IReadOnlyList<Pin> Pins { get; private set; } = [];

    /// <summary>Sites to which stores may lead.</summary>
    public IReadOnlyList<string> Sites { get; private set; } = [];

    public IReadOnlyList<RuleChange> Changes { get; private set; } = [];

    public IReadOnlyDictionary<long, AccountCard> Operators { get; private set; } = new Dictionary<long, AccountCard>();

    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Synonyms = await db.Synonyms.AsNoTracking().OrderByDescending(g => g.Id).ToListAsync(ct);
        Blocked = await db.BlockedTerms.AsNoTracking().OrderBy(t => t.Key).ToListAsync(ct);
        Pins = await db.Pins.AsNoTracking().Where(p => p.Until > now).OrderBy(p => p.Key).ThenBy(p => p.Id).ToListAsync(ct);
        Sites = await db.OutsideSites.OrderBy(s => s.Host).Select(s => s.Host).ToListAsync(ct);
        Changes = await db.RuleChanges.AsNoTracking().OrderByDescending(c => c.Id).Take(ChangesShown).ToListAsync(ct);
        Operators = await accounts.GetAsync([.. Changes.Select(c => c.OperatorId).Distinct()], ct);
    }

    public Task<IActionResult> OnPostSynonymsAsync(string? words, CancellationToken ct) => DoAsync(() => change.AddSynonymsAsync(account.Id, words, ct), ct);

    public Task<IActionResult> OnPostRemoveSynonymsAsync(long id, CancellationToken ct) => DoAsync(() => change.RemoveSynonymsAsync(account.Id, id, ct), ct);

    public Task<IActionResult> OnPostBlockAsync(string? term, CancellationToken ct) => DoAsync(() => change.BlockAsync(account.Id, term, ct), ct);

    public Task<IActionResult> OnPostUnblockAsync(string key, CancellationToken ct) => DoAsync(() => change.UnblockAsync(account.Id, key, ct), ct);

    /// <summary>Pins a note or product to a query.</summary>
    /// <param name="target">The id, or the address of the page of what is pinned.</param>
    /// <param name="until">The last day, in the site's zone.</param>
    public Task<IActionResult> OnPostPinAsync(string? query, PinKind kind, string? target, DateOnly? until, CancellationToken ct) =>
        DoAsync(() => change.PinAsync(account.Id, query, kind, IdOf(target), EndOf(until), ct), ct);

    public Task<IActionResult> OnPostUnpinAsync(long id, CancellationToken ct) => DoAsync(() => change.UnpinAsync(account.Id, id, ct), ct);

    public Task<IActionResult> OnPostApproveSiteAsync(string? site, CancellationToken ct) => DoAsync(() => change.ApproveSiteAsync(account.Id, site, ct), ct);

    public Task<IActionResult> OnPostRefuseSiteAsync(string host, CancellationToken ct) => DoAsync(() => change.RefuseSiteAsync(account.Id, host, ct), ct);

    private async Task<IActionResult> DoAsync(Func<Task> act, CancellationToken ct)
    {
        try
        {
            await act();
            return LocalRedirect("/operator/search/rules");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            await OnGetAsync(ct);
            return Page();
        }
    }

    private static long IdOf(string? target) => long.TryParse((target ?? "").Trim().TrimEnd('/').Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private DateTimeOffset? EndOf(DateOnly? day) =>
        day is { } last ? new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue), zone), TimeSpan.Zero) : null;
}
