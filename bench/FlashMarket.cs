using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Accounts;
using Sward.Contracts.Town;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Ledger;
using Sward.Mall.Stock;

namespace Sward.Bench;

/// <summary>Somebody who wants a unit: signed in, with an address.</summary>
internal sealed record FlashBuyer(long Id, long AddressId);

/// <summary>One store, and many buyers with addresses. Each run sells units of a variant of its own.</summary>
internal sealed class FlashMarket(IServiceProvider services)
{
    private const int People = 2_000;
    private const long PriceMinor = 9_900;

    private readonly Ids ids = services.GetRequiredService<Ids>();

    /// <summary>Opens the store and gives everybody an address, unless that was done before.</summary>
    public async Task<IReadOnlyList<FlashBuyer>> OpenAsync()
    {
        await Planting.PlantAsync(services, Gather);
        return await InDbAsync(async db =>
        {
            if (!await db.Addresses.AnyAsync())
            {
                await using var scope = services.CreateAsyncScope();
                var people = await scope.ServiceProvider.GetRequiredService<AccountsDb>().Accounts.Select(account => account.Id).ToListAsync();
                db.Addresses.AddRange(people.Select(id => Planting.Address(ids, id)));
                await db.SaveChangesAsync();
            }

            return await db.Addresses.OrderBy(address => address.Id).Select(address => new FlashBuyer(address.AccountId, address.Id)).ToListAsync();
        });
    }

    /// <summary>Lists a variant with this many units in one warehouse.</summary>
    public Task<long> ListAsync(int units) => InDbAsync(async db =>
    {
        var warehouse = await db.Warehouses.FirstAsync();
        var (product, sku) = Planting.Goods(ids, warehouse.StoreId, PriceMinor);
        db.AddRange(product, sku, new StockLevel { SkuId = sku.Id, WarehouseId = warehouse.Id, OnHand = units });
        await db.SaveChangesAsync();
        return sku.Id;
    });

    /// <summary>The orders of a variant.</summary>
    public Task<List<long>> PurchasesAsync(long skuId) =>
        InDbAsync(db => db.Orders.Where(order => order.Lines.Any(line => line.SkuId == skuId)).Select(order => order.PurchaseId).ToListAsync());

    /// <summary>Says whether all units are held by orders, no more and no less, and everything else adds up too.</summary>
    public async Task CheckAsync(Report report, string about, long skuId, int units)
    {
        var stock = await InDbAsync(db => db.StockLevels.SingleAsync(level => level.SkuId == skuId));
        report.Exactly($"{about}.orders", (await PurchasesAsync(skuId)).Count, units);
        report.Exactly($"{about}.unitsOnHand", stock.OnHand, 0);
        report.Exactly($"{about}.unitsHeld", stock.Held, units);
        report.Exactly($"{about}.brokenInvariants", (await InDbAsync(db => new Invariants(db).BrokenAsync(CancellationToken.None))).Count, 0);
    }

    public async Task<T> InDbAsync<T>(Func<MallDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MallDb>());
    }

    private DemoTown Gather()
    {
        TownPerson[] people = [.. Enumerable.Range(0, People).Select(n => Planting.Person(ids, "buyer", n))];
        TownStore store = new(ids.Next(), people[0].Id, "Rush", "personal", "", LogoId: null, ThresholdMinor: 0, OffMinor: 0, Planting.Today);
        return new(people, [], [], [store], [], [], [], [], [], []);
    }
}
