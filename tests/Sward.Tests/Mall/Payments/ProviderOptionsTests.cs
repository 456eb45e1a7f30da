using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace Sward.Tests.Mall.Payments;

public abstract class ProviderOptionsTests(AppFixture app)
{
    [Theory]
    [InlineData("Mall:PaymentProvider", "paypal", "There is no payment provider paypal")]
    [InlineData("Mall:Providers:USD", "alipay", "alipay does not take USD")]
    [InlineData("Mall:Providers:CNY", "alipay", "Mall:Alipay:PrivateKey is missing or cannot be read.")]
    [InlineData("Mall:Providers:CNY", "wechatpay", "Mall:WeChatPay:ApiV3Key is missing or cannot be read.")]
    [InlineData("Mall:Stripe:SecretKey", "pk_test_1", "Mall:Stripe:SecretKey is missing or cannot be read.")]
    [InlineData("Mall:Stripe:BaseAddress", "http://stripe.example", "Mall:Stripe:BaseAddress is missing or cannot be read.")]
    [InlineData("Mall:HoldMinutes", "1440", "With Stripe, Mall:HoldMinutes is at most 1380.")]
    [InlineData("Site:PublicUrl", "", "Site:PublicUrl, which is not set")]
    [InlineData("Site:PublicUrl", "shop.example", "Site:PublicUrl is a web address")]
    [InlineData("Site:TimeZone", "Atlantis/Harbour", "this machine knows no zone Atlantis/Harbour")]
    [InlineData("Mall:Alipay:PrivateKey", "half set up", "Mall:Alipay:AppId is missing or cannot be read.")]
    public async Task What_cannot_work_stops_the_start_and_says_which_setting(string setting, string value, string fault)
    {
        var stopped = await Assert.ThrowsAnyAsync<Exception>(() => app.OwnHostAsync(host =>
        {
            host["Site:PublicUrl"] = "https://shop.example";
            host["Mall:PaymentProvider"] = "stripe";
            host["Mall:Stripe:SecretKey"] = "sk_test_1";
            host["Mall:Stripe:WebhookSecret"] = "whsec_1";
            host[setting] = value;
        }));

        IEnumerable<Exception> all = stopped is AggregateException several ? several.InnerExceptions : [stopped];
        Assert.Contains(all.OfType<OptionsValidationException>(), one => one.Message.Contains(fault, StringComparison.Ordinal));
        Assert.DoesNotContain("half set up", stopped.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sandbox", HttpStatusCode.Unauthorized)]
    [InlineData("stripe", HttpStatusCode.Unauthorized)]
    [InlineData("alipay", HttpStatusCode.Unauthorized)]
    [InlineData("wechatpay", HttpStatusCode.Unauthorized)]
    [InlineData("paypal", HttpStatusCode.NotFound)]
    public async Task Nobody_brings_news_of_a_provider_that_is_not_set_up(string provider, HttpStatusCode status)
    {
        using var body = new StringContent("sign=AAAA&sign_type=RSA2", Encoding.UTF8);
        body.Headers.Add("Stripe-Signature", "t=1772366400,v1=00");

        var answer = await Http.AnswerOfAsync(await app.Visitor.PostAsync($"/api/v1/payments/{provider}/callback", body, AppFixture.Ct));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task A_provider_may_bring_more_news_than_one_person_may_send_requests()
    {
        await using var own = await app.OwnHostAsync(host => host["RateLimits:Enabled"] = "true");
        using var empty = new StringContent("");

        for (var i = 0; i < 310; i++)
        {
            using var answer = await own.Visitor.PostAsync("/api/v1/payments/stripe/callback", empty, AppFixture.Ct);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }
}

public sealed class ProviderOptionsOnSqlite(OnSqlite app) : ProviderOptionsTests(app);

public sealed class ProviderOptionsOnPostgres(OnPostgres app) : ProviderOptionsTests(app);
