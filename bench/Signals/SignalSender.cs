using System.Globalization;
using System.Net.Http.Headers;

namespace Sward.Bench;

/// <summary>Sends what pages notice: batches of impressions, opens and readings, each person's in turn.</summary>
/// <param name="tokens">Of those who look at pages.</param>
/// <param name="noteIds">Notes that stand on them.</param>
internal sealed class SignalSender(HttpClient client, IReadOnlyList<string> tokens, IReadOnlyList<string> noteIds)
{
    public const int BatchSize = 40;

    /// <summary>Each so many batches one comes twice, as when a page does not know whether its beacon arrived.</summary>
    private const int TwiceEvery = 100;

    private static readonly Uri Events = new("/api/v1/events", UriKind.Relative);
    private static readonly string[] Types = ["impression", "impression", "impression", "impression", "impression", "impression", "open", "dwell"];

    public async Task SendAsync(int n)
    {
        var body = Body(n);
        await PostAsync(n, body);
        if (n % TwiceEvery == 0)
        {
            await PostAsync(n, body);
        }
    }

    private async Task PostAsync(int n, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Events) { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Authorization = new("Bearer", tokens[n % tokens.Count]);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private string Body(int n)
    {
        var (now, request) = (TimeProvider.System.GetUtcNow(), Guid.NewGuid());
        return $"[{string.Join(',', Enumerable.Range(0, BatchSize).Select(Event))}]";

        string Event(int slot) => string.Create(CultureInfo.InvariantCulture, $$"""
            {"id":"{{Guid.NewGuid()}}","requestId":"{{request:N}}","type":"{{Types[slot % Types.Length]}}","target":{"kind":"note","id":"{{noteIds[((n * BatchSize) + slot) % noteIds.Count]}}"},"slot":{{slot}},"ms":1200,"at":"{{now.AddMilliseconds(-slot * 100).UtcDateTime:O}}"}
            """);
    }
}
