using Microsoft.EntityFrameworkCore;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Bench;

/// <summary>150,000 products in 300 stores, the same for every run. What is sold follows Zipf's law, prices are spread over four powers of ten.</summary>
internal sealed class Shelves(FlashMarket market, Ids ids)
{
    public const int Products = 150_000;
    private const int Stores = 300;
    private const int Units = 1_000;
    private const int MostSold = 100_000;
    private const int Chunk = 2_000;

    private readonly Random random = new(20260602);

    public async Task FillAsync()
    {
        var warehouses = await OpenStoresAsync();
        foreach (var chunk in Enumerable.Range(0, Products).Chunk(Chunk))
        {
            await market.InDbAsync(db =>
            {
                foreach (var number in chunk)
                {
                    db.AddRange(Goods(number, warehouses[random.Next(warehouses.Length)]));
                }

                return db.SaveChangesAsync();
            });
        }

        // PostgreSQL does this by itself some minutes after so many rows.
        await market.InDbAsync(db => db.Database.IsNpgsql() ? db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE") : Task.FromResult(0));
    }

    private Task<Warehouse[]> OpenStoresAsync() => market.InDbAsync(async db =>
    {
        var ownerId = await db.Stores.OrderBy(store => store.Id).Select(store => store.OwnerId).FirstAsync();
        Warehouse[] warehouses = [.. Enumerable.Range(0, Stores).Select(_ => new Warehouse { Id = ids.Next(), StoreId = ids.Next(), Code = "main" })];
        db.AddRange(warehouses.Select((warehouse, number) => new Store { Id = warehouse.StoreId, OwnerId = ownerId, Name = $"Store {number}", Kind = StoreKind.Personal, OpenedAt = Planting.Today }));
        db.AddRange(warehouses);
        await db.SaveChangesAsync();
        return warehouses;
    });

    private object[] Goods(int number, Warehouse warehouse)
    {
        var priceMinor = (long)Math.Pow(10, 3 + (random.NextDouble() * 4));
        var product = new Product
        {
            Id = ids.Next(),
            StoreId = warehouse.StoreId,
            Name = $"Goods number {number}",
            Origin = "Fujian",
            Category = Categories.Codes[random.Next(Categories.Codes.Count)],
            Description = $"A few lines about it, number {number}, as sellers write them.",
            OnSale = true,
            PriceMinor = priceMinor,
            SoldCount = MostSold / (1 + random.Next(Products)),
        };
        var sku = new Sku { Id = ids.Next(), ProductId = product.Id, Code = "one" }.Priced(new Money(priceMinor, MallOptions.DefaultCurrency), ids.Next(), DateTimeOffset.UnixEpoch);
        return [product, sku, new StockLevel { SkuId = sku.Id, WarehouseId = warehouse.Id, OnHand = Units }];
    }
}
