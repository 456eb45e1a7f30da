using System.Globalization;
using System.Text;

namespace Sward.Mall.Payments.WeChatPay;

/// <summary>The signatures of WeChat Pay's API v3, SHA-256 with RSA: ours over a request, theirs over an answer or a notification.</summary>
internal static class WeChatPaySignature
{
    private const string Scheme = "WECHATPAY2-SHA256-RSA2048";

    /// <summary>What a request is signed as.</summary>
    /// <param name="pathAndQuery">As it is sent, escapes and all.</param>
    public static string MessageOf(HttpMethod method, string pathAndQuery, long timestamp, string nonce, string body) =>
        string.Create(CultureInfo.InvariantCulture, $"{method}\n{pathAndQuery}\n{timestamp}\n{nonce}\n{body}\n");

    public static string Authorization(WeChatPayOptions options, HttpMethod method, string pathAndQuery, string body, long timestamp, string nonce)
    {
        var signature = RsaKeys.Sign(options.PrivateKey, MessageOf(method, pathAndQuery, timestamp, nonce, body));
        return string.Create(CultureInfo.InvariantCulture,
            $"{Scheme} mchid=\"{options.MerchantId}\",nonce_str=\"{nonce}\",signature=\"{signature}\",timestamp=\"{timestamp}\",serial_no=\"{options.SerialNumber}\"");
    }

    /// <summary>Whether WeChat Pay signed this body just now. Now and then it sends a wrong signature on purpose, to see it refused.</summary>
    /// <param name="header">Finds a header of the message; nothing when it is missing.</param>
    public static bool IsGenuine(WeChatPayOptions options, Func<string, string?> header, byte[] body, DateTimeOffset now) =>
        header("Wechatpay-Serial") is { } serial && options.PublicKeys.TryGetValue(serial, out var publicKey)
        && header("Wechatpay-Timestamp") is { } time && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp)
        && Callback.IsFresh(timestamp, now)
        && header("Wechatpay-Nonce") is { } nonce
        && header("Wechatpay-Signature") is { } signature
        && RsaKeys.Verify(publicKey, [.. Encoding.UTF8.GetBytes($"{time}\n{nonce}\n"), .. body, (byte)'\n'], signature);
}
