using System.Diagnostics;
using System.Text.Json;

namespace Sward.Bench;

/// <summary>A request that the load repeats.</summary>
internal sealed record Call(string Path, string Header = "", string Value = "");

/// <summary>What a load achieved. <paramref name="CpuMicroseconds"/> is the server's, per request.</summary>
internal sealed record Loaded(double PerSecond, double CpuMicroseconds, double P50, double P99, long Errors);

/// <summary>
/// Puts a server under load with wrk: one thread beside the server, so that both cores of a small machine are used. The warm-up is long enough for the runtime to
/// compile what is hot a second time, with what it has learned.
/// </summary>
internal static class Load
{
    private const int Connections = 32;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    private sealed record Summary(long Requests, double Seconds, long Errors, double P50, double P99);

    public static async Task<Loaded> RunAsync(Server server, IEnumerable<Call> calls)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, calls.Select(call => $"{call.Path}\t{call.Header}\t{call.Value}"));
        await WrkAsync(server, file, WarmUp);
        var before = server.CpuTime;
        var summary = await WrkAsync(server, file, Measured);
        File.Delete(file);
        return new(
            summary.Requests / summary.Seconds, (server.CpuTime - before).TotalMicroseconds / Math.Max(1, summary.Requests), summary.P50, summary.P99, summary.Errors);
    }

    private static async Task<Summary> WrkAsync(Server server, string file, TimeSpan duration)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk",
            ["--threads", "1", "--connections", $"{Connections}", "--duration", $"{duration.TotalSeconds}s", "--script", Path.Combine(AppContext.BaseDirectory, "load.lua"), $"{server.Address}", "--", file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return JsonSerializer.Deserialize<Summary>(output.AsSpan(output.LastIndexOf('{')), JsonSerializerOptions.Web)!;
    }
}
