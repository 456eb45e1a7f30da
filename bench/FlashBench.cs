using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Mall;
using Sward.Mall.Checkout;

namespace Sward.Bench;

/// <summary>
/// A rush: 20,000 requests for 1,000 units of one variant, prepared and decided by what answers POST /checkout. They are decided in groups, and then, as what to
/// compare with, each in a transaction of its own; all of them need the same row, so more than one writer would only wait for it. Commits are durable.
/// </summary>
internal static class FlashBench
{
    private const string Folder = "artifacts/bench/flash";
    private const int Units = 1_000;
    private const int Requests = 20_000;
    private const int AtOnce = 1_000;

    /// <summary>Transactions before the measured ones: so many that the runtime has compiled what they do, whether they are of one order or of two hundred.</summary>
    private const int WarmUpCommits = 60;

    public static async Task<bool> RunAsync()
    {
        var report = new Report("flash");
        await MeasureAsync(report, "sqlite", 5);
        await MeasureAsync(report, "postgres", 10, PostgresServer.Setting);
        return report.Finish();
    }

    private static async Task MeasureAsync(Report report, string database, double aim, params string[] settings)
    {
        var data = $"{Folder}/{database}";
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        var together = await RushAsync(report, $"{database}.together", data, settings, new MallOptions().CheckoutBatch);
        var apart = await RushAsync(report, $"{database}.apart", data, settings, batch: 1);
        report.AtLeast($"{database}.ordersTogetherOfApart", together / apart, aim);
        await FlashKill.RunAsync(report, $"{database}.killed", data, settings);
    }

    /// <summary>Returns the orders per second until the last unit was gone.</summary>
    private static async Task<double> RushAsync(Report report, string about, string data, string[] settings, int batch)
    {
        await using var server = new BenchServer(data, [.. settings, $"Mall:CheckoutBatch={batch}", "RateLimits:Enabled=false"]);
        var market = new FlashMarket(server.Services);
        var buyers = await market.OpenAsync();
        await AskAsync(server.Services, buyers, await market.ListAsync(WarmUpCommits * batch), WarmUpCommits * batch * 2);

        var skuId = await market.ListAsync(Units);
        using var meter = new CommitMeter();
        var syncsBefore = await SyncsAsync(market);
        var (placed, refused, untilGone, untilAnswered) = await AskAsync(server.Services, buyers, skuId, Requests);
        report.Say($"{about}.ordersPerSecond", placed / untilGone.TotalSeconds);
        report.Say($"{about}.answersPerSecond", Requests / untilAnswered.TotalSeconds);
        report.Say($"{about}.meanBatch", meter.MeanBatch);
        report.Say($"{about}.largestBatch", meter.LargestBatch);
        report.Say($"{about}.commits", meter.Commits);
        report.Say($"{about}.fsyncsOfTheLog", await SyncsAsync(market) - syncsBefore);
        report.Exactly($"{about}.soldOut", refused, Requests - Units);
        await market.CheckAsync(report, about, skuId, Units);
        return placed / untilGone.TotalSeconds;
    }

    /// <summary>All requests are prepared by the handler of POST /checkout first; measured is how they are decided, many waiting at once.</summary>
    private static async Task<(int Placed, int Refused, TimeSpan UntilGone, TimeSpan UntilAnswered)> AskAsync(
        IServiceProvider services, IReadOnlyList<FlashBuyer> buyers, long skuId, int requests)
    {
        var wishes = await PrepareAsync(services, buyers, skuId);
        var queue = services.GetRequiredService<CheckoutQueue>();
        var (placed, refused, untilGone) = (0, 0, TimeSpan.Zero);
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, ct) =>
        {
            switch (await queue.SubmitAsync(wishes[n % wishes.Length] with { Key = $"rush-{skuId}-{n}" }, ct))
            {
                case Placed:
                    Interlocked.Increment(ref placed);
                    untilGone = watch.Elapsed;
                    break;
                case SoldOut:
                    Interlocked.Increment(ref refused);
                    break;
            }
        });
        return (placed, refused, untilGone, watch.Elapsed);
    }

    private static async Task<CheckoutWish[]> PrepareAsync(IServiceProvider services, IReadOnlyList<FlashBuyer> buyers, long skuId)
    {
        QuoteCheckout.LineRequest[] lines = [new(skuId, 1)];
        var wishes = new CheckoutWish[buyers.Count];
        await Parallel.ForAsync(0, buyers.Count, async (n, ct) =>
        {
            await using var scope = services.CreateAsyncScope();
            var quote = await scope.ServiceProvider.GetRequiredService<QuoteCheckout>().QuoteAsync(buyers[n].Id, lines, Means.Best, ct);
            var request = new PlaceOrder.Request(lines, buyers[n].AddressId, quote.Id);
            wishes[n] = await scope.ServiceProvider.GetRequiredService<PlaceOrder>().PrepareAsync(buyers[n].Id, request, key: "", once: null, ct);
        });
        return wishes;
    }

    /// <summary>How often the database has waited for the disk to write its log: PostgreSQL says so itself.</summary>
    private static Task<long> SyncsAsync(FlashMarket market) => market.InDbAsync(async db => db.Database.IsNpgsql()
        ? await db.Database.SqlQueryRaw<long>("SELECT wal_sync AS \"Value\" FROM pg_stat_wal").SingleAsync()
        : SqliteSyncs.OfTheLog);
}
