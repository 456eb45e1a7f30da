using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Mall.Catalog;

namespace Sward.Bench;

/// <summary>
/// What it costs to buy something among 150,000 products: the whole way from a list to the paid order, over HTTP. The CPU of the server counts, and with
/// PostgreSQL that of its processes too. Commits are durable.
/// </summary>
internal static class CheckoutBench
{
    private const string Folder = "artifacts/bench/checkout";
    private const int AtOnce = 8;
    private const int FarPage = 50;
    private const int Pages = 5;

    /// <summary>Rounds that are not measured. The runtime counts what runs, then compiles it a second and third time: a tenth of the CPU in the first round, and code that counts is slow.</summary>
    private const int WarmUps = 2;

    public static async Task<bool> RunAsync()
    {
        var report = new Report("checkout");
        report.Say("rateLimitsOn", 0);
        await MeasureAsync(report, "sqlite");
        await MeasureAsync(report, "postgres", PostgresServer.Setting);
        return report.Finish();
    }

    private static async Task MeasureAsync(Report report, string about, params string[] settings)
    {
        string[] all = [.. settings, "RateLimits:Enabled=false"];
        var data = $"{Folder}/{about}";
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        var (buyers, database) = await PrepareAsync(data, all);
        await using var server = await Server.StartAsync(data, all);
        server.Database = database;
        await WaysAsync(report, about, server, buyers);
        await ListsAsync(report, about, server, buyers[0]);
    }

    private static async Task<(IReadOnlyList<FlashBuyer> Buyers, PostgresServer? Database)> PrepareAsync(string data, string[] settings)
    {
        await using var server = new BenchServer(data, settings);
        var market = new FlashMarket(server.Services);
        var buyers = await market.OpenAsync();
        await new Shelves(market, server.Services.GetRequiredService<Ids>()).FillAsync();
        return (buyers, await market.InDbAsync(async db => db.Database.IsNpgsql() ? await PostgresServer.SettleAsync(db) : null));
    }

    /// <summary>Each buyer goes the way once a round.</summary>
    private static async Task WaysAsync(Report report, string about, Server server, IReadOnlyList<FlashBuyer> buyers)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            await BuyAsync(server, buyers, round);
        }

        var (before, databaseBefore) = (server.CpuTime, server.Database?.CpuTime);
        await server.TakeCountsAsync();
        await BuyAsync(server, buyers, WarmUps);
        report.AtMost($"{about}.way.cpuMilliseconds", (server.CpuTime - before).TotalMilliseconds / buyers.Count, 20);
        if (server.Database?.CpuTime - databaseBefore is { } database)
        {
            report.Say($"{about}.way.ofItDatabase", database.TotalMilliseconds / buyers.Count);
        }

        report.Say($"{about}.way.queries", (double)(await server.TakeCountsAsync()).Queries / buyers.Count);
    }

    private static Task BuyAsync(Server server, IEnumerable<FlashBuyer> buyers, int round) =>
        Parallel.ForEachAsync(buyers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (buyer, _) => await new CheckoutWay(server, buyer, round).GoAsync());

    private static async Task ListsAsync(Report report, string about, Server server, FlashBuyer reader)
    {
        List<Call> first = [];
        foreach (var category in Categories.Codes)
        {
            first.AddRange(await TurnAsync(server, reader, category, ShelfOrder.Newest, Pages));
        }

        var lists = await Load.RunAsync(server, first);
        report.AtMost($"{about}.list.cpuMilliseconds", lists.CpuMicroseconds / 1_000, 3);
        report.AtMost($"{about}.list.errors", lists.Errors, 0);
        foreach (var order in (ShelfOrder[])[ShelfOrder.Sales, ShelfOrder.PriceUp])
        {
            var pages = await TurnAsync(server, reader, Categories.Codes[0], order, FarPage);
            var near = await Load.RunAsync(server, [pages[0]]);
            var far = await Load.RunAsync(server, [pages[^1]]);
            report.AtMost($"{about}.{Word(order)}.page50.costOfPage1", far.CpuMicroseconds / near.CpuMicroseconds, 1.2);
        }
    }

    /// <summary>Turns pages of a category as a person does and returns the request of each.</summary>
    private static async Task<List<Call>> TurnAsync(Server server, FlashBuyer reader, string category, ShelfOrder order, int count)
    {
        var pages = new List<Call>();
        for (string? cursor = null; pages.Count < count;)
        {
            pages.Add(new($"/api/v1/products?category={category}&sort={Word(order)}&cursor={cursor}", "Authorization", $"Bearer {Planting.TokenOf(reader.Id)}"));
            cursor = (await server.GetAsync(pages[^1])).GetProperty("next").GetString() ?? throw new InvalidOperationException($"The list ended on page {pages.Count}.");
        }

        return pages;
    }

    private static string Word(ShelfOrder order) => JsonNamingPolicy.CamelCase.ConvertName($"{order}");
}
