using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Points;

/// <summary>One's points and where they came from.</summary>
[Authorize]
internal sealed class PointsPage(ReadPoints read, ICurrentAccount account) : PageModel
{
    public ReadPoints.Response Points { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Points = await read.RunAsync(account.Id, ct);
}
