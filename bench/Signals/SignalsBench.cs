using System.Net.Http.Json;
using Sward.Kernel;

namespace Sward.Bench;

/// <summary>
/// What it does to those who read pages that 20,000 signals a second arrive: the front page is read at a fixed pace without signals, with them, and without them again, all
/// in one run. The load comes from this process, the server is another.
/// </summary>
internal static class SignalsBench
{
    private const int SignalsPerSecond = 20_000;
    private const int PagesPerSecond = 40;
    private const int People = 2_000;
    private const int Connections = 128;
    private const int Notes = 1_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    /// <summary>After this long what waits to be written is written.</summary>
    private static readonly TimeSpan Written = TimeSpan.FromSeconds(5);

    public static async Task<bool> RunAsync(int seconds)
    {
        var report = new Report("signals");
        report.Say("rateLimitsOn", 1);
        await MeasureAsync(report, "sqlite", "artifacts/bench/feed", TimeSpan.FromSeconds(seconds));
        await MeasureAsync(report, "postgres", "artifacts/bench/signals", TimeSpan.FromSeconds(seconds), PostgresServer.Setting);
        return report.Finish();
    }

    private static async Task MeasureAsync(Report report, string database, string data, TimeSpan time, params string[] settings)
    {
        if (Directory.Exists($"{data}/signals"))
        {
            Directory.Delete($"{data}/signals", recursive: true);
        }

        await using var server = await Server.StartAsync(data, settings);
        string[] tokens = [.. (await server.Client.GetFromJsonAsync<long[]>(BenchServer.People))!.Take(People).Select(Planting.TokenOf)];
        // As many connections as browsers might keep open to a node; more than a queue of new ones can hold are refused.
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = server.Address };
        var sender = new SignalSender(client, tokens, await NotesAsync(server));
        Call[] pages = [.. tokens.Select(token => new Call("/", "Cookie", $"{SessionCookie.Name}={token}"))];
        await Task.WhenAll(ReadAsync(server, pages, WarmUp), SendAsync(sender, WarmUp));

        var before = await ReadAsync(server, pages, time / 2);
        await Task.Delay(Written, TimeProvider.System);
        var (counted, cpu) = (await CountAsync(server), server.CpuTime);
        var sending = SendAsync(sender, time);
        var during = await ReadAsync(server, pages, time);
        await sending;
        await Task.Delay(Written, TimeProvider.System);
        var counts = await CountAsync(server) - counted;
        report.Say($"{database}.cpuOfOneCoreWith", (server.CpuTime - cpu) / time);
        cpu = server.CpuTime;
        var after = await ReadAsync(server, pages, time / 2);
        report.Say($"{database}.cpuOfOneCoreWithout", (server.CpuTime - cpu) / (time / 2));

        var without = before.With(after);
        Say(report, $"{database}.without", without);
        Say(report, $"{database}.with", during);
        report.AtMost($"{database}.p95OfThatWithout", during.P95 / without.P95, 1.25);
        report.AtLeast($"{database}.acceptedPerSecond", counts.Accepted / time.TotalSeconds, SignalsPerSecond);
        report.Say($"{database}.accepted", counts.Accepted);
        report.Say($"{database}.written", counts.Written);
        report.Say($"{database}.repeated", counts.Repeated);
        report.AtMost($"{database}.lost", counts.Lost, 0);
        report.Exactly($"{database}.unaccounted", counts.Accepted - counts.Written - counts.Repeated - counts.Lost, 0);
    }

    /// <summary>The notes of the first pages.</summary>
    private static async Task<string[]> NotesAsync(Server server)
    {
        var notes = new List<string>();
        for (string? cursor = null; notes.Count < Notes;)
        {
            var page = await server.GetAsync(new($"/api/v1/feed/discover?limit=50&cursor={cursor}"));
            notes.AddRange(page.GetProperty("items").EnumerateArray().Select(card => card.GetProperty("note").GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }

        return [.. notes];
    }

    /// <summary>The front page as people who are signed in see it, each in turn.</summary>
    private static Task<Latencies> ReadAsync(Server server, Call[] pages, TimeSpan time) => new OpenLoop(PagesPerSecond).RunAsync(time, n => server.ReadAsync(pages[n % pages.Length]));

    private static Task<Latencies> SendAsync(SignalSender sender, TimeSpan time) => new OpenLoop((double)SignalsPerSecond / SignalSender.BatchSize).RunAsync(time, sender.SendAsync);

    private static async Task<SignalCounts> CountAsync(Server server) => (await server.Client.GetFromJsonAsync<SignalCounts>(BenchServer.Signals))!;

    private static void Say(Report report, string about, Latencies latencies)
    {
        report.Say($"{about}.p50Milliseconds", latencies.P50);
        report.Say($"{about}.p95Milliseconds", latencies.P95);
        report.Say($"{about}.p99Milliseconds", latencies.P99);
    }
}
