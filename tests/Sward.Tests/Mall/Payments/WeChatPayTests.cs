using System.Net;
using System.Security.Cryptography;
using System.Text;
using Sward.Mall.Payments.WeChatPay;

namespace Sward.Tests.Mall.Payments;

public abstract class WeChatPayTests(AppFixture app, KeyPairs keys) : IClassFixture<KeyPairs>
{
    private const string AppId = "wx0000000000000001", Merchant = "1900000001", Serial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    private const string TheirSerial = "PUB_KEY_ID_0119000000012026";
    private const string ApiV3Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task A_payment_is_begun_paid_by_notification_and_refunded()
    {
        await using var scene = await OpenAsync();

        var till = (await scene.BeginAsync()).Body;

        Assert.Equal(("qrCode", "weixin://wxpay/bizpayurl?pr=1"), (till.GetProperty("kind").GetString(), till.GetProperty("value").GetString()));
        var begun = scene.Received("POST", "/v3/pay/transactions/native");
        AssertSigned(begun);
        Assert.Equal(("application/json; charset=utf-8", "application/json"), (begun.Headers["Content-Type"], begun.Headers["Accept"]));
        Assert.Equal(
            $$$"""{"appid":"{{{AppId}}}","mchid":"{{{Merchant}}}","description":"shop.example {{{scene.PurchaseId}}}","out_trade_no":"{{{scene.Payment}}}","time_expire":"2026-03-01T12:30:00\u002B00:00","notify_url":"{{{ProviderScene.Site}}}/api/v1/payments/wechatpay/callback","amount":{"total":{{{scene.Total}}},"currency":"CNY"}}""",
            begun.Body);

        var news = News(scene);
        Assert.Equal(HttpStatusCode.NoContent, (await TellAsync(scene, news)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await TellAsync(scene, news)).Status);
        await scene.AssertPaidAsync();

        var refundId = await scene.RefundAsync();
        var refund = scene.Received("POST", "/v3/refund/domestic/refunds");
        AssertSigned(refund);
        var content = ProviderScene.Json(refund.Body);
        Assert.Equal(("4200000001", refundId), (content.GetProperty("transaction_id").GetString(), content.GetProperty("out_refund_no").GetString()));
        Assert.Equal($$"""{"refund":{{scene.Total}},"total":{{scene.Total}},"currency":"CNY"}""", content.GetProperty("amount").GetRawText());
        Assert.True(await scene.AreRefundsSentAsync());
    }

