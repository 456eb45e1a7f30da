using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Inbox;

/// <summary>Which kinds of notices a person wants.</summary>
[Authorize]
internal sealed class SettingsPage(MuteKinds mute, ICurrentAccount account) : PageModel
{
    public IReadOnlyList<string> Muted { get; private set; } = [];

    public bool IsSaved { get; private set; }

    public async Task OnGetAsync(bool saved, CancellationToken ct) => (Muted, IsSaved) = (await mute.ReadAsync(account.Id, ct), saved);

    /// <summary>Switches off every tab whose box is not ticked.</summary>
    public async Task<IActionResult> OnPostAsync(string[] on, CancellationToken ct)
    {
        await mute.ReplaceAsync(account.Id, NoticeKinds.Tabs.Except(on, StringComparer.Ordinal), ct);
        return LocalRedirect("/inbox/settings?saved=true");
    }
}
