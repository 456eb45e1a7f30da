using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Desk;

namespace Sward.Mall.GiftCards;

/// <summary>Where the operator issues gift cards and sees what they still owe.</summary>
[Authorize(Policies.Operator)]
internal sealed class OperatorGiftCardsPage(MallDb db, IssueGiftCards issue, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public int Count { get; private set; }

    public Money Issued { get; private set; }

    /// <summary>What is left on cards that are still good.</summary>
    public Money Owed { get; private set; }

    /// <summary>The cards that were just issued: their codes are shown this once.</summary>
    public IssueGiftCards.Response? New { get; private set; }

    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Count = await db.GiftCards.CountAsync(ct);
        Issued = new(await db.GiftCards.SumAsync(c => c.IssuedMinor, ct), MallOptions.DefaultCurrency);
        Owed = new(await db.GiftCards.Where(c => c.Until > now).SumAsync(c => c.BalanceMinor, ct), MallOptions.DefaultCurrency);
    }

    public async Task<IActionResult> OnPostIssueAsync(int count, string? amount, int days, CancellationToken ct)
    {
        try
        {
            New = await issue.RunAsync(new IssueGiftCards.Request(count, TypedMoney.Parse(amount, MallOptions.DefaultCurrency).Amount, days).Checked(), ct);
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
        }

        await OnGetAsync(ct);
        return Page();
    }
}
