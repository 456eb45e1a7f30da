using Microsoft.Extensions.Options;
using Sward.Mall.Ledger;

namespace Sward.Mall.Payouts;

/// <summary>Sends payouts to their providers. What fails is sent again with the same id.</summary>
internal sealed class SendPayouts(MallDb db, Backlog backlog, IEnumerable<ISplitMoney> splits, TakePayoutNews news) : IClockJob
{
    public Task RunAsync(CancellationToken ct) => backlog.WorkOffAsync(db.Payouts.Where(p => p.State == PayoutState.Asked).Select(p => p.Id), async id =>
    {
        var payout = await db.Payouts.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        await splits.Named(payout.Provider).SendAsync(payout, ct);
        await news.TakeAsync(id, PayoutState.Sent, ct);
    }, ct);
}

/// <summary>Asks what became of payouts, and for some days also of those that arrived: banks send money back late.</summary>
internal sealed class AskAboutPayouts(MallDb db, Backlog backlog, IEnumerable<ISplitMoney> splits, TakePayoutNews news, IOptions<MallOptions> options, TimeProvider clock) : IClockJob
{
    public Task RunAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-options.Value.AskAboutPayoutsDays);
        var open = db.Payouts.Where(p => p.State == PayoutState.Sent || (p.State == PayoutState.Paid && p.AskedAt >= since));
        return backlog.WorkOffAsync(open.Select(p => p.Id), async id =>
        {
            var payout = await db.Payouts.AsNoTracking().SingleAsync(p => p.Id == id, ct);
            var state = await splits.Named(payout.Provider).AskAsync(payout, ct);
            await news.TakeAsync(id, state, ct);
        }, ct);
    }
}

/// <summary>Takes the news of a payout once: it arrived, or the claim has the money again.</summary>
internal sealed class TakePayoutNews(MallDb db, Books books, TimeProvider clock)
{
    public async Task TakeAsync(long payoutId, PayoutState news, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Takes the payout's lock, so that the same news from two sides counts once.
        await db.Payouts.Where(p => p.Id == payoutId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, p => p.State), ct);
        var payout = await db.Payouts.SingleAsync(p => p.Id == payoutId, ct);
        var (before, now) = (payout.State, clock.GetUtcNow());
        if (!payout.TryMoveTo(news, now))
        {
            return;
        }

        switch (news)
        {
            case PayoutState.Paid: books.PaidOut(payout, now); break;
            case PayoutState.Returned: books.PayoutReturned(payout, hadArrived: before is PayoutState.Paid, now); break;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
