using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Wants;

namespace Sward.Tests.Mall;

/// <summary>Lists of wants and what the job looks for are led by indexes.</summary>
public abstract class WantPlansTests(AppFixture app)
{
    [Fact]
    public async Task Wants_are_listed_and_looked_at_through_indexes()
    {
        await using var own = await app.OwnHostAsync();
        await own.InDb<MallDb, int>(PlantAsync);
        var now = own.Clock.GetUtcNow();

        foreach (var query in (Func<MallDb, IQueryable<object>>[])
        [
            db => ListWants.Rows(db, OnShelf.SkusOf(db, Today), accountId: 7, productId: null, before: 15_000).Take(21),
            db => TellWanters.Next(db, TellWanters.Vanished(db, OnShelf.SkusOf(db, Today)), after: 5_000),
            db => TellWanters.Next(db, TellWanters.Back(db, OnShelf.SkusOf(db, Today)), after: 5_000),
            db => TellWanters.Next(db, TellWanters.Cheaper(db, OnShelf.SkusOf(db, Today)), after: 5_000),
            db => TellWanters.Next(db, TellWanters.InSale(db, now), after: 5_000),
            db => ListWantedWords.Rows(db, people: 50, id: 5_000).Take(21),
        ])
        {
            Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(query(db))));
        }
    }

    private static DateOnly Today => new(2026, 3, 1);

    /// <summary>Two hundred variants, each wanted by a hundred people; a tenth are sold out.</summary>
    private static async Task<int> PlantAsync(MallDb db)
    {
        string Numbers(int count) => db.Database.IsSqlite()
            ? $"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})"
            : $"WITH numbers(n) AS (SELECT generate_series(1, {count}))";
        var (time, no) = db.Database.IsSqlite() ? ("1000000", "0") : ("to_timestamp(1)", "FALSE");
        db.Add(new Sward.Mall.Stores.Store { Id = 1, OwnerId = 1, Name = "Harbour Store", Kind = Sward.Mall.Stores.StoreKind.Personal, OpenedAt = DateTimeOffset.UnixEpoch });
        foreach (var id in Enumerable.Range(1, 200))
        {
            db.Add(new Sward.Mall.Catalog.Product { Id = id, StoreId = 1, Name = "Tea", Origin = "Fujian", Category = "food", OnSale = true, PriceMinor = 100 });
            db.Add(new Sward.Mall.Catalog.Sku { Id = id, ProductId = id, Code = "one" }.Priced(new(100, "CNY"), id, DateTimeOffset.UnixEpoch));
            db.Add(new Sward.Mall.Stock.StockLevel { SkuId = id, WarehouseId = 1, OnHand = id % 10 });
        }

        await db.SaveChangesAsync(AppFixture.Ct);
#pragma warning disable EF1002 // Nothing of it comes from outside.
        await db.Database.ExecuteSqlRawAsync($"""
            {Numbers(20_000)} INSERT INTO mall_want (id, account_id, sku_id, at, price_minor, stock, is_price_told, is_sale_told)
            SELECT n, n / 200, n % 200 + 1, {time}, 100, CASE n % 3 WHEN 0 THEN 'Gone' ELSE 'There' END, {no}, {no} FROM numbers
            """, AppFixture.Ct);
        await db.Database.ExecuteSqlRawAsync($"{Numbers(10_000)} INSERT INTO mall_wanted_word (id, key, text, people, at) SELECT n, 'word ' || n, 'word', n % 100, {time} FROM numbers", AppFixture.Ct);
#pragma warning restore EF1002
        return await db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct);
    }
}

public sealed class WantPlansOnSqlite(OnSqlite app) : WantPlansTests(app);

public sealed class WantPlansOnPostgres(OnPostgres app) : WantPlansTests(app);
