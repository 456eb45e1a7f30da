using Microsoft.Extensions.Options;
using Sward.Mall.Checkout;

namespace Sward.Mall.Payments;

/// <summary>Asks providers about payments whose news may have been lost on the way.</summary>
internal sealed class AskProviders(MallDb db, Backlog backlog, IEnumerable<IPaymentProvider> providers, TakeNotice notices, TimeProvider clock) : IClockJob
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Patience;
        var waiting = db.Payments.Where(p => (p.State == PaymentState.Pending || p.State == PaymentState.Authorized) && p.ChangedAt <= before);
        return backlog.WorkOffAsync(waiting.Select(p => p.Id), id => AskAsync(db.Payments.Where(p => p.Id == id), ct), ct);
    }

    /// <summary>Settles a purchase that left nothing to pay. Should this not come to pass, the job does it in a minute.</summary>
    public Task SettleFreeAsync(CheckoutWish wish, CheckoutOutcome outcome, CancellationToken ct) =>
        wish.Quote.DueMinor == 0 && outcome is Placed placed ? AskAsync(db.Payments.Where(p => p.PurchaseId == placed.PurchaseId), ct) : Task.CompletedTask;

    /// <summary>Asks about payments now; the network is not used inside a transaction.</summary>
    public async Task AskAsync(IQueryable<Payment> payments, CancellationToken ct)
    {
        foreach (var payment in await payments.AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct))
        {
            if (await providers.Named(payment.Provider).AskAsync(payment, ct) is { Count: > 0 } news)
            {
                await notices.TakeAsync(news, ct);
            }
        }
    }
}

/// <summary>Asks about payments that ended unpaid: money that arrived after the end, and whose news was lost, must not be kept.</summary>
internal sealed class AskAboutEnded(MallDb db, Backlog backlog, AskProviders ask, IOptions<MallOptions> options, TimeProvider clock) : IClockJob
{
    public Task RunAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-options.Value.AskAboutEndedDays);
        var ended = db.Payments.Where(p => (p.State == PaymentState.Cancelled || p.State == PaymentState.Expired) && p.ChangedAt >= since);
        return backlog.WorkOffAsync(ended.Select(p => p.Id), id => ask.AskAsync(db.Payments.Where(p => p.Id == id), ct), ct);
    }
}
