using Sward.Mall.Catalog;
using Sward.Mall.Commissions;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Payouts;
using Sward.Mall.Shipments;
using Sward.Mall.Stock;
using Sward.Mall.Vouchers;

namespace Sward.Mall.Ledger;

/// <summary>What must be true of money and stock at every moment, asked of the database. Each rule compares two things that were written by different hands.</summary>
internal sealed class Invariants(MallDb db)
{
    private const int ShownPerRule = 20;

    /// <summary>The accounts that share out the money of a closed order.</summary>
    private static readonly AccountKind[] Shared = [AccountKind.Merchant, AccountKind.Commission, AccountKind.Creator, AccountKind.Subsidy];

    /// <summary>The rules that are broken, with the ids of the first rows that break them. Empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> BrokenAsync(CancellationToken ct)
    {
        var broken = new List<string>();
        foreach (var (rule, rows) in Rules())
        {
            var ids = await rows.OrderBy(id => id).Take(ShownPerRule).ToListAsync(ct);
            if (ids.Count > 0)
            {
                broken.Add($"{rule}: {string.Join(", ", ids)}");
            }
        }

        return broken;
    }

    // Accounts are told apart inside the sums: as a condition, SQLite takes it for the way into the postings and reads all of an account for each purchase.
    private IEnumerable<(string Rule, IQueryable<long> Rows)> Rules() =>
    [
        ("The postings of an entry sum to zero", db.LedgerEntries.Where(e => e.Postings.Sum(p => p.AmountMinor) != 0).Select(e => e.Id)),
        ("A balance is the sum of its postings", db.LedgerBalances.Where(b => b.AmountMinor != db.LedgerEntries.Where(e => e.Currency == b.Currency)
            .SelectMany(e => e.Postings).Where(p => p.Account == b.Account && p.OwnerId == b.OwnerId).Sum(p => p.AmountMinor)).Select(b => b.OwnerId)),
        ("A posting has a balance", db.Postings.Where(p => p.AmountMinor != 0 && !db.LedgerBalances.Any(b => b.Account == p.Account && b.OwnerId == p.OwnerId)).Select(p => p.EntryId)),
        ("Paid is what the charges brought", db.Purchases.Where(p =>
            -db.LedgerEntries.Where(e => e.PurchaseId == p.Id).SelectMany(e => e.Postings).Sum(b => b.Account == AccountKind.Buyer ? b.AmountMinor : 0)
            != db.Payments.Where(x => x.PurchaseId == p.Id).SelectMany(x => db.PaymentNotices.Where(n => n.PaymentId == x.Id && n.Event == ChargeEvent.Settled)).Sum(n => n.AmountMinor)).Select(p => p.Id)),
        ("Escrow is what the orders have not settled or refunded", db.Purchases.Where(p =>
            db.LedgerEntries.Where(e => e.PurchaseId == p.Id).SelectMany(e => e.Postings).Sum(b => b.Account == AccountKind.Escrow ? b.AmountMinor : 0)
            != db.Orders.Where(o => o.PurchaseId == p.Id && OrderStates.InEscrow.Contains(o.State)).Sum(o => o.TotalMinor - o.RefundedMinor)
                + db.Orders.Where(o => o.PurchaseId == p.Id && o.State == OrderState.PendingFinal).Sum(o => o.DepositMinor)).Select(p => p.Id)),
        ("Refunded is what was sent back", db.Purchases.Where(p =>
            db.LedgerEntries.Where(e => e.PurchaseId == p.Id).SelectMany(e => e.Postings).Sum(b => b.Account == AccountKind.Refund ? b.AmountMinor : 0)
            != db.Payments.Where(x => x.PurchaseId == p.Id).SelectMany(x => db.Refunds.Where(r => r.PaymentId == x.Id && r.GiftCardId == null)).Sum(r => r.AmountMinor)).Select(p => p.Id)),
        ("An order counts its own refunds", db.Orders.Where(o =>
            o.RefundedMinor != db.Refunds.Where(r => r.OrderId == o.Id).Sum(r => r.AmountMinor)).Select(o => o.Id)),
        ("Settled is what a closed order has left", db.Orders.Where(o =>
            (o.State == OrderState.Closed ? o.TotalMinor - o.RefundedMinor : 0) + o.ForfeitedMinor - o.PenaltyMinor
            != db.LedgerEntries.Where(e => e.OrderId == o.Id).SelectMany(e => e.Postings).Sum(p => Shared.Contains(p.Account) ? p.AmountMinor : 0))
            .Select(o => o.Id)),
        ("The platform has its commission of closed orders", WrongCommission(CommissionKind.Platform, AccountKind.Commission)),
        ("Creators have their commission of closed orders", WrongCommission(CommissionKind.Creator, AccountKind.Creator)),
        ("Refunds of the lines are those of the order", db.Orders.Where(o => o.RefundedMinor != o.Lines.Sum(l => l.RefundedMinor)).Select(o => o.Id)),
        ("Freight that a store keeps is what was not refunded of its line", db.OrderLines.Where(l => l.KeptFreightMinor < 0 || l.KeptFreightMinor > l.UnitFreightMinor.Sum() || l.RefundedMinor + l.KeptFreightMinor > l.TotalMinor)
            .Select(l => l.Id)),
        ("A payout that is on its way is in nobody's hands", db.Payouts.Where(p =>
            (p.State == PayoutState.Asked || p.State == PayoutState.Sent ? p.AmountMinor : 0)
            != db.Postings.Where(b => b.Account == AccountKind.Payout && b.OwnerId == p.Id).Sum(b => b.AmountMinor)).Select(p => p.Id)),
        ("Paid out is what arrived and did not come back", db.LedgerBalances.Where(b => b.Account == AccountKind.PaidOut
            && b.AmountMinor != db.Payouts.Where(p => p.OwnerId == b.OwnerId && p.Currency == b.Currency && p.State == PayoutState.Paid).Sum(p => p.AmountMinor)).Select(b => b.OwnerId)),
        ("A statement's items are what the ledger says", db.StatementItems.Where(i => !db.Postings.Any(p => p.EntryId == i.EntryId && p.Account == AccountKind.Merchant
            && p.AmountMinor == i.NetMinor && db.Statements.Any(s => s.Id == i.StatementId && s.StoreId == p.OwnerId))).Select(i => i.EntryId)),
        ("A statement closes with its items", db.Statements.Where(s => s.ClosingMinor != s.OpeningMinor + s.Items.Sum(i => i.NetMinor)).Select(s => s.Id)),
        ("A purchase is the sum of its orders", db.Purchases.Where(p => p.TotalMinor != db.Orders.Where(o => o.PurchaseId == p.Id).Sum(o => o.TotalMinor)).Select(p => p.Id)),
        ("A payment asks for its purchase, or two of a pre-sale together", db.Purchases.Where(p => p.TotalMinor != p.CardsMinor + db.Payments.Where(x => x.PurchaseId == p.Id).Sum(x => x.AmountMinor)).Select(p => p.Id)),
        ("A deposit is paid by its own payment", db.Purchases.Where(p => db.Orders.Where(o => o.PurchaseId == p.Id).Sum(o => o.DepositMinor)
            != db.Payments.Where(x => x.PurchaseId == p.Id && x.Part == PaymentPart.Deposit).Sum(x => x.AmountMinor)).Select(p => p.Id)),
        ("A deposit is that of the units", db.Orders.Where(o => o.DepositMinor != o.Lines.Sum(l => l.UnitDepositMinor.Sum())).Select(o => o.Id)),
        ("Who waits for the rest has the deposit", db.Orders.Where(o => o.State == OrderState.PendingFinal
            && !db.Payments.Any(x => x.PurchaseId == o.PurchaseId && x.Part == PaymentPart.Deposit && x.ChargeId != null)).Select(o => o.Id)),
        ("A lost deposit is the store's", db.Orders.Where(o => o.ForfeitedMinor
            != db.LedgerEntries.Where(e => e.OrderId == o.Id && e.Kind == EntryKind.Forfeited).SelectMany(e => e.Postings).Sum(p => p.Account == AccountKind.Merchant ? p.AmountMinor : 0)).Select(o => o.Id)),
        ("What a store owes twice is the buyer's", db.Orders.Where(o => o.PenaltyMinor
            != db.LedgerEntries.Where(e => e.OrderId == o.Id).SelectMany(e => e.Postings).Sum(p => p.Account == AccountKind.Penalty ? p.AmountMinor : 0)).Select(o => o.Id)),
        ("An order is the sum of its lines", db.Orders.Where(o => o.TotalMinor != o.Lines.Sum(l => l.TotalMinor) || o.TotalMinor != o.GoodsMinor + o.FreightMinor + o.TaxMinor - o.CreditMinor).Select(o => o.Id)),
        ("A line is the sum of its units", db.OrderLines.Where(l => l.TotalMinor != l.UnitGoodsMinor.Sum() + l.UnitFreightMinor.Sum() + l.UnitTaxMinor.Sum() - l.UnitCreditMinor.Sum()).Select(l => l.Id)),
        ("A variant costs what its price history says", db.Skus.Where(s => s.PriceMinor
            != db.PublicPrices.Where(p => p.SkuId == s.Id).OrderByDescending(p => p.From).ThenByDescending(p => p.Id).Select(p => p.PriceMinor).FirstOrDefault()).Select(s => s.Id)),
        ("Held stock is what the holds hold", db.StockLevels.Where(s =>
            s.Held != db.Holds.Where(h => h.SkuId == s.SkuId && h.WarehouseId == s.WarehouseId && h.State == HoldState.Held).Sum(h => h.Units)).Select(s => s.SkuId)),
        ("Sold stock is what the holds sold", db.StockLevels.Where(s =>
            s.Sold != db.Holds.Where(h => h.SkuId == s.SkuId && h.WarehouseId == s.WarehouseId && h.State == HoldState.Sold).Sum(h => h.Units)).Select(s => s.SkuId)),
        ("A limited-time purchase's units are left, ordered or given back", db.FlashStocks.Where(f => f.Units != f.OnHand + f.Returned
            + db.Holds.Where(h => h.FlashSaleId == f.SaleId && h.WarehouseId == f.WarehouseId && h.State != HoldState.Released).Sum(h => h.Units)).Select(f => f.SaleId)),
        ("A pre-sale has orders for no more than its units", db.PreSales.Where(s => db.Holds.Where(h => h.PreSaleId == s.Id && h.State != HoldState.Released).Sum(h => h.Units) > s.Units).Select(s => s.Id)),
        ("A buyer's slots are the units they have", db.FlashSales.Where(s =>
            db.FlashSlots.Count(slot => slot.SaleId == s.Id) != db.Holds.Where(h => h.FlashSaleId == s.Id && h.State != HoldState.Released).Sum(h => h.Units)
            || db.FlashSlots.Any(slot => slot.SaleId == s.Id && slot.Number > s.PerBuyer)).Select(s => s.Id)),
        ("A hold belongs to an order and is where the order is", db.Holds.Where(h => !db.Orders.Any(o => o.Id == h.OrderId
            && h.State == (OrderStates.Unpaid.Contains(o.State) ? HoldState.Held : o.State == OrderState.Cancelled ? HoldState.Released : HoldState.Sold))).Select(h => h.Id)),
        ("An order holds what it sells", db.Orders.Where(o => o.Lines.Sum(l => l.Units) != db.Holds.Where(h => h.OrderId == o.Id).Sum(h => h.Units)).Select(o => o.Id)),
        ("Gift cards pay what the purchase says", db.Purchases.Where(p => p.CardsMinor != db.GiftCardSpends.Where(s => s.PurchaseId == p.Id).Sum(s => s.AmountMinor)).Select(p => p.Id)),
        ("A gift card has what was not spent or came back", db.GiftCards.Where(c =>
            c.BalanceMinor != c.IssuedMinor - db.GiftCardSpends.Where(s => s.CardId == c.Id).Sum(s => s.AmountMinor - s.ReturnedMinor)).Select(c => c.Id)),
        ("The ledger knows what gift cards paid", db.GiftCards.Where(c =>
            -db.Postings.Where(b => b.Account == AccountKind.GiftCard && b.OwnerId == c.Id).Sum(b => b.AmountMinor)
            != db.GiftCardSpends.Where(s => s.CardId == c.Id && db.Payments.Any(x => x.PurchaseId == s.PurchaseId && x.ChargeId != null)).Sum(s => s.AmountMinor - s.ReturnedMinor)).Select(c => c.Id)),
        ("No more of a line is in parcels than was bought", db.OrderLines.Where(l => l.Units < db.Shipments
            .Where(s => s.OrderId == l.OrderId && s.AfterSaleId == null && s.State != ShipmentState.Returned && s.State != ShipmentState.Lost)
            .SelectMany(s => s.Lines).Where(p => p.OrderLineId == l.Id).Sum(p => p.Units)).Select(l => l.Id)),
        ("A voucher is issued for every unit that is paid", db.Orders.Where(o => GoodsKinds.Redeemed.Contains(o.Kind) && o.PaidAt != null
            && db.Vouchers.Count(v => v.OrderId == o.Id) != o.Lines.Sum(l => l.Units)).Select(o => o.Id)),
        ("Money of vouchers goes back when they were not used, and only then", db.Orders.Where(o => GoodsKinds.Redeemed.Contains(o.Kind) && o.PaidAt != null)
            .Select(o => new { Order = o, Issued = db.Vouchers.Count(v => v.OrderId == o.Id), Unused = db.Vouchers.Count(v => v.OrderId == o.Id && (v.State == VoucherState.Expired || v.State == VoucherState.Cancelled)) })
            .Where(o => (o.Unused == 0 && o.Order.RefundedMinor != 0) || (o.Unused == o.Issued && o.Order.RefundedMinor != o.Order.TotalMinor)).Select(o => o.Order.Id)),
        ("Large goods have a day, and only they", db.Orders.Where(o => (o.Kind == GoodsKind.Large) != (o.DeliveryDay != null)).Select(o => o.Id)),
        ("Whoever has paid for a course has it", db.OrderLines.Where(l => db.Orders.Any(o => o.Id == l.OrderId && o.Kind == GoodsKind.Course && o.PaidAt != null)
            && !db.Enrolments.Any(e => e.LineId == l.Id)).Select(l => l.Id)),
        ("A course that was given back is refunded, and only that", db.Enrolments.Where(e => db.OrderLines.Any(l => l.Id == e.LineId && l.TotalMinor > 0
            && (e.EndedAt != null) != (l.RefundedMinor == l.TotalMinor))).Select(e => e.LineId)),
        ("A course counts the lessons that were opened", db.Enrolments.Where(e => e.Opened != db.LessonOpenings.Count(o => o.LineId == e.LineId && !o.IsFree)).Select(e => e.LineId)),
        ("A voucher ends once, and whoever took it has left a key", db.Vouchers.Where(v =>
            v.State == VoucherState.Issued != (v.EndedAt == null) || v.State == VoucherState.Redeemed != (v.EndKey != null)).Select(v => v.Id)),
        ("Invoices less credit notes are what was paid and kept", db.Orders.Where(o => db.Invoices.Any(i => i.OrderId == o.Id && i.Number != null)
            && o.TotalMinor - o.RefundedMinor != db.Invoices.Where(i => i.OrderId == o.Id).Sum(i => i.GoodsMinor + i.FreightMinor + i.TaxMinor)).Select(o => o.Id)),
        ("Points are the sum of their moves", db.PointsPurses.Where(p => p.Points != p.Moves.Sum(m => m.Points)).Select(p => p.AccountId)),
        ("A coupon issue counts what it gave", db.CouponIssues.Where(i => i.Given != db.HeldCoupons.Count(h => h.IssueId == i.Id)).Select(i => i.Id)),
        ("No coupon is used by a purchase that is undone", db.HeldCoupons.Where(h => h.PurchaseId != null
            && db.Orders.Where(o => o.PurchaseId == h.PurchaseId).All(o => o.State == OrderState.Cancelled || o.State == OrderState.Refunded)).Select(h => h.Id)),
        ("An order is made by a purchase", db.Orders.Where(o => !db.Purchases.Any(p => p.Id == o.PurchaseId && p.BuyerId == o.BuyerId)).Select(o => o.Id)),
    ];

    /// <summary>Closed orders whose commission in the ledger is not what refunds left of what was decided, rounded half up by line.</summary>
    private IQueryable<long> WrongCommission(CommissionKind kind, AccountKind account) => db.Orders.Where(o =>
        (o.State != OrderState.Closed ? 0 : db.LineCommissions.Where(c => c.OrderId == o.Id && c.Kind == kind)
            .Join(db.OrderLines, c => c.LineId, l => l.Id, (c, l) => l.TotalMinor == 0 ? c.TotalMinor : ((2 * c.TotalMinor * (l.TotalMinor - l.RefundedMinor - l.KeptFreightMinor)) + l.TotalMinor) / (2 * l.TotalMinor)).Sum())
        != db.LedgerEntries.Where(e => e.OrderId == o.Id).SelectMany(e => e.Postings).Sum(p => p.Account == account ? p.AmountMinor : 0)).Select(o => o.Id);
}
