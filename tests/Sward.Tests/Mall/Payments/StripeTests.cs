using System.Net;
using Sward.Mall.Payments.Stripe;

namespace Sward.Tests.Mall.Payments;

public abstract class StripeTests(AppFixture app)
{
    private const string Secret = "whsec_test_1";

    [Fact]
    public async Task A_payment_is_begun_paid_by_webhook_and_refunded()
    {
        await using var scene = await OpenAsync();

        var till = await scene.BeginAsync();

        Assert.Equal(("address", "https://checkout.stripe.com/c/pay/cs_1"), (till.Body.GetProperty("kind").GetString(), till.Body.GetProperty("value").GetString()));
        var begun = scene.Received("POST", "/v1/checkout/sessions");
        Assert.Equal(("Bearer sk_test_1", scene.Payment, "2024-06-20"), (begun.Headers["Authorization"], begun.Headers["Idempotency-Key"], begun.Headers["Stripe-Version"]));
        Assert.Equal("application/x-www-form-urlencoded", begun.Headers["Content-Type"]);
        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["mode"] = "payment",
                ["client_reference_id"] = scene.Payment,
                ["payment_intent_data[metadata][payment_id]"] = scene.Payment,
                ["success_url"] = $"{ProviderScene.Site}/pay/{scene.Payment}",
                ["cancel_url"] = $"{ProviderScene.Site}/pay/{scene.Payment}",
                ["expires_at"] = ProviderScene.Text(scene.Seconds + (61 * 60)),
                ["line_items[0][quantity]"] = "1",
                ["line_items[0][price_data][currency]"] = "cny",
                ["line_items[0][price_data][unit_amount]"] = ProviderScene.Text(scene.Total),
                ["line_items[0][price_data][product_data][name]"] = $"shop.example {scene.PurchaseId}",
            },
            new SortedDictionary<string, string>(begun.Form.ToDictionary(), StringComparer.Ordinal));

        var news = News(scene);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TellAsync(scene, news)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.Status));
        await scene.AssertPaidAsync();

        var refundId = await scene.RefundAsync();
        var refund = scene.Received("POST", "/v1/refunds");
        Assert.Equal(refundId, refund.Headers["Idempotency-Key"]);
        Assert.Equal(("pi_1", ProviderScene.Text(scene.Total), refundId), (refund.Form["payment_intent"], refund.Form["amount"], refund.Form["metadata[refund_id]"]));
        Assert.True(await scene.AreRefundsSentAsync());
        Assert.Equal("refunded", await scene.Shopper.PaymentStateAsync(scene.PaymentId));
    }

    [Fact]
    public async Task What_Stripe_did_not_sign_just_now_changes_nothing()
    {
        await using var scene = await OpenAsync();
        await scene.BeginAsync();
        var news = News(scene);
        var signed = Signed(scene.Seconds, news);

        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news)).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news, (StripeSignature.Header, Signed(scene.Seconds, news, "whsec_other")))).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news, (StripeSignature.Header, Signed(scene.Seconds - 301, news)))).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news.Replace("paid", "pa1d", StringComparison.Ordinal), (StripeSignature.Header, signed))).Code);
        Assert.Equal("mall.callback-not-genuine", (await scene.CallBackAsync(news + " ", (StripeSignature.Header, signed))).Code);
        Assert.Equal("kernel.too-large", (await scene.CallBackAsync(new string(' ', 65_537), (StripeSignature.Header, signed))).Code);
        await scene.AssertStrayAsync(() => TellAsync(scene, News(scene, paymentId: "1")));
        Assert.Equal(HttpStatusCode.NoContent, (await TellAsync(scene, News(scene, type: "charge.updated"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await TellAsync(scene, News(scene, paymentId: "order of another shop"))).Status);
        await scene.AssertUntouchedAsync();
    }

    [Theory]
    [InlineData(-1, "cny")]
    [InlineData(0, "jpy")]
    public async Task Another_amount_or_currency_goes_back(int more, string currency)
    {
        await using var scene = await OpenAsync();
        await scene.BeginAsync();

        await TellAsync(scene, News(scene, amount: scene.Total + more, currency: currency));

        await scene.AssertGivenBackAsync(scene.Total + more);
    }

    [Fact]
    public async Task A_payment_that_takes_days_is_authorized_first()
    {
        await using var scene = await OpenAsync();
        await scene.BeginAsync();

        await TellAsync(scene, News(scene, status: "unpaid"));
        Assert.Equal("authorized", await scene.Shopper.PaymentStateAsync(scene.PaymentId));

        await TellAsync(scene, News(scene, type: "checkout.session.async_payment_succeeded"));
        await scene.AssertPaidAsync();
    }

    [Fact]
    public async Task Lost_news_is_asked_for()
    {
        await using var scene = await OpenAsync();
        await scene.BeginAsync();
        scene.Provider.Requests.Clear();

        await scene.AskAsync();

        scene.Received("GET", "/v1/checkout/sessions/cs_1");
        await scene.AssertPaidAsync();
    }

    [Fact]
    public async Task A_refund_whose_key_may_be_forgotten_is_looked_for_before_it_is_sent_again()
    {
        string? sent = null;
        await using var scene = await OpenAsync((own, received) => received switch
        {
            { Method: "GET", PathAndQuery: "/v1/refunds?payment_intent=pi_1&limit=100" } => new($$$"""{"data":[{"metadata":{}},{"metadata":{"refund_id":"{{{sent}}}"}}]}"""),
            { PathAndQuery: "/v1/refunds" } => new("""{"error":{"code":"lock_timeout"}}""", HttpStatusCode.TooManyRequests),
            _ => AnswerOf(own, received),
        });
        await scene.BeginAsync();
        await TellAsync(scene, News(scene));
        scene.Provider.Requests.Clear();
        sent = await scene.RefundAsync();
        scene.Received("POST", "/v1/refunds");
        Assert.False(await scene.AreRefundsSentAsync());

        await scene.App.MoveClockAsync(TimeSpan.FromHours(24));
        await scene.App.RunJobAsync("mall.send-refunds");

        scene.Received("GET", "/v1/refunds?payment_intent=pi_1&limit=100");
        Assert.True(await scene.AreRefundsSentAsync());
    }

    [Fact]
    public async Task A_refund_that_fails_for_good_waits_for_an_operator_and_is_tried_again_under_a_new_key()
    {
        var works = false;
        await using var scene = await OpenAsync((own, received) => received.PathAndQuery is "/v1/refunds" && !works
            ? new("""{"id":"re_1","status":"failed","failure_reason":"lost_or_stolen_card"}""")
            : AnswerOf(own, received));
        await scene.BeginAsync();
        await TellAsync(scene, News(scene));
        scene.Provider.Requests.Clear();
        var refund = await scene.RefundAsync();
        Assert.Equal(refund, scene.Received("POST", "/v1/refunds").Headers["Idempotency-Key"]);

        await scene.App.MoveClockAsync(TimeSpan.FromHours(9));
        await scene.App.RunJobAsync("mall.send-refunds");
        Assert.Empty(scene.Provider.Requests);
        var keeper = await scene.App.SignUpAsync("Keeper");
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.Shopper.Client.PostJsonAsync($"/api/v1/refunds/{refund}/retry")).Status);
        await FlashScene.MakeOperatorAsync(scene.App, keeper);
        Assert.Contains("lost_or_stolen_card", await keeper.Client.GetStringAsync("/operator/refunds", AppFixture.Ct), StringComparison.Ordinal);

        works = true;
        Assert.Equal(HttpStatusCode.NoContent, (await keeper.Client.PostJsonAsync($"/api/v1/refunds/{refund}/retry")).Status);
        Assert.Equal("mall.refund-not-found", (await keeper.Client.PostJsonAsync($"/api/v1/refunds/{refund}/retry")).Code);
        await scene.App.RunJobAsync("mall.send-refunds");

        Assert.Equal($"{refund}-1", scene.Received("POST", "/v1/refunds").Headers["Idempotency-Key"]);
        Assert.True(await scene.AreRefundsSentAsync());
    }

    [Fact]
    public async Task A_provider_that_fails_is_a_problem_with_a_code_and_may_be_asked_again()
    {
        var fails = true;
        await using var scene = await OpenAsync((own, received) => fails ? new("<html>", HttpStatusCode.BadGateway) : AnswerOf(own, received));

        var refused = await scene.BeginAsync();
        Assert.Equal((HttpStatusCode.BadGateway, "mall.provider-refused"), (refused.Status, refused.Code));
        Assert.Equal("created", await scene.Shopper.PaymentStateAsync(scene.PaymentId));

        fails = false;
        Assert.Equal(HttpStatusCode.OK, (await scene.BeginAsync()).Status);
        Assert.Equal("pending", await scene.Shopper.PaymentStateAsync(scene.PaymentId));

        await scene.Provider.DisposeAsync();
        var unreachable = await scene.BeginAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "mall.provider-unreachable"), (unreachable.Status, unreachable.Code));
    }

    [Fact]
    public async Task The_pay_page_leads_to_Stripe_without_script()
    {
        await using var scene = await OpenAsync();
        var page = await scene.Shopper.Client.GetStringAsync($"/pay/{scene.PaymentId}", AppFixture.Ct);
        Assert.Contains("Pay with Stripe", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"outcome\"", page, StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([]);
        using var answer = await scene.Shopper.Client.PostAsync($"/pay/{scene.PaymentId}?handler=begin", form, AppFixture.Ct);

        Assert.Equal("0; url=https://checkout.stripe.com/c/pay/cs_1", Assert.Single(answer.Headers.GetValues("Refresh")));
        Assert.Contains("href=\"https://checkout.stripe.com/c/pay/cs_1\"", await answer.Content.ReadAsStringAsync(AppFixture.Ct), StringComparison.Ordinal);
    }

    private Task<ProviderScene> OpenAsync(Func<ProviderScene, Received, Given>? answer = null) =>
        ProviderScene.OpenAsync(app, StripeProvider.ProviderName, "Stripe", answer ?? AnswerOf, ("SecretKey", "sk_test_1"), ("WebhookSecret", Secret));

    private static Given AnswerOf(ProviderScene scene, Received received) => received.PathAndQuery switch
    {
        "/v1/checkout/sessions" => new("""{"id":"cs_1","url":"https://checkout.stripe.com/c/pay/cs_1"}"""),
        "/v1/checkout/sessions/cs_1" => new(Session(scene.Payment, scene.Total, "cny", "paid")),
        "/v1/refunds" => new("""{"id":"re_1","status":"succeeded"}"""),
        _ => new("""{"error":{"type":"invalid_request_error"}}""", HttpStatusCode.NotFound),
    };

    private static string News(
        ProviderScene scene, string type = "checkout.session.completed", string? paymentId = null, long? amount = null, string currency = "cny", string status = "paid") =>
        $$$"""{"id":"evt_1","type":"{{{type}}}","data":{"object":{{{Session(paymentId ?? scene.Payment, amount ?? scene.Total, currency, status)}}}}}""";

    private static string Session(string paymentId, long amount, string currency, string status) =>
        $$"""{"id":"cs_1","client_reference_id":"{{paymentId}}","payment_intent":"pi_1","amount_total":{{amount}},"currency":"{{currency}}","status":"complete","payment_status":"{{status}}"}""";

    private static Task<Answer> TellAsync(ProviderScene scene, string news) => scene.CallBackAsync(news, (StripeSignature.Header, Signed(scene.Seconds, news)));

    private static string Signed(long seconds, string news, string secret = Secret) =>
        $"t={seconds},v1={StripeSignature.Compute(seconds, System.Text.Encoding.UTF8.GetBytes(news), secret)}";
}

public sealed class StripeOnSqlite(OnSqlite app) : StripeTests(app);

public sealed class StripeOnPostgres(OnPostgres app) : StripeTests(app);
