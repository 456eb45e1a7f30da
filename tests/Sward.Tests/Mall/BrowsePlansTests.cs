using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Stores;

namespace Sward.Tests.Mall;

/// <summary>A page of the mall is a range of an index, in every order, however far down it is.</summary>
public abstract class BrowsePlansTests(AppFixture app)
{
    private const int Products = 5_000;

    [Fact]
    public async Task No_order_of_the_mall_is_sorted_for_a_page()
    {
        await using var own = await app.OwnHostAsync();
        await own.InDb<MallDb, int>(PlantAsync);

        foreach (var category in (string?[])[null, "food"])
        {
            foreach (var order in Enum.GetValues<ShelfOrder>())
            {
                Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db =>
                    db.FaultsOfAsync(BrowseProducts.Rows(db, storeId: null, category, order, key: 2_000, id: 2_000).Take(20))));
            }
        }
    }

    private static async Task<int> PlantAsync(MallDb db)
    {
        db.Add(new Store { Id = 1, OwnerId = 1, Name = "Harbour Store", Kind = StoreKind.Personal, OpenedAt = DateTimeOffset.UnixEpoch });
        db.AddRange(Enumerable.Range(1, Products).Select(id => new Product
        {
            Id = id,
            StoreId = 1,
            Name = "Tea",
            Origin = "Fujian",
            Category = Categories.Codes[id % 3],
            OnSale = id % 10 > 0,
            PriceMinor = id,
            SoldCount = id,
        }));
        await db.SaveChangesAsync(AppFixture.Ct);
        return await db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct);
    }
}

public sealed class BrowsePlansOnSqlite(OnSqlite app) : BrowsePlansTests(app);

public sealed class BrowsePlansOnPostgres(OnPostgres app) : BrowsePlansTests(app);
