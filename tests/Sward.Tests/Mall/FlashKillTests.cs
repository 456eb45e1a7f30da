using Microsoft.EntityFrameworkCore;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.FlashSales;
using Sward.Mall.Ledger;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Tests.Mall;

/// <summary>The real program, killed with -9 while its jobs start and end many sales: afterwards no unit is lost or there twice.</summary>
public sealed class FlashKillTests
{
    private const int Sales = 1_600, Units = 10, OnHand = 25, Kills = 2, SalesBetweenKills = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public Task Starting_and_ending_survive_kills_on_sqlite() => SurviveAsync(postgres: null);

    [Fact]
    public async Task Starting_and_ending_survive_kills_on_postgres()
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
        await PlanAsync(installation);
        await KillUntilAllAreAsync(FlashSaleState.Running, installation);
        await AssertUnitsAsync(installation, inSales: Units);

        await using (var db = installation.OpenDb())
        {
            await db.FlashSales.ExecuteUpdateAsync(set => set.SetProperty(s => s.EndsAt, TimeProvider.System.GetUtcNow()), AppFixture.Ct);
        }

        await KillUntilAllAreAsync(FlashSaleState.Ended, installation);
        await AssertUnitsAsync(installation, inSales: 0);
    }

    /// <summary>Sales whose hour has come; the job finds them at its next round.</summary>
    private static async Task PlanAsync(Installation installation)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = installation.OpenDb();
        db.Add(new Store { Id = 1, OwnerId = 1, Name = "Harbour Store", Kind = StoreKind.Personal, OpenedAt = DateTimeOffset.UnixEpoch });
        db.Add(new Product { Id = 1, StoreId = 1, Name = "Tea", Origin = "Fujian", Category = "food", OnSale = true, PriceMinor = 999 });
        db.Add(new Warehouse { Id = 1, StoreId = 1, Code = "one" });
        for (var id = 1; id <= Sales; id++)
        {
            db.Add(new Sku { Id = id, ProductId = 1, Code = $"{id}" }.Priced(new Money(999, "CNY"), id, DateTimeOffset.UnixEpoch));
            db.Add(new StockLevel { SkuId = id, WarehouseId = 1, OnHand = OnHand });
            db.Add(new FlashSale { Id = id, StoreId = 1, SkuId = id, PriceMinor = 500, Units = Units, PerBuyer = 1, StartsAt = now, EndsAt = now.AddDays(1) });
        }

        await db.SaveChangesAsync(AppFixture.Ct);
    }

    /// <summary>Kills the program when some more sales are over the step and others are not, again and again, and then lets it finish.</summary>
    private static async Task KillUntilAllAreAsync(FlashSaleState state, Installation installation)
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            await UntilAsync(state, await CountAsync(state, installation) + SalesBetweenKills, TimeSpan.FromMilliseconds(10), installation);
            installation.Kill();
            Assert.InRange(await CountAsync(state, installation), 1, Sales - 1);
            await installation.StartAsync();
        }

        await UntilAsync(state, Sales, TimeSpan.FromMilliseconds(200), installation);
    }

    private static async Task UntilAsync(FlashSaleState state, int count, TimeSpan pause, Installation installation)
    {
        var giveUpAt = TimeProvider.System.GetUtcNow() + Patience;
        while (await CountAsync(state, installation) < count)
        {
            installation.AssertRuns();
            Assert.True(TimeProvider.System.GetUtcNow() < giveUpAt, $"{count} sales were never {state}.");
            await Task.Delay(pause, TimeProvider.System, AppFixture.Ct);
        }
    }

    private static async Task<int> CountAsync(FlashSaleState state, Installation installation)
    {
        await using var db = installation.OpenDb();
        return await db.FlashSales.CountAsync(s => s.State == state, AppFixture.Ct);
    }

    private static async Task AssertUnitsAsync(Installation installation, int inSales)
    {
        await using var db = installation.OpenDb();
        Assert.Empty(await new Invariants(db).BrokenAsync(AppFixture.Ct));
        Assert.All(await db.StockLevels.Select(level => level.OnHand).ToListAsync(AppFixture.Ct), onHand => Assert.Equal(OnHand - inSales, onHand));
        Assert.All(
            await db.FlashStocks.Select(stock => new { stock.Units, stock.OnHand, stock.Returned }).ToListAsync(AppFixture.Ct),
            stock => Assert.Equal((Units, inSales, Units - inSales), (stock.Units, stock.OnHand, stock.Returned)));
    }
}
