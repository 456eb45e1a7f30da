using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.PreSales;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Tests.Mall;

/// <summary>
/// The real program, killed with -9 while its job ends pre-orders whose time is over and their store cancels others: afterwards every deposit is settled with the rest, lost to the
/// store or returned twice, each of it once.
/// </summary>
public sealed class PreSaleKillTests
{
    private const int Customers = 4, OfEachFate = 80, Orders = 3 * OfEachFate, Kills = 2, EndedBetweenKills = 25;
    private const long DepositMinor = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public Task Deposits_survive_kills_on_sqlite() => SurviveAsync(postgres: null);

    [Fact]
    public async Task Deposits_survive_kills_on_postgres()
    {
        var server = Environment.GetEnvironmentVariable("SWARD_TEST_POSTGRES");
        Assert.SkipWhen(server is null, "Set SWARD_TEST_POSTGRES to run against PostgreSQL.");
        await using var own = await OwnDatabase.CreateAsync(server!);
        await SurviveAsync(own.ConnectionString);
    }

    private static async Task SurviveAsync(string? postgres)
    {
        using var installation = new Installation(postgres);
        await installation.StartAsync();
        var seller = await installation.SignUpAsync(0);
        await OpenPreSaleAsync(installation, seller.AccountId);
        var customers = await Task.WhenAll(Enumerable.Range(1, Customers).Select(installation.SignUpAsync));
        var ordered = await Task.WhenAll(customers.Select(customer => OrderAsync(customer.Client, customer.AddressId, Orders / Customers)));
        long[] orderIds = [.. ordered.SelectMany(ids => ids).Order()];
        var fates = new Fates([.. orderIds.Where((_, i) => i % 3 == 0)], [.. orderIds.Where((_, i) => i % 3 == 1)], [.. orderIds.Where((_, i) => i % 3 == 2)]);
        await OpenWindowAsync(installation);
        await Task.WhenAll(customers.Select(customer => PayUnheardAsync(installation, customer.Client, customer.AccountId, fates.Settled)));

        await EndTimeAsync(installation, [.. fates.Lost, .. fates.Settled]);
        var cancelling = CancelAllAsync(installation, seller.Client, fates.Returned);
        for (var kill = 0; kill < Kills; kill++)
        {
            await UntilEndedAsync(await EndedAsync(installation, fates) + EndedBetweenKills, installation, fates);
            installation.Kill();
            Assert.InRange(await EndedAsync(installation, fates), 1, (2 * OfEachFate) - 1);
            await AssertSoundAsync(installation);
            await HurryAsync(installation);
            await installation.StartAsync();
        }

        await UntilEndedAsync(2 * OfEachFate, installation, fates);
        await cancelling;

        await AssertSoundAsync(installation);
        await AssertFatesAsync(installation, fates);
    }

