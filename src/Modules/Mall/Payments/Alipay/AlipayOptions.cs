namespace Sward.Mall.Payments.Alipay;

/// <summary>The application at Alipay's open platform, section <c>Mall:Alipay</c>.</summary>
internal sealed class AlipayOptions() : ProviderOptions(AlipayProvider.ProviderName, "https://openapi.alipay.com")
{
    public string AppId { get; init; } = "";

    /// <summary>The merchant's number, 2088…</summary>
    public string SellerId { get; init; } = "";

    /// <summary>The application's own key, with which we sign (RSA2).</summary>
    public string PrivateKey { get; init; } = "";

    /// <summary>Alipay's key, not the application's: with it we check what Alipay signs.</summary>
    public string AlipayPublicKey { get; init; } = "";

    public override string Section => "Alipay";

    public override bool IsSetUp => AppId.Length > 0 || SellerId.Length > 0 || PrivateKey.Length > 0 || AlipayPublicKey.Length > 0;

    protected override IEnumerable<string> MissingSettings => Missing(
        (nameof(AppId), AppId.Length > 0),
        (nameof(SellerId), SellerId.Length > 0),
        (nameof(PrivateKey), RsaKeys.IsPrivateKey(PrivateKey)),
        (nameof(AlipayPublicKey), RsaKeys.IsPublicKey(AlipayPublicKey)));
}
