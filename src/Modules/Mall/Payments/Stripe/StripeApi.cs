using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sward.Mall.Payments.Stripe;

/// <summary>Stripe's API: forms in, JSON out.</summary>
internal sealed class StripeApi(HttpClient http, IOptions<StripeOptions> options, ILogger<StripeApi> log)
{
    /// <summary>Answers keep this shape whatever the account's default version is.</summary>
    private const string Version = "2024-06-20";

    public Task<JsonElement> GetAsync(string path, CancellationToken ct) => SendAsync(new(HttpMethod.Get, path), ct);

    /// <summary>Makes or changes something.</summary>
    /// <param name="key">For a day the same key is the same request, and its answer is only repeated.</param>
    public Task<JsonElement> PostAsync(string path, string key, IEnumerable<KeyValuePair<string, string>> form, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Idempotency-Key", key);
        return SendAsync(request, ct);
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
        {
            request.Headers.Authorization = new("Bearer", options.Value.SecretKey);
            request.Headers.Add("Stripe-Version", Version);
            var answer = await http.AskAsync(request, ct);
            return answer.IsSuccess ? answer.Json() : throw log.Refused(StripeProvider.ProviderName, answer.Status, CodeOf(answer));
        }
    }

    private static string? CodeOf(ProviderAnswer answer) =>
        answer.TryJson() is { } json && json.TryGetProperty("error", out var error) ? error.Text("code") ?? error.Text("type") : null;
}
