using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Mall;
using Sward.Mall.Checkout;
using Sward.Mall.Commissions;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Mall;

/// <summary>What is decided together is written in another way than what is decided alone; it has to be the same.</summary>
public abstract class CheckoutBatchTests(AppFixture app)
{
    /// <summary>Whose row it is; everything else of a row has to be the same.</summary>
    private static readonly string[] Own = ["Id", "Key", "PurchaseId", "OrderId", "LineId", "Number"];

    [Fact]
    public async Task Many_purchases_at_once_leave_the_same_rows_as_one_alone()
    {
        await using var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Platform, 500);
        var scene = await MallScene.OpenAsync(own, thresholdMinor: 20_000, offMinor: 3_000);
        var (tea, cup) = (await scene.ListAsync(10_000), await scene.ListAsync(5_001));
        var shopper = await scene.ShopperAsync();
        var wish = await PrepareAsync(own, shopper, (tea, 2), (cup, 1));
        var queue = own.Services.GetRequiredService<CheckoutQueue>();

        var alone = await queue.SubmitAsync(wish, AppFixture.Ct);
        // The writer takes the first alone; the others wait and are its next batch.
        var together = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => queue.SubmitAsync(wish with { Key = $"{wish.Key}-{n}" }, AppFixture.Ct)));

        var expected = await RowsAsync(own, Assert.IsType<Placed>(alone).PurchaseId);
        Assert.Equal(["Hold", "LineCommission", "Order", "OrderLine", "OrderStep", "Payment", "Purchase"], expected.Select(row => row.Kind).Distinct().Order(StringComparer.Ordinal));
        foreach (var placed in together)
        {
            Assert.Equal(expected, await RowsAsync(own, Assert.IsType<Placed>(placed).PurchaseId));
        }

        Assert.Equal((100 - 62, 62, 0), await scene.StockAsync(tea));
    }

    private static Task<CheckoutWish> PrepareAsync(AppFixture own, Shopper shopper, params (long SkuId, int Quantity)[] lines) => own.InScope<IServiceProvider, CheckoutWish>(async services =>
    {
        QuoteCheckout.LineRequest[] wanted = [.. lines.Select(line => new QuoteCheckout.LineRequest(line.SkuId, line.Quantity))];
        var quote = await services.GetRequiredService<QuoteCheckout>().QuoteAsync(shopper.Person.Id, wanted, Means.Best, AppFixture.Ct);
        return await services.GetRequiredService<PlaceOrder>().PrepareAsync(shopper.Person.Id, new(wanted, shopper.AddressId, quote.Id), Http.NewKey(), once: null, AppFixture.Ct);
    });

    /// <summary>All that a purchase has written, in the order of ids, as its columns would be read.</summary>
    private static Task<List<(string Kind, string Values)>> RowsAsync(AppFixture own, long purchaseId) => own.InDb<MallDb, List<(string Kind, string Values)>>(async db =>
    {
        await db.Purchases.Where(p => p.Id == purchaseId).LoadAsync(AppFixture.Ct);
        await db.Payments.Where(p => p.PurchaseId == purchaseId).OrderBy(p => p.Id).LoadAsync(AppFixture.Ct);
        var orders = await db.Orders.Include(o => o.Lines).Include(o => o.Steps).Where(o => o.PurchaseId == purchaseId).OrderBy(o => o.Id).ToListAsync(AppFixture.Ct);
        long[] orderIds = [.. orders.Select(order => order.Id)];
        await db.Holds.Where(h => orderIds.Contains(h.OrderId)).OrderBy(h => h.Id).LoadAsync(AppFixture.Ct);
        await db.LineCommissions.Where(c => orderIds.Contains(c.OrderId)).OrderBy(c => c.LineId).LoadAsync(AppFixture.Ct);
        return
        [
            .. db.ChangeTracker.Entries().Select(row => (row.Metadata.ClrType.Name, string.Join(' ', row.CurrentValues.Properties
                .Where(property => !Own.Contains(property.Name, StringComparer.Ordinal))
                .Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Name}={JsonSerializer.Serialize(row.CurrentValues[property])}"))))),
        ];
    });
}

public sealed class CheckoutBatchOnSqlite(OnSqlite app) : CheckoutBatchTests(app);

public sealed class CheckoutBatchOnPostgres(OnPostgres app) : CheckoutBatchTests(app);
