using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sward.Mall.Payments.Alipay;

/// <summary>Alipay's gateway: signed parameters in, a signed object out.</summary>
internal sealed class AlipayApi(HttpClient http, IOptions<AlipayOptions> options, ILogger<AlipayApi> log, TimeProvider clock)
{
    private const string Gateway = "gateway.do";
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    /// <summary>The address at which a browser makes a call of its own.</summary>
    public string AddressOf(string method, object content, params (string Name, string Value)[] more)
    {
        var query = Signed(method, content, more).Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}");
        return new Uri(options.Value.BaseAddress, $"{Gateway}?{string.Join('&', query)}").AbsoluteUri;
    }

    /// <summary>Makes a call and returns its answer, which Alipay has signed.</summary>
    /// <param name="accepted">Alipay's <c>sub_code</c> of an error that is an answer here.</param>
    public async Task<JsonElement> CallAsync(string method, object content, string? accepted, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Gateway) { Content = new FormUrlEncodedContent(Signed(method, content)) };
        var answer = await http.AskAsync(request, ct);
        var part = answer.TryJson() is { } json ? AlipaySignature.GenuinePart(json, $"{method.Replace('.', '_')}_response", options.Value.AlipayPublicKey) : null;
        if (part is { } genuine && (genuine.Text("code") is "10000" || (accepted is not null && string.Equals(genuine.Text("sub_code"), accepted, StringComparison.Ordinal))))
        {
            return genuine;
        }

        throw log.Refused(AlipayProvider.ProviderName, answer.Status, part is { } refusal ? refusal.Text("sub_code") ?? refusal.Text("code") : "unsigned");
    }

    /// <summary>A moment as Alipay writes it.</summary>
    public static string TimeText(DateTimeOffset at) => at.ToOffset(ChinaTime).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private Dictionary<string, string> Signed(string method, object content, params (string Name, string Value)[] more)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = options.Value.AppId,
            ["method"] = method,
            ["format"] = "JSON",
            ["charset"] = "utf-8",
            ["sign_type"] = "RSA2",
            ["timestamp"] = TimeText(clock.GetUtcNow()),
            ["version"] = "1.0",
            ["biz_content"] = JsonSerializer.Serialize(content),
        };
        foreach (var (name, value) in more)
        {
            parameters.Add(name, value);
        }

        parameters.Add("sign", AlipaySignature.Sign(parameters, options.Value.PrivateKey));
        return parameters;
    }
}
