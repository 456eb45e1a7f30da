using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.Payments.Sandbox;

namespace Sward.Mall.Payments;

/// <summary>From here the buyer goes to the provider's till, and here they come back to. In the sandbox it is the till itself: the buyer chooses how the payment goes.</summary>
[Authorize]
internal sealed class PayPage(MallDb db, BeginPayment begin, PayInSandbox sandbox, IQrCodes codes, ICurrentAccount account, IStringLocalizer texts, TimeProvider clock) : PageModel
{
    public Payment Payment { get; private set; } = null!;

    public Till? Till { get; private set; }

    public QrCode? Code { get; private set; }

    public string? Problem { get; private set; }

    public bool IsSandbox => Payment.Provider is SandboxProvider.ProviderName;

    public bool IsEarly => Payment.IsEarly(clock.GetUtcNow());

    // The sandbox also plays what comes after the end.
    public bool IsOpen => IsSandbox
        ? Payment.State is PaymentState.Created or PaymentState.Pending or PaymentState.Authorized or PaymentState.Failed
        : Payment.IsOpen(clock.GetUtcNow());

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
        try
        {
            await sandbox.PayAsync(account.Id, paymentId, outcome, ct);
            return RedirectToPage(new { paymentId });
        }
        catch (Refusal refusal) when (refusal.Status != StatusCodes.Status404NotFound)
        {
            Say(refusal);
        }

        return await OnGetAsync(paymentId, ct);
    }

    public async Task<IActionResult> OnPostBeginAsync(long paymentId, CancellationToken ct)
    {
        try
        {
            Till = await begin.BeginAsync(account.Id, paymentId, ct);
            Lead(Till);
        }
        catch (Refusal refusal) when (refusal.Status != StatusCodes.Status404NotFound)
        {
            Say(refusal);
        }

        return await OnGetAsync(paymentId, ct);
    }

    private void Say(Refusal refusal)
    {
        Response.StatusCode = refusal.Status;
        Problem = texts.Of(refusal);
    }

    private void Lead(Till till)
    {
        if (till.Kind is TillKind.QrCode)
        {
            Code = codes.Of(till.Value);
        }
        else
        {
            // Not a redirect: the content security policy lets forms lead nowhere but to ourselves, redirects and all.
            Response.Headers["Refresh"] = $"0; url={till.Value}";
        }
    }
}
