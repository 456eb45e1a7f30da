using Sward.Contracts.Town;

namespace Sward.Mall.PreSales;

/// <summary>Plants a pre-sale in the printed merchant's store of the demo town.</summary>
internal sealed class PreSaleTown(MallDb db, Ids ids, TimeZoneInfo zone, TimeProvider clock) : ITownPart
{
    private const int Units = 50;
    private const int DepositDays = 14;
    private const int RestDays = 7;
    private const int ShipDays = 10;

    public int Order => 37;

    public async Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct)
    {
        var printed = town.People.Where(person => person.Password is not null).Select(person => person.Id).ToHashSet();
        var owners = town.Stores.ToDictionary(store => store.Id, store => store.OwnerId);
        // The first goods of a store are in its limited-time purchase.
        var product = town.Products.GroupBy(product => product.StoreId).OrderByDescending(store => printed.Contains(owners[store.Key])).Select(store => store.Skip(1).FirstOrDefault()).FirstOrDefault(product => product is not null);
        if (product is null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var price = product.Skus[0].PriceMinor;
        var (rests, over) = (now.AddDays(DepositDays), now.AddDays(DepositDays + RestDays));
        db.PreSales.Add(new PreSale
        {
            Id = ids.Next(),
            StoreId = product.StoreId,
            SkuId = product.Skus[0].Id,
            PriceMinor = price,
            DepositMinor = price / 10,
            CountsAsMinor = price / 5,
            Units = Units,
            DepositFrom = now,
            DepositUntil = rests,
            FinalFrom = rests,
            FinalUntil = over,
            ShipBy = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(over, zone).DateTime).AddDays(ShipDays),
        });
        await db.SaveChangesAsync(ct);
    }
}
