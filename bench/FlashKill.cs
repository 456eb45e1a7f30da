using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sward.Kernel;

namespace Sward.Bench;

/// <summary>
/// The same rush over HTTP, and in the middle of it the server is killed with SIGKILL and started again. Everybody asks once more with the same key: who had an
/// answer gets the same, and in the end every unit belongs to exactly one order.
/// </summary>
internal static class FlashKill
{
    private const int Units = 1_000;
    private const int KilledAfter = 400;
    private const int AtOnce = 100;

    public static async Task RunAsync(Report report, string about, string data, string[] settings)
    {
        string[] all = [.. settings, "RateLimits:Enabled=false"];
        var (buyers, skuId) = await PrepareAsync(data, all);
        var before = await AskAsync(data, all, buyers, skuId, killedAfter: KilledAfter);
        var after = await AskAsync(data, all, buyers, skuId, killedAfter: int.MaxValue);

        await using var server = new BenchServer(data, all);
        var market = new FlashMarket(server.Services);
        var there = (await market.PurchasesAsync(skuId)).ToHashSet();
        report.AtLeast($"{about}.answeredBefore", before.Count, KilledAfter);
        report.Exactly($"{about}.answeredAndLost", before.Values.Count(purchase => !there.Contains(purchase)), 0);
        report.Exactly($"{about}.answeredDifferently", before.Count(answer => after.GetValueOrDefault(answer.Key) != answer.Value), 0);
        await market.CheckAsync(report, about, skuId, Units);
    }

    private static async Task<(IReadOnlyList<FlashBuyer> Buyers, long SkuId)> PrepareAsync(string data, string[] settings)
    {
        await using var server = new BenchServer(data, settings);
        var market = new FlashMarket(server.Services);
        return (await market.OpenAsync(), await market.ListAsync(Units));
    }

    /// <summary>Every buyer asks for a unit; who got one, and by which purchase.</summary>
    private static async Task<IReadOnlyDictionary<long, long>> AskAsync(
        string data, string[] settings, IReadOnlyList<FlashBuyer> buyers, long skuId, int killedAfter)
    {
        await using var server = await Server.StartAsync(data, settings);
        var answers = new ConcurrentDictionary<long, long>();
        await Parallel.ForEachAsync(buyers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (buyer, ct) =>
        {
            try
            {
                if (await BuyAsync(server.Client, buyer, skuId, ct) is { } purchase)
                {
                    answers[buyer.Id] = purchase;
                }
            }
            catch (HttpRequestException) when (answers.Count >= killedAfter)
            {
                // Nobody is there any more; what was answered is on paper.
            }

            if (answers.Count >= killedAfter)
            {
                server.Kill();
            }
        });
        return answers;
    }

    private static async Task<long?> BuyAsync(HttpClient client, FlashBuyer buyer, long skuId, CancellationToken ct)
    {
        object[] lines = [new { skuId = $"{skuId}", quantity = 1 }];
        using var quote = await SendAsync(client, buyer, "/api/v1/checkout/quote", new { lines }, key: null, ct);
        var quoteId = (await quote.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetString();
        using var order = await SendAsync(client, buyer, "/api/v1/checkout", new { lines, addressId = $"{buyer.AddressId}", quoteId }, $"killed-{skuId}-{buyer.Id}", ct);
        if (order.StatusCode is HttpStatusCode.Conflict)
        {
            return null;
        }

        var answer = await order.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(ct);
        return long.Parse(answer.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, FlashBuyer buyer, string path, object body, string? key, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", Planting.TokenOf(buyer.Id));
        if (key is not null)
        {
            request.Headers.Add(IdempotencyExtensions.Header, key);
        }

        return client.SendAsync(request, ct);
    }
}
