using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;

namespace Sward.Mall.GiftCards;

/// <summary>The gift cards one has, and where the code of another is typed.</summary>
[Authorize]
internal sealed class GiftCardsPage(GiftCardWallet wallet, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<GiftCardWallet.View> Cards { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Cards = await wallet.ListAsync(account.Id, ct);

    public async Task<IActionResult> OnPostClaimAsync(string? code, CancellationToken ct)
    {
        try
        {
            await wallet.ClaimAsync(account.Id, code ?? "", ct);
            return LocalRedirect("/gift-cards");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            await OnGetAsync(ct);
            return Page();
        }
    }
}
