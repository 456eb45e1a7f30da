using System.Text;

namespace Sward.Mall.Payments.WeChatPay;

/// <summary>The merchant at WeChat Pay, section <c>Mall:WeChatPay</c>.</summary>
internal sealed class WeChatPayOptions() : ProviderOptions(WeChatPayProvider.ProviderName, "https://api.mch.weixin.qq.com")
{
    public string AppId { get; init; } = "";

    public string MerchantId { get; init; } = "";

    /// <summary>The serial number of the merchant's certificate, under which WeChat Pay knows the private key.</summary>
    public string SerialNumber { get; init; } = "";

    public string PrivateKey { get; init; } = "";

    /// <summary>32 characters; what notifications are encrypted with.</summary>
    public string ApiV3Key { get; init; } = "";

    /// <summary>WeChat Pay's keys by the id or serial number that it names (<c>PUB_KEY_ID_…</c>); two while one replaces the other.</summary>
    public IReadOnlyDictionary<string, string> PublicKeys { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public override string Section => "WeChatPay";

    public override bool IsSetUp => AppId.Length > 0 || MerchantId.Length > 0 || PrivateKey.Length > 0 || ApiV3Key.Length > 0 || PublicKeys.Count > 0;

    protected override IEnumerable<string> MissingSettings => Missing(
        (nameof(AppId), AppId.Length > 0),
        (nameof(MerchantId), MerchantId.Length > 0),
        (nameof(SerialNumber), SerialNumber.Length > 0),
        (nameof(PrivateKey), RsaKeys.IsPrivateKey(PrivateKey)),
        (nameof(ApiV3Key), Encoding.UTF8.GetByteCount(ApiV3Key) == 32),
        (nameof(PublicKeys), PublicKeys.Count > 0 && PublicKeys.Values.All(RsaKeys.IsPublicKey)));
}
