using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Discovery.Portrait;

/// <summary>What Sward thinks one likes, to be corrected, forgotten or switched off.</summary>
[Authorize]
internal sealed class InterestsPage(ReadPortrait read, ChangePortrait change, ICurrentAccount account) : PageModel
{
    private const string Address = "/settings/interests";

    /// <summary>What the buttons beside an interest do; the one that is pressed takes itself back.</summary>
    public static IReadOnlyList<InterestTurn> Turns { get; } = [InterestTurn.More, InterestTurn.Less, InterestTurn.Never];

    public ReadPortrait.Answer Portrait { get; private set; } = null!;

    public double Strongest => Math.Max(1, Portrait.Items.Max(interest => interest.Weight));

    public async Task OnGetAsync(CancellationToken ct) => Portrait = await read.RunAsync(account.Id, ct);

    public async Task<IActionResult> OnPostTurnAsync(InterestKind kind, string? name, InterestTurn to, CancellationToken ct)
    {
        var turn = new ChangePortrait.Turn(kind, name ?? "", to).Checked();
        if (!turn.IsKnown)
        {
            return BadRequest();
        }

        await change.TurnAsync(account.Id, [turn], ct);
        return LocalRedirect(Address);
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        await change.ResetAsync(account.Id, ct);
        return LocalRedirect(Address);
    }

    public async Task<IActionResult> OnPostSwitchAsync(bool on, CancellationToken ct)
    {
        await change.SwitchAsync(account.Id, on, ct);
        return LocalRedirect(Address);
    }
}
