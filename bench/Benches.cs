using System.Globalization;
using Sward.Bench.Recommend;

namespace Sward.Bench;

/// <summary>The way in: <c>feed</c>, <c>discover</c>, <c>flash</c>, <c>checkout</c>, <c>festival</c>, <c>recommend</c>, <c>search</c>, <c>relevance</c> and <c>signals</c> measure, <c>serve</c> is the server they start and <c>merge</c> the index that tests kill.</summary>
internal static class Benches
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["feed"]:
                return await FeedBench.RunAsync() ? 0 : 1;
            case ["discover"]:
                return await DiscoverBench.RunAsync() ? 0 : 1;
            case ["flash"]:
                return await FlashBench.RunAsync() ? 0 : 1;
            case ["checkout"]:
                return await CheckoutBench.RunAsync() ? 0 : 1;
            case ["festival"]:
                return await FestivalBench.RunAsync(orders: 50_000) ? 0 : 1;
            case ["festival", var orders]:
                return await FestivalBench.RunAsync(int.Parse(orders, CultureInfo.InvariantCulture)) ? 0 : 1;
            case ["recommend", .. var options]:
                return RecommendBench.Run(ValueOf(options, "--data") ?? "../shared/data", options.Contains("--search", StringComparer.Ordinal)) ? 0 : 1;
            case ["relevance"]:
                return RelevanceBench.Run() ? 0 : 1;
            case ["relevance", "--data", var folder]:
                return RelevanceBench.Run(folder) ? 0 : 1;
            case ["search"]:
                return SearchBench.Run(notes: 1_000_000) ? 0 : 1;
            case ["search", var notes]:
                return SearchBench.Run(int.Parse(notes, CultureInfo.InvariantCulture)) ? 0 : 1;
            case ["merge", var folder]:
                MergingIndex.Run(folder);
                return 0;
            case ["signals"]:
                return await SignalsBench.RunAsync(seconds: 60) ? 0 : 1;
            case ["signals", var seconds]:
                return await SignalsBench.RunAsync(int.Parse(seconds, CultureInfo.InvariantCulture)) ? 0 : 1;
            case ["serve", var data, var port, .. var settings]:
                await BenchServer.RunAsync(data, port, settings);
                return 0;
            default:
                Console.Error.WriteLine("usage: ./sward bench feed | discover | flash | checkout | festival [orders] | recommend [--data DIR] [--search] | search [notes] | relevance [--data DIR] | signals [seconds]");
                return 2;
        }
    }

    private static string? ValueOf(string[] options, string name) => options.SkipWhile(option => !string.Equals(option, name, StringComparison.Ordinal)).Skip(1).FirstOrDefault();
}