    private static async Task OpenPreSaleAsync(Installation installation, long sellerId)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = installation.OpenDb();
        db.Add(new Store { Id = 1, OwnerId = sellerId, Name = "Harbour Store", Kind = StoreKind.Personal, OpenedAt = DateTimeOffset.UnixEpoch });
        db.Add(new Product { Id = 2, StoreId = 1, Name = "Tea", Origin = "Fujian", Category = "food", OnSale = true, PriceMinor = 10_000 });
        db.Add(new Sku { Id = 3, ProductId = 2, Code = "one" }.Priced(new Money(10_000, "CNY"), 3, DateTimeOffset.UnixEpoch));
        db.Add(new Warehouse { Id = 4, StoreId = 1, Code = "one" });
        db.Add(new StockLevel { SkuId = 3, WarehouseId = 4, OnHand = Orders });
        db.Add(new PreSale
        {
            Id = 5,
            StoreId = 1,
            SkuId = 3,
            PriceMinor = 8_000,
            DepositMinor = DepositMinor,
            CountsAsMinor = 2_000,
            Units = Orders,
            DepositFrom = now.AddDays(-1),
            DepositUntil = now.AddDays(1),
            FinalFrom = now.AddDays(2),
            FinalUntil = now.AddDays(3),
            ShipBy = DateOnly.FromDateTime(now.UtcDateTime).AddDays(10),
        });
        await db.SaveChangesAsync(AppFixture.Ct);
    }

    /// <summary>Orders whose deposit is paid.</summary>
    private static async Task<IReadOnlyList<long>> OrderAsync(HttpClient client, long addressId, int times)
    {
        var orderIds = new List<long>();
        var quote = await client.PostJsonAsync("/api/v1/pre-sales/5/quote", new { quantity = 1 });
        var quoteId = quote.Body.GetProperty("quote").GetProperty("id").GetString();
        while (orderIds.Count < times)
        {
            var placed = await client.PostJsonAsync("/api/v1/pre-sales/5/orders", new { quantity = 1, addressId = $"{addressId}", quoteId }, Http.NewKey());
            Assert.Equal(HttpStatusCode.Created, placed.Status);
            await client.PostJsonAsync($"/api/v1/payments/{placed.Body.PaymentId()}/sandbox", new { outcome = "succeed" });
            orderIds.Add(placed.Body.OrderId());
        }

        return orderIds;
    }

    /// <summary>From now on the rest can be paid.</summary>
    private static async Task OpenWindowAsync(Installation installation)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = installation.OpenDb();
        await db.PreSales.ExecuteUpdateAsync(set => set.SetProperty(s => s.FinalFrom, now), AppFixture.Ct);
        await db.Payments.Where(p => p.Part == PaymentPart.Rest).ExecuteUpdateAsync(set => set.SetProperty(p => p.OpensAt, now), AppFixture.Ct);
    }

    /// <summary>Pays the rest of one's orders; the news is lost, and whoever ends an order has to ask first.</summary>
    private static async Task PayUnheardAsync(Installation installation, HttpClient client, long buyerId, long[] orderIds)
    {
        await using var db = installation.OpenDb();
        var rests = await db.Payments
            .Where(p => p.BuyerId == buyerId && p.Part == PaymentPart.Rest && db.Orders.Any(o => o.PurchaseId == p.PurchaseId && orderIds.Contains(o.Id)))
            .Select(p => p.Id).ToListAsync(AppFixture.Ct);
        foreach (var paymentId in rests)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.PostJsonAsync($"/api/v1/payments/{paymentId}/sandbox", new { outcome = "lost" })).Status);
        }
    }

    private static async Task EndTimeAsync(Installation installation, long[] orderIds)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = installation.OpenDb();
        await db.Orders.Where(o => orderIds.Contains(o.Id)).ExecuteUpdateAsync(set => set.SetProperty(o => o.ExpiresAt, now), AppFixture.Ct);
        await HurryAsync(installation);
    }

    /// <summary>The job that ends orders is due at the next tick, and not only when its period is over.</summary>
    private static async Task HurryAsync(Installation installation)
    {
        await using var db = installation.OpenDb();
        await db.Database.ExecuteSqlAsync($"DELETE FROM kernel_job_lease WHERE name = 'mall.expire-orders'", AppFixture.Ct);
    }

    private static async Task CancelAllAsync(Installation installation, HttpClient seller, long[] orderIds)
    {
        foreach (var orderId in orderIds)
        {
            var key = Http.NewKey();
            var answer = await installation.UntilAnsweredAsync(() => seller.PostJsonAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/orders/{orderId}/cancel"), new { reason = "No tea" }, key));
            Assert.Equal((HttpStatusCode.OK, "cancelled"), (answer.Status, answer.Body.StateOf()));
        }
    }

    private static async Task<int> EndedAsync(Installation installation, Fates fates)
    {
        await using var db = installation.OpenDb();
        return await db.Orders.CountAsync(o => !fates.Returned.Contains(o.Id) && o.State != OrderState.PendingFinal, AppFixture.Ct);
    }

    private static async Task UntilEndedAsync(int count, Installation installation, Fates fates)
    {
        var giveUpAt = TimeProvider.System.GetUtcNow() + Patience;
        while (await EndedAsync(installation, fates) < count)
        {
            installation.AssertRuns();
            Assert.True(TimeProvider.System.GetUtcNow() < giveUpAt, $"{count} orders never came to their end.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, AppFixture.Ct);
        }
    }

    private static async Task AssertSoundAsync(Installation installation)
    {
        await using var db = installation.OpenDb();
        Assert.Empty(await new Invariants(db).BrokenAsync(AppFixture.Ct));
    }

    private static async Task AssertFatesAsync(Installation installation, Fates fates)
    {
        await using var db = installation.OpenDb();
        var orders = await db.Orders.AsNoTracking().ToDictionaryAsync(o => o.Id, AppFixture.Ct);
        Assert.All(fates.Lost, id => Assert.Equal((OrderState.Cancelled, DepositMinor, 0L, 0L), FateOf(orders[id])));
        Assert.All(fates.Settled, id => Assert.Equal((OrderState.ToShip, 0L, 0L, 0L), FateOf(orders[id])));
        Assert.All(fates.Returned, id => Assert.Equal((OrderState.Cancelled, 0L, DepositMinor, DepositMinor), FateOf(orders[id])));

        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.OrderId != null).GroupBy(e => new { e.OrderId, e.Kind })
            .Select(same => new { OrderId = same.Key.OrderId!.Value, same.Key.Kind, Times = same.Count() }).ToListAsync(AppFixture.Ct);
        Assert.All(entries, entry => Assert.Equal(1, entry.Times));
        Assert.Equal(fates.Lost, entries.Where(entry => entry.Kind is EntryKind.Forfeited).Select(entry => entry.OrderId).Order());
        Assert.Equal(fates.Returned, entries.Where(entry => entry.Kind is EntryKind.Refunded).Select(entry => entry.OrderId).Order());
        Assert.Equal(fates.Returned, entries.Where(entry => entry.Kind is EntryKind.Penalized).Select(entry => entry.OrderId).Order());
        // What the store lost twice it had won of others.
        Assert.Equal((fates.Lost.Length - fates.Returned.Length) * DepositMinor, await db.LedgerBalances.ReadAsync(AccountKind.Merchant, 1, "CNY", AppFixture.Ct));
        var stock = await db.StockLevels.SingleAsync(AppFixture.Ct);
        Assert.Equal((Orders - OfEachFate, 0, OfEachFate), (stock.OnHand, stock.Held, stock.Sold));
    }

    private static (OrderState State, long Forfeited, long Refunded, long Penalty) FateOf(Order order) => (order.State, order.ForfeitedMinor, order.RefundedMinor, order.PenaltyMinor);

    /// <summary>Orders by what shall become of their deposit, each in the order of their ids.</summary>
    private sealed record Fates(long[] Lost, long[] Settled, long[] Returned);
}
