namespace Sward.Bench;

/// <summary>The way in: <c>feed</c>, <c>flash</c> and <c>checkout</c> measure, <c>serve</c> is the server they start.</summary>
internal static class Benches
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["feed"]:
                return await FeedBench.RunAsync() ? 0 : 1;
            case ["flash"]:
                return await FlashBench.RunAsync() ? 0 : 1;
            case ["checkout"]:
                return await CheckoutBench.RunAsync() ? 0 : 1;
            case ["serve", var data, var port, .. var settings]:
                await BenchServer.RunAsync(data, port, settings);
                return 0;
            default:
                Console.Error.WriteLine("usage: ./sward bench feed | flash | checkout");
                return 2;
        }
    }
}
