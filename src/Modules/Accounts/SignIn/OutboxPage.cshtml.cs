using Microsoft.AspNetCore.Authorization;

namespace Sward.Accounts;

/// <summary>The codes that the embedded sender could bring to nobody, for operators.</summary>
[Authorize(Policies.Operator)]
internal sealed class OutboxPage(ICodeSender sender) : PageModel
{
    public IReadOnlyList<OutboxCode> Sent { get; } = (sender as OutboxCodeSender)?.Sent ?? [];
}
