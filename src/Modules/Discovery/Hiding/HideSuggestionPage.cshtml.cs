using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Discovery.Hiding;

/// <summary>Takes a person, a product or a kind of goods out of what is suggested, for browsers without script. Draws nothing itself.</summary>
[Authorize]
internal sealed class HideSuggestionPage(HideFromFeeds hide, ICurrentAccount account) : PageModel
{
    /// <summary>Where it can be taken back.</summary>
    private const string Hidden = "/settings/hidden";

    public IActionResult OnGet() => LocalRedirect(Hidden);

    public async Task<IActionResult> OnPostAsync(long? person, long? product, string? category, CancellationToken ct)
    {
        await hide.HideAsync(account.Id, new HideFromFeeds.Request(Category: category, Person: person, Product: product).Checked(), ct);
        return LocalRedirect(Hidden);
    }
}
