using System.Text;
using System.Text.Json;

namespace Sward.Mall.Payments.Alipay;

/// <summary>RSA2: SHA-256 with RSA over the parameters, sorted, decoded and joined as <c>a=1&amp;b=2</c>; empty ones are left out.</summary>
internal static class AlipaySignature
{
    public static string Sign(IReadOnlyDictionary<string, string> parameters, string privateKey) => RsaKeys.Sign(privateKey, Content(parameters, without: ["sign"]));

    /// <summary>Whether Alipay signed this callback. Other than in requests, the kind of signature is not signed with the rest.</summary>
    public static bool IsGenuine(IReadOnlyDictionary<string, string> callback, string alipayPublicKey) =>
        callback.TryGetValue("sign", out var sign)
        && callback.GetValueOrDefault("sign_type") is "RSA2"
        && RsaKeys.Verify(alipayPublicKey, Encoding.UTF8.GetBytes(Content(callback, without: ["sign", "sign_type"])), sign);

    /// <summary>The signed part of an answer, when Alipay signed it: <c>{"…_response":{…},"sign":"…"}</c>, over the very characters of the inner object.</summary>
    public static JsonElement? GenuinePart(JsonElement answer, string name, string alipayPublicKey) =>
        answer.Text("sign") is { } sign
        && answer.TryGetProperty(name, out var part)
        && RsaKeys.Verify(alipayPublicKey, Encoding.UTF8.GetBytes(part.GetRawText()), sign)
            ? part
            : null;

    private static string Content(IReadOnlyDictionary<string, string> parameters, string[] without) => string.Join('&', parameters
        .Where(parameter => parameter.Value.Length > 0 && !without.Contains(parameter.Key, StringComparer.Ordinal))
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
        .Select(parameter => $"{parameter.Key}={parameter.Value}"));
}
