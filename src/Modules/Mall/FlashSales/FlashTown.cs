using Sward.Contracts.Town;

namespace Sward.Mall.FlashSales;

/// <summary>Plants limited-time purchases in two stores of the demo town, one of them that of the printed merchant. The jobs start and end them like all others.</summary>
internal sealed class FlashTown(MallDb db, Ids ids, TimeProvider clock) : ITownPart
{
    private const int Stores = 2;
    private const int Units = 20;
    private const int PerBuyer = 2;

    /// <summary>One sale follows the other, so that the town still has one after some weeks.</summary>
    private const int Weeks = 8;
    private static readonly TimeSpan Length = TimeSpan.FromDays(7);

    public int Order => 36;

    public async Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct)
    {
        var printed = town.People.Where(person => person.Password is not null).Select(person => person.Id).ToHashSet();
        var owners = town.Stores.ToDictionary(store => store.Id, store => store.OwnerId);
        var now = clock.GetUtcNow();
        foreach (var product in town.Products.DistinctBy(product => product.StoreId).OrderByDescending(product => printed.Contains(owners[product.StoreId])).Take(Stores))
        {
            db.FlashSales.AddRange(Enumerable.Range(0, Weeks).Select(week => Sale(product, now + (week * Length))));
        }

        await db.SaveChangesAsync(ct);
    }

    private FlashSale Sale(TownProduct product, DateTimeOffset startsAt) => new()
    {
        Id = ids.Next(),
        StoreId = product.StoreId,
        SkuId = product.Skus[0].Id,
        PriceMinor = product.Skus[0].PriceMinor * 7 / 10,
        Units = Units,
        PerBuyer = PerBuyer,
        StartsAt = startsAt,
        EndsAt = startsAt + Length,
    };
}
