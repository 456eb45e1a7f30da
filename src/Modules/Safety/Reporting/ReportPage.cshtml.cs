using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Safety;

/// <summary>The report dialog as a page, for browsers without script and for things that have no card.</summary>
[Authorize]
internal sealed class ReportPage(ReportContent reports, SafetyDb db, ICurrentAccount account) : PageModel
{
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, long targetId, bool done, CancellationToken ct)
    {
        IsDone = done;
        return done || await reports.RefuseAsync(new ReportContent.Target { Kind = kind, Id = targetId }, account.Id, ct) is null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string kind, long targetId, string reason, string? text, CancellationToken ct)
    {
        var target = new ReportContent.Target { Kind = kind, Id = targetId };
        var request = new ReportContent.Request { Target = target, Reason = reason, Text = text };
        if (!TryValidateModel(request) || await reports.RefuseAsync(target, account.Id, ct) is not null)
        {
            return NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await reports.AddAsync(request, account.Id, ct);
        await transaction.CommitAsync(ct);
        return LocalRedirect($"/report/{kind}/{targetId}?done=true");
    }
}
