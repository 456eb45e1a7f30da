using System.Net;
using Sward.Mall.Payments.Alipay;

namespace Sward.Tests.Mall.Payments;

public abstract class AlipayTests(AppFixture app, KeyPairs keys) : IClassFixture<KeyPairs>
{
    private const string AppId = "2021000000000001", Seller = "2088000000000001";

    [Fact]
    public async Task A_payment_is_begun_paid_by_notification_and_refunded()
    {
        await using var scene = await OpenAsync();

        var till = (await scene.BeginAsync()).Body;

        Assert.Equal("address", till.GetProperty("kind").GetString());
        Assert.Empty(scene.Provider.Requests);
        var address = new Uri(till.GetProperty("value").GetString()!);
        Assert.Equal($"{scene.Provider.Address}/gateway.do", address.GetLeftPart(UriPartial.Path));
        var asked = Received.FieldsOf(address.Query);
        AssertSigned(asked);
        Assert.Equal(("alipay.trade.page.pay", AppId, "RSA2", "2026-03-01 20:00:00"), (asked["method"], asked["app_id"], asked["sign_type"], asked["timestamp"]));
        Assert.Equal(($"{ProviderScene.Site}/api/v1/payments/alipay/callback", $"{ProviderScene.Site}/pay/{scene.Payment}"), (asked["notify_url"], asked["return_url"]));
        Assert.Equal(
            $$"""{"out_trade_no":"{{scene.Payment}}","product_code":"FAST_INSTANT_TRADE_PAY","total_amount":"{{Yuan.Text(scene.Total)}}","subject":"shop.example {{scene.PurchaseId}}","time_expire":"2026-03-01 20:30:00"}""",
            asked["biz_content"]);

        var news = News(scene);
        for (var i = 0; i < 2; i++)
        {
            using var answer = (await TellAsync(scene, news)).Response;
            Assert.Equal((HttpStatusCode.OK, "success"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(AppFixture.Ct)));
        }

        await scene.AssertPaidAsync();

        var refundId = await scene.RefundAsync();
        var refund = scene.Received("POST", "/gateway.do");
        AssertSigned(refund.Form);
        Assert.Equal("alipay.trade.refund", refund.Form["method"]);
        var content = ProviderScene.Json(refund.Form["biz_content"]);
        Assert.Equal(
            ("trade-1", Yuan.Text(scene.Total), refundId),
            (content.GetProperty("trade_no").GetString(), content.GetProperty("refund_amount").GetString(), content.GetProperty("out_request_no").GetString()));
        Assert.True(await scene.AreRefundsSentAsync());
    }

