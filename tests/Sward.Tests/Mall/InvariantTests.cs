using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Commissions;
using Sward.Mall.Courses;
using Sward.Mall.Invoices;
using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Shipments;
using Sward.Mall.Stock;
using Sward.Mall.Vouchers;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Mall;

public abstract class InvariantTests(AppFixture app)
{
    private static readonly string[] Outcomes = ["succeed", "succeed", "succeed", "fail", "late", "twice", "lost", "outOfOrder", "wrongAmount"];

    private static readonly string[] Causes = ["other", "noReason", "defect"];

    /// <summary>One altered row each, and a word of the rule that must notice it.</summary>
    private static readonly (string Rule, Func<MallDb, IQueryable<Order>, Task<int>> Alter)[] Alterations =
    [
        ("postings of an entry", (db, orders) => db.Postings.Where(p => p.Account == AccountKind.Escrow && orders.Any(o => o.PurchaseId == p.OwnerId) && p.AmountMinor > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.AmountMinor, p => p.AmountMinor + 1), Ct)),
        ("balance is the sum", (db, orders) => db.LedgerBalances.Where(b => b.Account == AccountKind.Escrow && orders.Any(o => o.PurchaseId == b.OwnerId))
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.AmountMinor, b => b.AmountMinor + 1), Ct)),
        ("posting has a balance", (db, orders) => db.LedgerBalances.Where(b => b.Account == AccountKind.Escrow && orders.Any(o => o.PurchaseId == b.OwnerId)).ExecuteDeleteAsync(Ct)),
        ("platform has its commission", (db, orders) => OweAsync(db, orders, CommissionKind.Platform)),
        ("Creators have their commission", (db, orders) => OweAsync(db, orders, CommissionKind.Creator)),
        ("Refunds of the lines", (db, orders) => db.OrderLines.Where(l => orders.Any(o => o.Id == l.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.RefundedMinor, l => l.RefundedMinor + 1), Ct)),
        ("what the charges brought", (db, orders) => db.PaymentNotices.Where(n => n.Event == ChargeEvent.Settled && db.Payments.Any(x => x.Id == n.PaymentId && orders.Any(o => o.PurchaseId == x.PurchaseId)))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.AmountMinor, n => n.AmountMinor - 1), Ct)),
        ("Escrow is", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrderState.Cancelled), Ct)),
        ("was sent back", (db, orders) => db.Refunds.Where(r => orders.Any(o => o.Id == r.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.AmountMinor, r => r.AmountMinor + 1), Ct)),
        ("counts its own refunds", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.RefundedMinor, o => o.RefundedMinor + 1), Ct)),
        ("closed order has left", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrderState.Closed), Ct)),
        ("sum of its orders", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.TotalMinor, o => o.TotalMinor + 1), Ct)),
        ("asks for its purchase", (db, orders) => db.Payments.Where(x => orders.Any(o => o.PurchaseId == x.PurchaseId)).ExecuteUpdateAsync(set => set.SetProperty(x => x.AmountMinor, x => x.AmountMinor + 1), Ct)),
        ("sum of its lines", (db, orders) => db.OrderLines.Where(l => orders.Any(o => o.Id == l.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.TotalMinor, l => l.TotalMinor + 1), Ct)),
        ("sum of its units", (db, orders) => db.OrderLines.Where(l => orders.Any(o => o.Id == l.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.TotalMinor, l => l.TotalMinor - 1), Ct)),
        ("price history says", (db, orders) => db.Skus.Where(s => db.OrderLines.Any(l => l.SkuId == s.Id && orders.Any(o => o.Id == l.OrderId))).ExecuteUpdateAsync(set => set.SetProperty(s => s.PriceMinor, s => s.PriceMinor + 1), Ct)),
        ("holds hold", (db, orders) => db.StockLevels.Where(s => db.Holds.Any(h => h.SkuId == s.SkuId && orders.Any(o => o.Id == h.OrderId))).ExecuteUpdateAsync(set => set.SetProperty(s => s.Held, s => s.Held + 1), Ct)),
        ("holds sold", (db, orders) => db.Holds.Where(h => orders.Any(o => o.Id == h.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(h => h.Units, h => h.Units + 1), Ct)),
        ("is where the order is", (db, orders) => db.Holds.Where(h => orders.Any(o => o.Id == h.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(h => h.State, HoldState.Released), Ct)),
        ("holds what it sells", (db, orders) => db.OrderLines.Where(l => orders.Any(o => o.Id == l.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.Units, l => l.Units + 1), Ct)),
        ("counts what it gave", (db, orders) => db.CouponIssues.Where(i => orders.Any(o => o.StoreId == i.StoreId)).ExecuteUpdateAsync(set => set.SetProperty(i => i.Given, i => i.Given + 1), Ct)),
        ("purchase that is undone", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrderState.Cancelled), Ct)),
        ("paid by its own payment", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.DepositMinor, o => o.DepositMinor + 1), Ct)),
        ("that of the units", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.DepositMinor, o => o.DepositMinor + 1), Ct)),
        ("waits for the rest", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrderState.PendingFinal), Ct)),
        ("lost deposit", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.ForfeitedMinor, o => o.ForfeitedMinor + 1), Ct)),
        ("owes twice", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.PenaltyMinor, o => o.PenaltyMinor + 1), Ct)),
        ("in parcels than was bought", (db, orders) => ForFirstLineAsync(db, orders, line => new Shipment { Id = 1, OrderId = line.OrderId, Lines = [new ShipmentLine { ShipmentId = 1, OrderLineId = line.Id, Units = 2 }] })),
        ("goods have a day", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.DeliveryDay, new DateOnly(2026, 3, 7)), Ct)),
        ("paid for a course has it", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.Kind, GoodsKind.Course), Ct)),
        ("course that was given back", (db, orders) => ForFirstLineAsync(db, orders, line => new Enrolment { LineId = line.Id, OrderId = line.OrderId, EndedAt = DateTimeOffset.UnixEpoch })),
        ("course counts the lessons", (db, orders) => ForFirstLineAsync(db, orders, line => new Enrolment { LineId = line.Id, OrderId = line.OrderId, Opened = 1 })),
        ("for every unit that is paid", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.Kind, GoodsKind.Voucher), Ct)),
        ("when they were not used", async (db, orders) => await ForFirstLineAsync(db, orders, line => VoucherOf(line, VoucherState.Expired)) * await orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.Kind, GoodsKind.Voucher), Ct)),
        ("less credit notes", (db, orders) => ForFirstLineAsync(db, orders, line =>
        {
            var invoice = new Invoice { Id = 1, OrderId = line.OrderId, Title = "Mei", Currency = "CNY" };
            invoice.Issue(new Order { Number = "1", Currency = "CNY", GoodsMinor = 1, TotalMinor = 1 }, "A-1", DateTimeOffset.UnixEpoch);
            return invoice;
        })),
        ("A voucher ends once", (db, orders) => ForFirstLineAsync(db, orders, line => VoucherOf(line, VoucherState.Redeemed))),
        ("made by a purchase", (_, orders) => orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.BuyerId, o => o.BuyerId + 1), Ct)),
    ];

    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task Whatever_people_do_in_whatever_order_the_books_add_up()
    {
        await using var own = await app.OwnHostAsync();
        var scenes = new[] { await MallScene.OpenAsync(own, 12_000, 1_000), await MallScene.OpenAsync(own) };
        var goods = new List<long> { await scenes[0].ListAsync(4_999, 30, 20), await scenes[0].ListAsync(7_001, 25), await scenes[1].ListAsync(333, 40) };
        var shoppers = new List<Shopper> { await scenes[0].ShopperAsync(), await scenes[0].ShopperAsync(), await scenes[1].ShopperAsync() };
        foreach (var shopper in shoppers)
        {
            // The walk uses them and gives them back.
            await scenes[0].GiveCouponAsync(shopper, offMinor: 333, fromMinor: 5_000, times: 8);
        }

        await own.AddRateAsync(CommissionKind.Platform, 533);
        await own.AddRateAsync(CommissionKind.Creator, 777);
        foreach (var (shopper, skuId) in shoppers.Zip(goods))
        {
            await own.FollowLinkAsync(shopper, skuId, scenes[1].Seller.Id);
        }

        var walk = new Walk(own, new Random(20_260_301), scenes, goods, shoppers);

        for (var step = 0; step < 240; step++)
        {
            await walk.StepAsync();
        }

        Assert.Empty(await BrokenAsync(own));
        // It was a walk worth the name.
        Assert.True(walk.States.Count >= 4, string.Join(' ', walk.States));
    }

    [Fact]
    public async Task Every_rule_notices_a_single_altered_row()
    {
        foreach (var (rule, alter) in Alterations)
        {
            var scene = await MallScene.OpenAsync(app);
            var tea = await scene.ListAsync(10_000, 5);
            var shopper = await scene.ShopperAsync();
            await scene.GiveCouponAsync(shopper, offMinor: 333, fromMinor: 5_000, times: 8);
            var order = await MallScene.PaidOrderAsync(shopper, (tea, 1));
            if (rule is "was sent back")
            {
                await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/cancel");
            }

            var orderId = order.IdOf();
            var broken = await app.InDb<MallDb, IReadOnlyList<string>>(async db =>
            {
                // Rolled back, so that the other tests keep a database without faults.
                await using var transaction = await db.Database.BeginTransactionAsync(Ct);
                Assert.Equal(1, await alter(db, db.Orders.Where(o => o.Id == orderId)));
                return await new Invariants(db).BrokenAsync(Ct);
            });
            Assert.Contains(broken, text => text.Contains(rule, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_to_oversell_and_to_refund_more_than_was_paid()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(10_000, 5);
        var (_, order) = await scene.PaidOrderAsync((tea, 1));
        var orderId = order.IdOf();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.InDb<MallDb, int>(db =>
            db.StockLevels.Where(s => s.SkuId == tea).ExecuteUpdateAsync(set => set.SetProperty(s => s.OnHand, -1), Ct)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.InDb<MallDb, int>(db =>
            db.OrderLines.Where(l => l.OrderId == orderId).ExecuteUpdateAsync(set => set.SetProperty(l => l.RefundedMinor, l => l.TotalMinor + 1), Ct)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.InDb<MallDb, int>(db =>
            db.LedgerBalances.Where(b => b.Account == AccountKind.Escrow && db.Orders.Any(o => o.Id == orderId && o.PurchaseId == b.OwnerId))
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.AmountMinor, b => b.AmountMinor - 1_000_000), Ct)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.InDb<MallDb, int>(db =>
            db.Orders.Where(o => o.Id == orderId).ExecuteUpdateAsync(set => set.SetProperty(o => o.RefundedMinor, o => o.TotalMinor + 1), Ct)));
    }

    /// <summary>Adds a row about the only line of an order.</summary>
    private static async Task<int> ForFirstLineAsync(MallDb db, IQueryable<Order> orders, Func<OrderLine, object> rowOf)
    {
        db.Add(rowOf(await db.OrderLines.AsNoTracking().SingleAsync(l => orders.Any(o => o.Id == l.OrderId), Ct)));
        return Math.Min(1, await db.SaveChangesAsync(Ct));
    }

    /// <summary>A voucher that has ended without a key.</summary>
    private static Voucher VoucherOf(OrderLine line, VoucherState state)
    {
        var voucher = new Voucher { Id = 1, OrderId = line.OrderId, LineId = line.Id, Code = Voucher.NewCode() };
        voucher.End(state, Actor.System, key: null, DateTimeOffset.UnixEpoch);
        return voucher;
    }

    /// <summary>A commission that was promised and not paid when the order closed.</summary>
    private static async Task<int> OweAsync(MallDb db, IQueryable<Order> orders, CommissionKind kind)
    {
        var line = await db.OrderLines.AsNoTracking().SingleAsync(l => orders.Any(o => o.Id == l.OrderId), Ct);
        await db.InsertOnceAsync(new LineCommission { LineId = line.Id, Kind = kind, OrderId = line.OrderId, TotalMinor = 5, UnitMinor = [5], At = DateTimeOffset.UnixEpoch }, Ct);
        return await orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrderState.Closed), Ct);
    }

    private static Task<IReadOnlyList<string>> BrokenAsync(AppFixture host) => host.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(Ct));

    /// <summary>People who buy, pay, cancel, ship, receive and complain at random, while time passes.</summary>
    private sealed class Walk(AppFixture host, Random random, MallScene[] scenes, List<long> goods, List<Shopper> shoppers)
    {
        private static readonly string[] Jobs =
            ["mall.expire-orders", "mall.ask-providers", "mall.tell-late-sandbox-charges", "mall.send-refunds", "mall.receive-overdue-orders", "mall.agree-after-silence", "mall.close-orders"];

        private readonly List<(Shopper Shopper, long PaymentId, long OrderId)> made = [];

        public HashSet<string> States { get; } = new(StringComparer.Ordinal);

        public async Task StepAsync()
        {
            if (made.Count == 0 || random.Next(4) == 0)
            {
                await BuyAsync();
                return;
            }

            var (shopper, paymentId, orderId) = made[random.Next(made.Count)];
            var order = (await shopper.OrderAsync(orderId)).Body;
            var seller = scenes.Single(scene => scene.StoreId == order.IdOf("storeId")).Seller;
            States.Add(order.StateOf());
            // Refusals are part of the walk: what is not allowed must change nothing.
            // Paying and sending come up more often than cancelling, or nothing would ever get as far as a complaint.
            _ = random.Next(12) switch
            {
                0 or 1 or 2 => await shopper.PayAsync(paymentId, random.Next(2) == 0 ? "succeed" : Outcomes[random.Next(Outcomes.Length)]),
                3 or 4 or 5 => await seller.Client.PostJsonAsync($"/api/v1/orders/{orderId}/ship", new { carrier = "SF", number = "1" }),
                6 or 7 => await shopper.Client.PostJsonAsync($"/api/v1/orders/{orderId}/receive"),
                8 => await ComplainAsync(shopper, order),
                9 => await AnswerAsync(shopper, seller, order),
                10 => await (random.Next(2) == 0 ? shopper.Client : seller.Client).PostJsonAsync($"/api/v1/orders/{orderId}/cancel"),
                _ => await PassTimeAsync(),
            };
        }

        private async Task BuyAsync()
        {
            var shopper = shoppers[random.Next(shoppers.Count)];
            (long, int)[] lines = [.. goods.Where(_ => random.Next(2) == 0).DefaultIfEmpty(goods[0]).Select(skuId => (skuId, random.Next(1, 6)))];
            var answer = await shopper.TryBuyAsync(lines);
            if (answer.Status is System.Net.HttpStatusCode.Created)
            {
                made.AddRange(answer.Body.List("orders").Select(order => (shopper, answer.Body.PaymentId(), order.IdOf())));
            }
        }

        private async Task<Answer> ComplainAsync(Shopper shopper, JsonElement order)
        {
            var lines = order.List("lines").ToList();
            return await shopper.Client.PostJsonAsync(
                $"/api/v1/orders/{order.IdOf()}/after-sales",
                new { lineId = $"{lines[random.Next(lines.Count)].IdOf()}", kind = random.Next(2) == 0 ? "refundOnly" : "returnAndRefund", reason = "torn", cause = Causes[random.Next(Causes.Length)] }, Http.NewKey());
        }

        private async Task<Answer?> AnswerAsync(Shopper shopper, Person seller, JsonElement order)
        {
            Answer? last = null;
            foreach (var request in order.List("afterSales"))
            {
                var url = $"/api/v1/after-sales/{request.IdOf()}";
                last = random.Next(4) switch
                {
                    0 => await seller.Client.PostJsonAsync($"{url}/refuse", new { reason = "no" }),
                    1 => await shopper.Client.PostJsonAsync($"{url}/ship", new { carrier = "SF", number = "R" }),
                    2 => await seller.Client.PostJsonAsync($"{url}/received"),
                    _ => await seller.Client.PostJsonAsync($"{url}/agree"),
                };
            }

            return last;
        }

        private async Task<Answer?> PassTimeAsync()
        {
            await host.MoveClockAsync(random.Next(3) == 0 ? TimeSpan.FromDays(random.Next(1, 8)) : TimeSpan.FromMinutes(random.Next(1, 40)));
            foreach (var job in Jobs)
            {
                await host.RunJobAsync(job);
            }

            return null;
        }
    }
}

public sealed class InvariantsOnSqlite(OnSqlite app) : InvariantTests(app);

public sealed class InvariantsOnPostgres(OnPostgres app) : InvariantTests(app);
