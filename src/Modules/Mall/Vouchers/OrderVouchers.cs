using Sward.Contracts.Mall;
using Sward.Mall.Orders;
using Sward.Mall.Payments;

namespace Sward.Mall.Vouchers;

/// <summary>The vouchers of an order: issued when it is paid, and the order is over when each of them is. Needs the purchase's lock.</summary>
internal sealed class OrderVouchers(MallDb db, Refunds refunds, TimeZoneInfo zone, Ids ids, TimeProvider clock)
{
    /// <summary>Paid: a voucher for each unit.</summary>
    public void Issue(Order order)
    {
        var now = clock.GetUtcNow();
        foreach (var line in order.Lines)
        {
            var (from, until) = line.Day is { } day ? (MidnightOf(day), MidnightOf(day.AddDays(1))) : (now, now.AddDays(line.ValidDays));
            db.Vouchers.AddRange(Enumerable.Range(0, line.Units).Select(unit => new Voucher
            {
                Id = ids.Next(),
                OrderId = order.Id,
                LineId = line.Id,
                Unit = unit,
                StoreId = order.StoreId,
                BuyerId = order.BuyerId,
                Code = Voucher.NewCode(),
                IssuedAt = now,
                ValidFrom = from,
                ValidUntil = until,
            }));
        }

        order.MoveTo(OrderState.Issued, Actor.System, "payment", now);
    }

    /// <summary>The order is cancelled: what was used cannot be given back.</summary>
    public async Task CancelAsync(Order order, Actor by, CancellationToken ct)
    {
        foreach (var voucher in await db.Vouchers.Where(v => v.OrderId == order.Id).ToListAsync(ct))
        {
            voucher.End(VoucherState.Cancelled, by, key: null, clock.GetUtcNow());
        }
    }

    /// <summary>Nobody came in time: the money of each voucher goes back.</summary>
    public async Task ExpireAsync(Dossier dossier, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var order in dossier.Orders.Where(order => order.State is OrderState.Issued))
        {
            foreach (var voucher in await db.Vouchers.Where(v => v.OrderId == order.Id && v.State == VoucherState.Issued && v.ValidUntil <= now).OrderBy(v => v.Id).ToListAsync(ct))
            {
                Refund(dossier, order, voucher, VoucherState.Expired, Actor.System, "expired");
            }

            await CompleteAsync(order, ct);
        }
    }

    /// <summary>The buyer gives back a voucher that was not used: its money goes back, and its unit or place can be sold again.</summary>
    public async Task ReturnAsync(Dossier dossier, Order order, Voucher voucher, Actor by, CancellationToken ct)
    {
        Refund(dossier, order, voucher, VoucherState.Cancelled, by, "returned");
        var skuId = order.Lines.Single(line => line.Id == voucher.LineId).SkuId;
        await db.StockLevels.Where(level => level.SkuId == skuId && level.WarehouseId == order.WarehouseId).ExecuteUpdateAsync(set => set.SetProperty(level => level.OnHand, level => level.OnHand + 1), ct);
        await CompleteAsync(order, ct);
    }

    /// <summary>Over when no voucher is left to be used, unless all of its money went back before.</summary>
    public async Task CompleteAsync(Order order, CancellationToken ct)
    {
        var vouchers = await db.Vouchers.Where(v => v.OrderId == order.Id).ToListAsync(ct);
        if (order.State is not OrderState.Issued || vouchers.Exists(voucher => voucher.State is VoucherState.Issued))
        {
            return;
        }

        var now = clock.GetUtcNow();
        order.MoveTo(OrderState.Completed, Actor.System, "vouchers", now);
        order.FollowRefunds("vouchers", now);
        db.Announce(new OrderReceived(order.Id, order.Number, order.SellerId, order.BuyerId, order.ProductIds, now));
    }

    private void Refund(Dossier dossier, Order order, Voucher voucher, VoucherState endsAs, Actor by, string reason)
    {
        var line = order.Lines.Single(line => line.Id == voucher.LineId);
        voucher.End(endsAs, by, key: null, clock.GetUtcNow());
        refunds.OfOrder(dossier, order, line.UnitTotalMinor(voucher.Unit), reason, line);
    }

    private DateTimeOffset MidnightOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
