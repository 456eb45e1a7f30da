using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Mall;
using Sward.Mall.Ledger;

namespace Sward.Bench;

/// <summary>
/// A festival, compressed: some weeks of orders over HTTP with every kind of offer, payments that go wrong in every way the sandbox knows, cancellations, complaints and
/// refunds, lapsed holds, and the server killed twice in the middle. In the end every rule of money and stock must hold, and whatever was answered must be there.
/// </summary>
internal static class FestivalBench
{
    private const string Folder = "artifacts/bench/festival";
    private const int Seed = 618;
    private const int AtOnce = 48;

    public static async Task<bool> RunAsync(int orders)
    {
        var report = new Report("festival");
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        string[] settings = ["RateLimits:Enabled=false"];
        var stalls = await PrepareAsync(settings);
        var story = await LiveAsync(report, settings, stalls, orders);
        foreach (var (what, count) in story.Counts)
        {
            report.Say(what, count);
        }

        report.AtLeast("orders", story.Orders.Count, orders);
        await CheckAsync(report, story, settings);
        return report.Finish();
    }

    private static async Task<FestivalStory> LiveAsync(Report report, string[] settings, FestivalStalls stalls, int orders)
    {
        await using var server = new FestivalServer(Folder, settings);
        await server.StartAsync();
        var story = new FestivalStory(server, stalls, Seed);
        await LiveAsync(server, story, orders);
        report.Exactly("kills", server.Kills, 2);
        report.AtLeast("askedAgain", server.AskedAgain, 1);
        return story;
    }

    private static async Task<FestivalStalls> PrepareAsync(string[] settings)
    {
        await using var server = new BenchServer(Folder, settings);
        return await new FestivalMarket(server.Services, Seed).OpenAsync();
    }

    private static async Task LiveAsync(FestivalServer server, FestivalStory story, int orders)
    {
        // A basket becomes more than one order: people come until there are enough.
        var number = 0;
        var firstKill = Task.CompletedTask;
        while (story.Orders.Count < orders)
        {
            await EachAsync(Enumerable.Range(number, AtOnce * 4), story.BuyAsync);
            number += AtOnce * 4;
            if (server.Kills == 0 && firstKill.IsCompleted && story.Orders.Count > orders / 3)
            {
                firstKill = server.KillAsync();
            }
        }

        await firstKill;
        await server.PassTimeAsync(TimeSpan.FromMinutes(10));
        var secondKill = Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System).ContinueWith(_ => server.KillAsync(), TaskScheduler.Default).Unwrap();
        await EachAsync(story.Orders, story.SendAsync);
        await secondKill;
        await server.PassTimeAsync(TimeSpan.FromHours(1));
        await EachAsync(story.Orders, story.ReceiveAsync);
        // Receipt is taken for granted, windows close, and a month is settled.
        foreach (var days in (int[])[11, 8, 31])
        {
            await server.PassTimeAsync(TimeSpan.FromDays(days));
        }
    }

    private static Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> work) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (item, _) => await work(item));

    /// <summary>Says what was looked at, how many of each there are, and whether all of it adds up.</summary>
    private static async Task CheckAsync(Report report, FestivalStory story, string[] settings)
    {
        await using var server = new BenchServer(Folder, settings);
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MallDb>();
        foreach (var (name, rows) in Tables(db))
        {
            report.Say($"checked.{name}", await rows.CountAsync());
        }

        foreach (var state in await db.Orders.GroupBy(order => order.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync())
        {
            report.Say($"state.{state.Key}", state.Count);
        }

        var there = await db.Purchases.Select(purchase => purchase.Id).ToListAsync();
        report.Exactly("answeredAndLost", story.Purchases.Except(there).Count(), 0);
        var invariants = scope.ServiceProvider.GetRequiredService<Invariants>();
        var broken = await invariants.BrokenAsync(CancellationToken.None);
        foreach (var rule in broken)
        {
            await Console.Error.WriteLineAsync(rule);
        }

        report.Exactly("brokenInvariants", broken.Count, 0);
        report.Exactly("centsAstray", await AstrayAsync(db), 0);
    }

    private static IEnumerable<(string Name, IQueryable<object> Rows)> Tables(MallDb db) =>
    [
        ("purchases", db.Purchases), ("payments", db.Payments), ("notices", db.PaymentNotices), ("orders", db.Orders), ("lines", db.OrderLines), ("holds", db.Holds),
        ("stockLevels", db.StockLevels), ("refunds", db.Refunds), ("afterSales", db.AfterSales), ("coupons", db.HeldCoupons), ("giftCards", db.GiftCardSpends),
        ("points", db.PointsMoves), ("entries", db.LedgerEntries), ("postings", db.Postings),
    ];

    /// <summary>All money that ever came in is somewhere: the accounts of the whole ledger sum to nothing.</summary>
    private static async Task<long> AstrayAsync(MallDb db) => Math.Abs(await db.Postings.SumAsync(posting => posting.AmountMinor))
        + Math.Abs(await db.PaymentNotices.Where(n => n.Event == Mall.Payments.ChargeEvent.Settled).SumAsync(n => n.AmountMinor)
            + await db.Postings.Where(p => p.Account == AccountKind.Buyer).SumAsync(p => p.AmountMinor));
}
