using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Where the link of <see cref="OperatorInvitation"/> leads: the signed-in account becomes the first operator.</summary>
[Authorize]
internal sealed class FirstOperatorPage(OperatorInvitation invitation, OperatorAccounts operators, ICurrentAccount me) : PageModel
{
    public string? Token { get; private set; }

    /// <summary>Whether the link still leads anywhere.</summary>
    public bool IsOpen { get; private set; }

    public bool IsDone { get; private set; }

    public async Task OnGetAsync(string? token, CancellationToken ct) =>
        (Token, IsOpen) = (token, invitation.Accepts(token) && !await operators.AnyAsync(ct));

    public async Task OnPostAsync(string? token, CancellationToken ct)
    {
        IsDone = invitation.Accepts(token) && await operators.AddFirstAsync(me.Id, ct);
        Response.StatusCode = IsDone ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
    }
}