    [Fact]
    public async Task What_Alipay_did_not_sign_or_not_for_us_changes_nothing()
    {
        await using var scene = await OpenAsync();
        await scene.BeginAsync();
        var news = Encode(Signed(News(scene)));

        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync("")).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(Encode(News(scene)))).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news.Replace("TRADE_SUCCESS", "TRADE_SUCCESs", StringComparison.Ordinal))).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news + "&trade_no=trade-2")).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news + "&more=1")).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news.Replace("RSA2", "RSA", StringComparison.Ordinal))).Code);
        Assert.Equal("mall.callback-not-ours", (await TellAsync(scene, News(scene, ("app_id", "2021000000000002")))).Code);
        Assert.Equal("mall.callback-not-ours", (await TellAsync(scene, News(scene, ("seller_id", "2088000000000002")))).Code);
        await scene.AssertStrayAsync(() => TellAsync(scene, News(scene, ("out_trade_no", "1"))));
        Assert.Equal(HttpStatusCode.OK, (await TellAsync(scene, News(scene, ("trade_status", "TRADE_CLOSED")))).Status);
        await scene.AssertUntouchedAsync();
    }

    [Fact]
    public async Task Another_amount_goes_back()
    {
        await using var scene = await OpenAsync();
        await scene.BeginAsync();

        await TellAsync(scene, News(scene, ("total_amount", "0.01")));

        await scene.AssertGivenBackAsync(1);
    }

    [Fact]
    public async Task Lost_news_is_asked_for()
    {
        await using var scene = await OpenAsync();
        await scene.BeginAsync();

        await scene.AskAsync();

        var asked = scene.Received("POST", "/gateway.do");
        AssertSigned(asked.Form);
        Assert.Equal(("alipay.trade.query", $$"""{"out_trade_no":"{{scene.Payment}}"}"""), (asked.Form["method"], asked.Form["biz_content"]));
        await scene.AssertPaidAsync();
    }

    [Fact]
    public async Task An_answer_that_Alipay_did_not_sign_is_no_news_and_an_unknown_trade_is_no_failure()
    {
        var sign = false;
        await using var scene = await OpenAsync((own, received) =>
            sign ? Answer("alipay.trade.query", """{"code":"40004","sub_code":"ACQ.TRADE_NOT_EXIST"}""") : AnswerOf(own, received) with { Body = AnswerOf(own, received).Body.Replace("10000", "10000\", \"x\":\"", StringComparison.Ordinal) });
        await scene.BeginAsync();

        await scene.AskAsync();
        sign = true;
        await scene.AskAsync();

        Assert.Equal(2, scene.Provider.Requests.Count);
        await scene.AssertUntouchedAsync();
    }

    private Task<ProviderScene> OpenAsync(Func<ProviderScene, Received, Given>? answer = null) => ProviderScene.OpenAsync(
        app, AlipayProvider.ProviderName, "Alipay", answer ?? AnswerOf,
        ("AppId", AppId), ("SellerId", Seller), ("PrivateKey", keys.Ours.BarePrivateKey(pkcs1: true)), ("AlipayPublicKey", keys.Theirs.BarePublicKey));

    private Given AnswerOf(ProviderScene scene, Received received) => received.Form["method"] switch
    {
        "alipay.trade.query" => Answer(
            "alipay.trade.query",
            $$"""{"code":"10000","msg":"Success","out_trade_no":"{{scene.Payment}}","trade_no":"trade-1","trade_status":"TRADE_SUCCESS","total_amount":"{{Yuan.Text(scene.Total)}}","store":"a\/b 名"}"""),
        var method => Answer(method, """{"code":"10000","msg":"Success","fund_change":"Y"}"""),
    };

    private Given Answer(string method, string part) => new($$"""{"{{method.Replace('.', '_')}}_response":{{part}},"sign":"{{keys.Theirs.Sign(part)}}"}""");

    /// <summary>Our signature over all parameters but itself, in the order of their names; openssl checks it.</summary>
    private void AssertSigned(IReadOnlyDictionary<string, string> parameters) => Assert.True(keys.Ours.Verifies(Content(parameters, "sign"), parameters["sign"]));

    private static Dictionary<string, string> News(ProviderScene scene, params (string Name, string Value)[] other)
    {
        var news = new Dictionary<string, string>
        {
            ["notify_time"] = "2026-03-01 20:00:05",
            ["notify_type"] = "trade_status_sync",
            ["charset"] = "utf-8",
            ["version"] = "1.0",
            ["app_id"] = AppId,
            ["seller_id"] = Seller,
            ["out_trade_no"] = scene.Payment,
            ["trade_no"] = "trade-1",
            ["trade_status"] = "TRADE_SUCCESS",
            ["total_amount"] = Yuan.Text(scene.Total),
            ["subject"] = "茶 & 1+1=2",
            ["body"] = "",
        };
        foreach (var (name, value) in other)
        {
            news[name] = value;
        }

        return news;
    }

    private Task<Answer> TellAsync(ProviderScene scene, Dictionary<string, string> news) => scene.CallBackAsync(Encode(Signed(news)));

    /// <summary>Signed by openssl, as Alipay would.</summary>
    private Dictionary<string, string> Signed(Dictionary<string, string> news) => new(news) { ["sign_type"] = "RSA2", ["sign"] = keys.Theirs.Sign(Content(news, "sign", "sign_type")) };

    private static string Content(IReadOnlyDictionary<string, string> parameters, params string[] without) => string.Join('&', parameters
        .Where(p => p.Value.Length > 0 && !without.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));

    private static string Encode(Dictionary<string, string> fields) => string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}"));
}

public sealed class AlipayOnSqlite(OnSqlite app, KeyPairs keys) : AlipayTests(app, keys);

public sealed class AlipayOnPostgres(OnPostgres app, KeyPairs keys) : AlipayTests(app, keys);
