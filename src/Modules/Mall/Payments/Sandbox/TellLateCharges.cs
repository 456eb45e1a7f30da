namespace Sward.Mall.Payments.Sandbox;

/// <summary>Tells the news of sandbox charges whose money arrives later than they were made.</summary>
internal sealed class TellLateCharges(MallDb db, Backlog backlog, TakeNotice notices, TimeProvider clock) : IClockJob
{
    public Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var late = db.SandboxCharges.AsNoTracking().Where(c => !c.Told && c.PaidAt <= now);
        return backlog.WorkOffAsync(late.Select(c => c.PaymentId), async paymentId =>
        {
            foreach (var charge in await late.Where(c => c.PaymentId == paymentId).ToListAsync(ct))
            {
                await notices.TakeAsync(new ProviderNotice(charge.PaymentId, charge.Id, ChargeEvent.Settled, new Money(charge.AmountMinor, charge.Currency)), ct);
                await db.SandboxCharges.Where(c => c.Id == charge.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Told, true), ct);
            }
        }, ct);
    }
}