    [Fact]
    public async Task What_WeChat_Pay_did_not_sign_just_now_or_not_for_us_changes_nothing()
    {
        await using var scene = await OpenAsync();
        await scene.BeginAsync();
        var news = News(scene);
        var headers = Signed(scene.Seconds, news);

        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news)).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news + " ", headers)).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news.Replace("SUCCESS", "SUCCESs", StringComparison.Ordinal), headers)).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news, Signed(scene.Seconds - 301, news))).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news, With(headers, "Wechatpay-Serial", Serial))).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news, With(headers, "Wechatpay-Nonce", "other"))).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news, With(headers, "Wechatpay-Signature", "WECHATPAY/SIGNTEST/1"))).Code);
        Assert.Equal("mall.callback-not-ours", (await TellAsync(scene, News(scene, appId: "wx0000000000000002"))).Code);
        Assert.Equal("mall.callback-not-ours", (await TellAsync(scene, News(scene, merchant: "1900000002"))).Code);
        await scene.AssertStrayAsync(() => TellAsync(scene, News(scene, paymentId: "1")));
        Assert.Equal(HttpStatusCode.NoContent, (await TellAsync(scene, """{"event_type":"REFUND.SUCCESS","resource":{}}""")).Status);
        await scene.AssertUntouchedAsync();
    }

    [Theory]
    [InlineData(1, "CNY")]
    [InlineData(0, "HKD")]
    public async Task Another_amount_or_currency_goes_back(int more, string currency)
    {
        await using var scene = await OpenAsync();
        await scene.BeginAsync();

        await TellAsync(scene, News(scene, amount: scene.Total + more, currency: currency));

        await scene.AssertGivenBackAsync(scene.Total + more);
    }

    [Fact]
    public async Task Lost_news_is_asked_for()
    {
        await using var scene = await OpenAsync();
        await scene.BeginAsync();
        scene.Provider.Requests.Clear();

        await scene.AskAsync();

        AssertSigned(scene.Received("GET", $"/v3/pay/transactions/out-trade-no/{scene.Payment}?mchid={Merchant}"));
        await scene.AssertPaidAsync();
    }

    [Fact]
    public async Task An_answer_that_WeChat_Pay_did_not_sign_is_refused_and_an_unknown_order_is_no_failure()
    {
        await using var scene = await OpenAsync((own, received) => received.Method is "GET"
            ? new("""{"code":"ORDER_NOT_EXIST"}""", HttpStatusCode.NotFound)
            : AnswerOf(own, received) with { Headers = [] });

        Assert.Equal("mall.provider-refused", (await scene.BeginAsync()).Code);
        await scene.AskAsync();

        Assert.Equal("created", await scene.Shopper.PaymentStateAsync(scene.PaymentId));
        await scene.AssertUntouchedAsync();
    }

    [Fact]
    public async Task The_pay_page_shows_a_code_to_scan_without_script()
    {
        await using var scene = await OpenAsync();

        using var form = new FormUrlEncodedContent([]);
        using var answer = await scene.Shopper.Client.PostAsync($"/pay/{scene.PaymentId}?handler=begin", form, AppFixture.Ct);

        Assert.Contains("<svg class=\"pay-code\"", await answer.Content.ReadAsStringAsync(AppFixture.Ct), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Refresh"));
        Assert.Equal("pending", await scene.Shopper.PaymentStateAsync(scene.PaymentId));
    }

    private Task<ProviderScene> OpenAsync(Func<ProviderScene, Received, Given>? answer = null) => ProviderScene.OpenAsync(
        app, WeChatPayProvider.ProviderName, "WeChatPay", answer ?? AnswerOf,
        ("AppId", AppId), ("MerchantId", Merchant), ("SerialNumber", Serial), ("PrivateKey", keys.Ours.PrivateKey), ("ApiV3Key", ApiV3Key), ($"PublicKeys:{TheirSerial}", keys.Theirs.PublicKey));

    private Given AnswerOf(ProviderScene scene, Received received)
    {
        var body = received switch
        {
            { Method: "GET" } => Transaction(scene.Payment, AppId, Merchant, scene.Total, "CNY"),
            { PathAndQuery: "/v3/pay/transactions/native" } => """{"code_url":"weixin://wxpay/bizpayurl?pr=1"}""",
            _ => """{"refund_id":"5000000001","status":"PROCESSING"}""",
        };
        return new(body, Headers: Signed(scene.Seconds, body));
    }

    /// <summary>Our signature over method, address, time, nonce and body; openssl checks it.</summary>
    private void AssertSigned(Received request)
    {
        var parts = request.Headers["Authorization"].Split('"');
        Assert.Equal(("WECHATPAY2-SHA256-RSA2048 mchid=", Merchant, Serial), (parts[0], parts[1], parts[9]));
        Assert.True(keys.Ours.Verifies($"{request.Method}\n{request.PathAndQuery}\n{parts[7]}\n{parts[3]}\n{request.Body}\n", parts[5]));
    }

    private static string News(
        ProviderScene scene, string appId = AppId, string merchant = Merchant, string? paymentId = null, long? amount = null, string currency = "CNY")
    {
        var plaintext = Encoding.UTF8.GetBytes(Transaction(paymentId ?? scene.Payment, appId, merchant, amount ?? scene.Total, currency));
        var (ciphertext, tag) = (new byte[plaintext.Length], new byte[16]);
        using var aes = new AesGcm(Encoding.UTF8.GetBytes(ApiV3Key), tag.Length);
        aes.Encrypt("fdasflkja484"u8, plaintext, ciphertext, tag, "transaction"u8);
        return $$$"""{"id":"EV-1","event_type":"TRANSACTION.SUCCESS","resource_type":"encrypt-resource","resource":{"algorithm":"AEAD_AES_256_GCM","ciphertext":"{{{Convert.ToBase64String([.. ciphertext, .. tag])}}}","associated_data":"transaction","nonce":"fdasflkja484"}}""";
    }

    private static string Transaction(string paymentId, string appId, string merchant, long amount, string currency) =>
        $$$"""{"appid":"{{{appId}}}","mchid":"{{{merchant}}}","out_trade_no":"{{{paymentId}}}","transaction_id":"4200000001","trade_state":"SUCCESS","amount":{"total":{{{amount}}},"payer_total":1,"currency":"{{{currency}}}"}}""";

    private Task<Answer> TellAsync(ProviderScene scene, string news) => scene.CallBackAsync(news, Signed(scene.Seconds, news));

    /// <summary>Signed by openssl, as WeChat Pay would.</summary>
    private (string Name, string Value)[] Signed(long seconds, string body) =>
    [
        ("Wechatpay-Serial", TheirSerial), ("Wechatpay-Timestamp", ProviderScene.Text(seconds)), ("Wechatpay-Nonce", "n1"),
        ("Wechatpay-Signature", keys.Theirs.Sign($"{seconds}\nn1\n{body}\n")),
    ];

    private static (string Name, string Value)[] With((string Name, string Value)[] headers, string name, string value) =>
        [.. headers.Select(header => header.Name == name ? (name, value) : header)];
}

public sealed class WeChatPayOnSqlite(OnSqlite app, KeyPairs keys) : WeChatPayTests(app, keys);

public sealed class WeChatPayOnPostgres(OnPostgres app, KeyPairs keys) : WeChatPayTests(app, keys);
