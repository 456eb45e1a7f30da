namespace Sward.Mall.Payments.Sandbox;

/// <summary>A provider without money, for trying things out. What it answers is what stands in its book.</summary>
internal sealed class SandboxProvider(MallDb db, TimeProvider clock) : IPaymentProvider
{
    public const string ProviderName = "sandbox";

    public string Name => ProviderName;

    public async Task<IReadOnlyList<ProviderNotice>> AskAsync(long paymentId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var charges = await db.SandboxCharges.AsNoTracking().Where(c => c.PaymentId == paymentId && c.PaidAt <= now).OrderBy(c => c.Id).ToListAsync(ct);
        return [.. charges.Select(charge => new ProviderNotice(paymentId, charge.Id, ChargeEvent.Settled, new Money(charge.AmountMinor, charge.Currency)))];
    }

    // There was no money, so there is none to send.
    public Task RefundAsync(Refund refund, CancellationToken ct) => Task.CompletedTask;
}
