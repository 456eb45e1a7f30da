namespace Sward.Mall.Payments;

/// <summary>Asks providers about payments whose news may have been lost on the way.</summary>
internal sealed class AskProviders(MallDb db, IEnumerable<IPaymentProvider> providers, TakeNotice notices, TimeProvider clock) : IClockJob
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Patience;
        return AskAsync(db.Payments.Where(p => (p.State == PaymentState.Pending || p.State == PaymentState.Authorized) && p.ChangedAt <= before), ct);
    }

    /// <summary>Asks about some payments now; the network is not used inside a transaction.</summary>
    public async Task AskAsync(IQueryable<Payment> payments, CancellationToken ct)
    {
        foreach (var payment in await payments.Select(p => new { p.Id, p.Provider }).ToListAsync(ct))
        {
            var provider = providers.Single(p => string.Equals(p.Name, payment.Provider, StringComparison.Ordinal));
            foreach (var notice in await provider.AskAsync(payment.Id, ct))
            {
                await notices.TakeAsync(notice, ct);
            }
        }
    }
}

/// <summary>Sends decided refunds to their providers. What fails is sent again with the same id.</summary>
internal sealed class SendRefunds(MallDb db, IEnumerable<IPaymentProvider> providers, TimeProvider clock) : IClockJob
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        var waiting = await (
            from refund in db.Refunds.AsNoTracking()
            join payment in db.Payments on refund.PaymentId equals payment.Id
            where refund.SentAt == null
            orderby refund.Id
            select new { Refund = refund, payment.Provider }).Take(Batch).ToListAsync(ct);
        foreach (var item in waiting)
        {
            await providers.Single(p => string.Equals(p.Name, item.Provider, StringComparison.Ordinal)).RefundAsync(item.Refund, ct);
            var now = clock.GetUtcNow();
            await db.Refunds.Where(r => r.Id == item.Refund.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.SentAt, now), ct);
        }
    }
}
