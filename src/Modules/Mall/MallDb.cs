using Sward.Mall.Addresses;
using Sward.Mall.Catalog;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Mall;

/// <summary>The mall's window on the database. Its connections are durable: an answered order survives a power cut.</summary>
internal abstract class MallDb(DbContextOptions options, ModuleDbServices kernel) : ModuleDb(options, kernel)
{
    protected override string Module => "mall";

    // Stores, catalogue, addresses
    public DbSet<Store> Stores => Set<Store>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Sku> Skus => Set<Sku>();

    public DbSet<Address> Addresses => Set<Address>();

    // Stock
    public DbSet<Warehouse> Warehouses => Set<Warehouse>();

    public DbSet<StockLevel> StockLevels => Set<StockLevel>();

    public DbSet<Hold> Holds => Set<Hold>();
}

internal sealed class MallDbSqlite(DbContextOptions<MallDbSqlite> options, ModuleDbServices kernel) : MallDb(options, kernel);

internal sealed class MallDbPostgres(DbContextOptions<MallDbPostgres> options, ModuleDbServices kernel) : MallDb(options, kernel);
