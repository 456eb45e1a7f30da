using Sward.Contracts.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Courses;
using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Stock;
using Sward.Mall.Vouchers;

namespace Sward.Mall.Payments;

/// <summary>Takes a provider's news: pays the orders, or gives the money back when it comes late, twice or in the wrong amount.</summary>
internal sealed class TakeNotice(MallDb db, Books books, Refunds refunds, OrderVouchers vouchers, OrderCourses courses, TimeProvider clock)
{
    public Task TakeAsync(ProviderNotice notice, CancellationToken ct) => TakeAsync([notice], ct);

    /// <summary>Takes all that is told at once about one payment, in this order.</summary>
    public async Task TakeAsync(IReadOnlyList<ProviderNotice> news, CancellationToken ct)
    {
        var paymentId = news[0].PaymentId;
        await TakeAsync(await db.Payments.Where(p => p.Id == paymentId).Select(p => p.PurchaseId).SingleAsync(ct), news, ct);
    }

    /// <summary>The same for whoever knows the purchase.</summary>
    public async Task TakeAsync(long purchaseId, IReadOnlyList<ProviderNotice> news, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var dossier = await Dossier.OpenAsync(db, purchaseId, ct);
        var payment = dossier.Payment(news[0].PaymentId);
        // Under the purchase's lock: nobody else can be taking the same news.
        var known = await db.PaymentNotices.Where(n => n.PaymentId == payment.Id).Select(n => new { n.ChargeId, n.Event }).ToListAsync(ct);
        foreach (var notice in news.ExceptBy(known.Select(n => (n.ChargeId, n.Event)), notice => (notice.ChargeId, notice.Event)))
        {
            var effect = notice.Event is ChargeEvent.Settled ? await SettleAsync(dossier, payment, notice, ct) : Note(payment, notice.Event);
            db.PaymentNotices.Add(new PaymentNotice
            {
                ChargeId = notice.ChargeId,
                Event = notice.Event,
                PaymentId = notice.PaymentId,
                Currency = notice.Amount.Currency,
                AmountMinor = notice.Amount.Amount,
                Effect = effect,
                At = clock.GetUtcNow(),
            });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private NoticeEffect Note(Payment payment, ChargeEvent news)
    {
        var to = news is ChargeEvent.Authorized ? PaymentState.Authorized : PaymentState.Failed;
        // News that comes after what it announces is no news any more.
        if (payment.Can(to))
        {
            payment.MoveTo(to, clock.GetUtcNow());
        }

        return NoticeEffect.Noted;
    }

    private async Task<NoticeEffect> SettleAsync(Dossier dossier, Payment payment, ProviderNotice notice, CancellationToken ct)
    {
        if (notice.Amount.Amount > 0)
        {
            books.Paid(dossier.Purchase, payment.Provider, notice.ChargeId, notice.Amount, clock.GetUtcNow());
        }

        if (payment.ChargeId is not null)
        {
            return GiveBack(dossier, notice, NoticeEffect.GivenBackTwice, "twice");
        }

        if (!payment.Can(PaymentState.Settled))
        {
            if (payment.Can(PaymentState.Refunded))
            {
                payment.MoveTo(PaymentState.Refunded, clock.GetUtcNow());
            }

            return GiveBack(dossier, notice, NoticeEffect.GivenBackLate, "late");
        }

        if (payment.IsEarly(clock.GetUtcNow()) || (payment.Part is PaymentPart.Rest && dossier.Orders[0].State is not OrderState.PendingFinal))
        {
            Note(payment, ChargeEvent.Failed);
            return GiveBack(dossier, notice, NoticeEffect.GivenBackEarly, "early");
        }

        if (notice.Amount != payment.Amount)
        {
            Note(payment, ChargeEvent.Failed);
            return GiveBack(dossier, notice, NoticeEffect.GivenBackWrongAmount, "wrong-amount");
        }

        payment.Settle(notice.ChargeId, clock.GetUtcNow());
        if (payment.Part is PaymentPart.Deposit)
        {
            Promise(dossier);
            return NoticeEffect.Promised;
        }

        await PayAsync(dossier, ct);
        return NoticeEffect.Paid;
    }

    /// <summary>The deposit is here: the stock stays held until the window of the rest is over.</summary>
    private void Promise(Dossier dossier)
    {
        foreach (var order in dossier.Orders)
        {
            order.AwaitRest(dossier.PreSale!.FinalUntil, clock.GetUtcNow());
            db.Announce(new DepositPaid(order.Id, order.Number, order.SellerId, order.BuyerId, clock.GetUtcNow()));
        }
    }

    private NoticeEffect GiveBack(Dossier dossier, ProviderNotice notice, NoticeEffect effect, string reason)
    {
        refunds.OfCharge(dossier, notice, reason);
        return effect;
    }

    private async Task PayAsync(Dossier dossier, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var spend in dossier.Means.Cards)
        {
            books.PaidByCard(dossier.Purchase, spend, now);
        }

        await StockMoves.SellAsync(db, dossier.Holds, ct);
        foreach (var order in dossier.Orders)
        {
            order.MoveTo(OrderState.Paid, Actor.System, "payment", now);
            db.Announce(new OrderPaid(order.Id, order.Number, order.StoreId, order.SellerId, order.BuyerId, order.Total, order.ProductIds, now));
            if (order.Kind is GoodsKind.Course)
            {
                await courses.BeginAsync(dossier, order, ct);
            }
            else if (order.Kind.IsRedeemed())
            {
                vouchers.Issue(order);
            }
            else
            {
                order.MoveTo(OrderState.ToShip, Actor.System, "payment", now);
            }
        }

        foreach (var product in dossier.Orders.SelectMany(order => order.Lines).GroupBy(line => line.ProductId).OrderBy(product => product.Key))
        {
            var units = product.Sum(line => line.Units);
            await db.Products.Where(p => p.Id == product.Key).ExecuteUpdateAsync(set => set.SetProperty(p => p.SoldCount, p => p.SoldCount + units), ct);
        }
    }
}
