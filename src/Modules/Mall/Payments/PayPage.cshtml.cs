using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Mall.Payments.Sandbox;

namespace Sward.Mall.Payments;

/// <summary>The sandbox's till: the buyer chooses how the payment goes.</summary>
[Authorize]
internal sealed class PayPage(MallDb db, PayInSandbox sandbox, ICurrentAccount account) : PageModel
{
    public Payment Payment { get; private set; } = null!;

    public bool IsOpen => Payment.State is PaymentState.Created or PaymentState.Pending or PaymentState.Authorized or PaymentState.Failed;

    public async Task<IActionResult> OnGetAsync(long paymentId, CancellationToken ct)
    {
        if (await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == paymentId && p.BuyerId == account.Id, ct) is not { } payment)
        {
            return NotFound();
        }

        Payment = payment;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long paymentId, SandboxOutcome outcome, CancellationToken ct)
    {
        await sandbox.PayAsync(account.Id, paymentId, outcome, ct);
        return RedirectToPage(new { paymentId });
    }
}
