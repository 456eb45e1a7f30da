namespace Sward.Mall.Payments.Sandbox;

/// <summary>A provider without money, for trying things out. What it answers is what stands in its book.</summary>
internal sealed class SandboxProvider(MallDb db, PaymentAddresses addresses, TimeProvider clock) : IPaymentProvider
{
    public const string ProviderName = "sandbox";

    public string Name => ProviderName;

    public string Receipt => "";

    /// <summary>The till is our own pay page.</summary>
    public Task<Till> BeginAsync(Payment payment, CancellationToken ct) => Task.FromResult(new Till(TillKind.Address, addresses.PageOf(payment)));

    // It tells its news from within; whoever comes from outside is somebody else.
    public ProviderNotice? Read(Callback callback) => throw Callback.NotGenuine();

    public async Task<IReadOnlyList<ProviderNotice>> AskAsync(Payment payment, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var charges = await db.SandboxCharges.AsNoTracking().Where(c => c.PaymentId == payment.Id && c.PaidAt <= now).OrderBy(c => c.Id).ToListAsync(ct);
        return [.. charges.Select(charge => new ProviderNotice(payment.Id, charge.Id, ChargeEvent.Settled, new Money(charge.AmountMinor, charge.Currency)))];
    }

    // There was no money, so there is none to send.
    public Task RefundAsync(Refund refund, CancellationToken ct) => Task.CompletedTask;
}
