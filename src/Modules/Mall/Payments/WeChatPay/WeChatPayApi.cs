using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sward.Mall.Payments.WeChatPay;

/// <summary>WeChat Pay's API v3: signed JSON in, signed JSON out.</summary>
internal sealed class WeChatPayApi(HttpClient http, IOptions<WeChatPayOptions> options, ILogger<WeChatPayApi> log, TimeProvider clock)
{
    /// <summary>Reads something; nothing when WeChat Pay does not know it.</summary>
    public Task<JsonElement?> GetAsync(string pathAndQuery, CancellationToken ct) => SendAsync(HttpMethod.Get, pathAndQuery, "", ct);

    public async Task<JsonElement> PostAsync(string path, object content, CancellationToken ct) =>
        await SendAsync(HttpMethod.Post, path, JsonSerializer.Serialize(content), ct) ?? throw log.Refused(WeChatPayProvider.ProviderName, HttpStatusCode.NotFound, code: null);

    public Refusal Refused(string? code) => log.Refused(WeChatPayProvider.ProviderName, HttpStatusCode.OK, code);

    private async Task<JsonElement?> SendAsync(HttpMethod method, string pathAndQuery, string body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, pathAndQuery);
        request.Headers.TryAddWithoutValidation("Authorization", WeChatPaySignature.Authorization(
            options.Value, method, pathAndQuery, body, clock.GetUtcNow().ToUnixTimeSeconds(), RandomNumberGenerator.GetHexString(32)));
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        var answer = await http.AskAsync(request, ct);
        if (answer.IsSuccess)
        {
            return WeChatPaySignature.IsGenuine(options.Value, name => HeaderOf(answer, name), answer.Body, clock.GetUtcNow())
                ? answer.Json()
                : throw log.Refused(WeChatPayProvider.ProviderName, answer.Status, "unsigned");
        }

        var code = answer.TryJson()?.Text("code");
        // The second spelling is that of its older pages.
        return answer.Status is HttpStatusCode.NotFound && code is "ORDER_NOT_EXIST" or "ORDERNOTEXIST"
            ? null
            : throw log.Refused(WeChatPayProvider.ProviderName, answer.Status, code);
    }

    private static string? HeaderOf(ProviderAnswer answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
