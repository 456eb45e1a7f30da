using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Stock;
using Sward.Mall.Stores;
using Sward.Mall.Wants;

namespace Sward.Tests.Mall;

/// <summary>Lists of wants are ranges of an index, however far down.</summary>
public abstract class WantPlansTests(AppFixture app)
{
    protected static DateOnly Today => new(2026, 3, 1);

    protected AppFixture App => app;

    [Fact]
    public async Task Wants_and_words_are_listed_by_an_index_and_the_check_goes_red_without_it()
    {
        await using var own = await app.OwnHostAsync();
        await own.InDb<MallDb, int>(PlantAsync);
        Assert.Empty(await FaultsAsync(own, db => db.Wants.Where(w => w.AccountId == 7 && w.Id < 15_000).OrderByDescending(w => w.Id).Take(21)));
        Assert.Empty(await FaultsAsync(own, db => ListWantedWords.Rows(db, people: 50, id: 5_000).Take(21)));

        await own.InDb<MallDb, int>(db => db.Database.ExecuteSqlRawAsync("DROP INDEX ix_mall_wanted_word_people_id", AppFixture.Ct));
        Assert.NotEmpty(await FaultsAsync(own, db => ListWantedWords.Rows(db, people: 50, id: 5_000).Take(21)));
    }

    private protected static Task<IReadOnlyList<string>> FaultsAsync<T>(AppFixture host, Func<MallDb, IQueryable<T>> query) => host.InDb<MallDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(query(db)));

    /// <summary>A thousand variants, each of a store of its own and wanted by twenty people; a tenth are sold out.</summary>
    private protected static async Task<int> PlantAsync(MallDb db)
    {
        string Numbers(int count) => db.Database.IsSqlite()
            ? $"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})"
            : $"WITH numbers(n) AS (SELECT generate_series(1, {count}))";
        var (time, no) = db.Database.IsSqlite() ? ("1000000", "0") : ("to_timestamp(1)", "FALSE");
        foreach (var id in Enumerable.Range(1, 1_000))
        {
            db.Add(new Store { Id = id, OwnerId = id, Name = "Harbour Store", Kind = StoreKind.Personal, OpenedAt = DateTimeOffset.UnixEpoch });
            db.Add(new Product { Id = id, StoreId = id, Name = "Tea", Origin = "Fujian", Category = "food", OnSale = true, PriceMinor = 100 });
            db.Add(new Sku { Id = id, ProductId = id, Code = "one" }.Priced(new(100, "CNY"), id, DateTimeOffset.UnixEpoch));
            db.Add(new StockLevel { SkuId = id, WarehouseId = 1, OnHand = id % 10 });
        }

        await db.SaveChangesAsync(AppFixture.Ct);
#pragma warning disable EF1002 // Nothing of it comes from outside.
        await db.Database.ExecuteSqlRawAsync($"""
            {Numbers(20_000)} INSERT INTO mall_want (id, account_id, sku_id, at, price_minor, stock, is_price_told, is_sale_told)
            SELECT n, n / 200, n % 1000 + 1, {time}, 100, CASE n % 3 WHEN 0 THEN 'Gone' ELSE 'There' END, {no}, {no} FROM numbers
            """, AppFixture.Ct);
        await db.Database.ExecuteSqlRawAsync($"{Numbers(10_000)} INSERT INTO mall_wanted_word (id, key, text, people, at) SELECT n, 'word ' || n, 'word', n % 100, {time} FROM numbers", AppFixture.Ct);
#pragma warning restore EF1002
        return await db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct);
    }
}

public sealed class WantPlansOnSqlite(OnSqlite app) : WantPlansTests(app)
{
    /// <summary>PostgreSQL may read all that is on the shelf instead, when that is less than to look up each; SQLite looks up.</summary>
    [Fact]
    public async Task The_job_goes_through_wants_by_their_ids_and_looks_up_the_rest()
    {
        await using var own = await App.OwnHostAsync();
        await own.InDb<MallDb, int>(PlantAsync);
        var now = own.Clock.GetUtcNow();

        foreach (var due in (Func<MallDb, IQueryable<Want>>[])
        [
            db => TellWanters.Vanished(db, OnShelf.SkusOf(db, Today)),
            db => TellWanters.Back(db, OnShelf.SkusOf(db, Today)),
            db => TellWanters.Cheaper(db, OnShelf.SkusOf(db, Today)),
            db => TellWanters.InSale(db, now),
        ])
        {
            Assert.Empty(await FaultsAsync(own, db => TellWanters.Next(due(db), after: 5_000)));
        }

        Assert.Empty(await FaultsAsync(own, db => ListWants.Rows(db, OnShelf.SkusOf(db, Today), accountId: 7, productId: null, before: 15_000).Take(21)));
    }
}

public sealed class WantPlansOnPostgres(OnPostgres app) : WantPlansTests(app);
