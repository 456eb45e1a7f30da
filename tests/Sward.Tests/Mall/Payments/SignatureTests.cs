using System.Text;
using System.Text.Json;
using Sward.Kernel;
using Sward.Mall.Payments;
using Sward.Mall.Payments.Alipay;
using Sward.Mall.Payments.Stripe;
using Sward.Mall.Payments.WeChatPay;

namespace Sward.Tests.Mall.Payments;

/// <summary>Signatures against samples that the providers publish in the tests of their own libraries, and against openssl, both ways.</summary>
public sealed class SignatureTests(OpenSsl openSsl) : IClassFixture<OpenSsl>
{
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1533204620);

    /// <summary>stripe-dotnet: EventUtilityTest.cs with Resources/event_test_signature.json.</summary>
    [Fact]
    public void Stripes_own_sample_is_genuine()
    {
        const string Body = """
            {
              "id": "evt_123",
              "object": "event",
              "account": "acct_123",
              "api_version": "2017-05-25",
              "created": 1533204620,
              "data": {
                "object": {
                  "id": "cus_123",
                  "object": "customer",
                  "created": 123456789,
                  "email": "test@stripe.com",
                  "livemode": false,
                  "metadata": {}
                }
              },
              "livemode": false,
              "pending_webhooks": 1,
              "request": {
                "id": "req_123",
                "idempotency_key": "idempotency-key-123"
              },
              "type": "customer.created"
            }

            """;
        const string Header = "t=1533204620,v1=2220f87ef101a04665f11cdf770523143f875572008577fa0f20882ddb9cc3c7,v0=63f3a72374a733066c4be69ed7f8e5ac85c22c9f0a6a612ab9a025a9e4ee7eef";
        var body = Encoding.UTF8.GetBytes(Body);

        Assert.True(StripeSignature.IsGenuine(Header, body, "webhook_secret", Then));
        Assert.True(StripeSignature.IsGenuine($"v1=00,{Header}", body, "webhook_secret", Then));
        Assert.True(StripeSignature.IsGenuine(Header, body, "webhook_secret", Then.AddMinutes(5)));
        Assert.False(StripeSignature.IsGenuine(Header, body, "webhook_secret", Then.AddSeconds(301)));
        Assert.False(StripeSignature.IsGenuine(Header, body, "webhook_secret", Then.AddSeconds(-301)));
        Assert.False(StripeSignature.IsGenuine(Header, body, "webhook_secreT", Then));
        Assert.False(StripeSignature.IsGenuine(Header.Replace("v1", "v0", StringComparison.Ordinal), body, "webhook_secret", Then));
        Assert.False(StripeSignature.IsGenuine(Header, body.AsSpan(1), "webhook_secret", Then));
    }

    [Theory]
    [InlineData("")]
    [InlineData("t")]
    [InlineData("t=,v1=2220")]
    [InlineData("t=1533204620,v1=,v0=")]
    [InlineData("t=-1533204620,v1=é")]
    public void Unreadable_Stripe_headers_are_refused(string header) => Assert.False(StripeSignature.IsGenuine(header, "{}"u8, "webhook_secret", Then));

    [Fact]
    public void An_empty_secret_signs_nothing() =>
        Assert.False(StripeSignature.IsGenuine($"t=1533204620,v1={StripeSignature.Compute(1533204620, "{}"u8, "")}", "{}"u8, "", Then));

    [Fact]
    public void Openssl_computes_the_same_hmac() =>
        Assert.Equal(openSsl.Hmac("1533204620.{\"名\":1}", "whsec_x"), StripeSignature.Compute(1533204620, Encoding.UTF8.GetBytes("{\"名\":1}"), "whsec_x"));

    /// <summary>alipay-sdk-nodejs-all: a real notification of 2019 in test/alipay.test.js, with the key beside it.</summary>
    [Fact]
    public void Alipays_own_sample_of_a_notification_is_genuine()
    {
        const string Key = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqObrdC7hrgAVM98tK0nv3hSQRGGKT4lBsQjHiGjeYZjOPIPHR5knm2jnnz/YGIXIofVHkA/tAlBAd5DrY7YpvI4tP5EONLtZKC2ghBMx7McI2wRD0xiqzxOQr1FuhZGJ8/AUokBzJrzY"
            + "+aGX2xcOrxFYRlFilvVLTXg4LWjR1tdPkO6+i7wQZAIVMClPkwVRZEbaERRHlKqTzv2gGv5rDU8gRoe1LeaN+6BlbTqHWkQcNCUNrA8C6l17XAXGKDsm/9TFWwO8EPHHHCaQdjtV5/FdcWIt+L8SR1ss7EXTjYDFtxcKVv9rEoY1lX8T4mX+GbXfZHraG5NCF1+XioL5JwIDAQAB";
        var notification = new Dictionary<string, string>
        {
            ["gmt_create"] = "2019-08-15 15:37:55",
            ["charset"] = "utf-8",
            ["seller_email"] = "z97-yuquerevenue@service.aliyun.com",
            ["subject"] = "语雀空间 500人规模",
            ["sign"] = "QUxj7MQ0NQT++AyDbykzTw6iWflrgfY7EIssTaNfJaDkOHqZAFv3hbr97h+z/LCkmnqkBq+V81uHtb3q+i19W1B7FlMNfJB8XPSFD3xdHXEzvj9ccFTE9gxCEG+3oub4TeNe+rrOCt+3cfOFRh5jZzAiZbEZQem3ZMdhIHz/I6TVGNWuPOL4Wr56"
                + "/Vjq57BLZUPKYpDo7DVfNEYeu0dZ76irMhE4a5FJ26c6qQu9gnG6NmKhtn+tSI6859RKF9bzptbM49klrliVnjBI4m6y7f329Ur9lecC/UlbIo3vKDFmcsLlADKu64FT5jjyRVaVQcP64khZdJwRdzrJ5QxxxQ==",
            ["buyer_id"] = "2088102534368455",
            ["invoice_amount"] = "0.10",
            ["notify_id"] = "2019081500222153759068450559621257",
            ["fund_bill_list"] = """[{"amount":"0.10","fundChannel":"ALIPAYACCOUNT"}]""",
            ["notify_type"] = "trade_status_sync",
            ["trade_status"] = "TRADE_SUCCESS",
            ["receipt_amount"] = "0.10",
            ["buyer_pay_amount"] = "0.10",
            ["app_id"] = "2019073166072302",
            ["sign_type"] = "RSA2",
            ["seller_id"] = "2088531891668739",
            ["gmt_payment"] = "2019-08-15 15:37:58",
            ["notify_time"] = "2019-08-15 15:37:59",
            ["version"] = "1.0",
            ["out_trade_no"] = "20190815153750722-564-55",
            ["total_amount"] = "0.10",
            ["trade_no"] = "2019081522001468450509133591",
            ["auth_app_id"] = "2019073166072302",
            ["buyer_logon_id"] = "xud***@126.com",
            ["point_amount"] = "0.00",
        };

        Assert.True(AlipaySignature.IsGenuine(notification, Key));
        foreach (var name in notification.Keys.ToList())
        {
            Assert.False(AlipaySignature.IsGenuine(new Dictionary<string, string>(notification) { [name] = notification[name] + "1" }, Key));
        }
    }

    /// <summary>alipay-sdk-nodejs-all: an answer in test/alipay.test.js, with test/fixtures/alipay-public-key.pem. Its slashes are escaped, and signed like that.</summary>
    [Fact]
    public void Alipays_own_sample_of_an_answer_is_genuine()
    {
        const string Key = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA6kdjvWNCT+K3qQQgAyv+8k0+lkrL6+dA+cb9OAX5sZgIxP2ycK51VYxwZgZgHCIWCkB/l/Zqqhye/E6x/nNMSqRkW3FGpP4/hKWByG3Ah8DXRcUaAvd8aCWHcBpgZqjBp3ADPTcHViI1"
            + "0cGe0mn13wGaIZQl6G74CtnY6YQJ/1NkoE+C9Z0VD4xor4oJOZW1/rbc85InBmjU87BWtxmkIQWWVw+Vwd0EL8oDU9GWNZ1Se9sZf4UHxs+goHh3/JhQly3iKqlt/hgFsip78kvdeDwoL8gS6RCUi+Bp6j9Ee5Thd+CC61Ilk7iKiUQMMVn6+kdTGcV2XwUBezH2Go4dlwIDAQAB";
        const string Name = "alipay_offline_material_image_upload_response";
        const string Answer = """{"alipay_offline_material_image_upload_response":{"code":"10000","msg":"Success","image_id":"akGwYYaFTai3r1uB0ww-1QAAACMAAQQD","image_url":"https:\/\/oalipay-dl-django.alicdn.com\/rest\/1.0\/image?fileIds=akGwYYaFTai3r1uB0ww-1QAAACMAAQQD&zoom=original"},"sign":"PAb3IueJzGe/pU/fRAPjwIs543Kc/A6D0rz03AMejwr8h8rDc6FhDJDnz3fGLDdQP7ctjtQwwJW3pmdZZcGmp4lb/5YYgtoK6McjnRr4ER/raJLYn1IbpzkowhGow2esA/XeDblIAYUbZjU6ts0IqNncrZrCknDWHpaZXwGuaU7CUBk74xBeMeja7rEEkFlm9MRtiQNYnum/cGVtcDv/aQ8KkPyAD58oJiAzoXv0R6jFhlZtAWv+M0SaOlhTpZh1K6wlP+1Umiqdvqbc1oWdfpv75a+lGTkGHMy8K7/bnAGm20IRsisSv1B5rpJyeGfrVf6tb4MZ7vG4w0rS0c2hfA=="}""";

        Assert.NotNull(AlipaySignature.GenuinePart(JsonSerializer.Deserialize<JsonElement>(Answer), Name, Key));
        Assert.Null(AlipaySignature.GenuinePart(JsonSerializer.Deserialize<JsonElement>(Answer.Replace("10000", "10001", StringComparison.Ordinal)), Name, Key));
    }

    [Fact]
    public void Openssl_agrees_with_what_we_sign_for_Alipay()
    {
        var parameters = new Dictionary<string, string> { ["method"] = "alipay.trade.query", ["app_id"] = "1", ["biz_content"] = """{"a":"名 &="}""", ["empty"] = "", ["sign_type"] = "RSA2" };

        var sign = AlipaySignature.Sign(parameters, openSsl.PrivateKey);

        Assert.True(openSsl.Verifies("""app_id=1&biz_content={"a":"名 &="}&method=alipay.trade.query&sign_type=RSA2""", sign));
        Assert.False(openSsl.Verifies("""app_id=2&biz_content={"a":"名 &="}&method=alipay.trade.query&sign_type=RSA2""", sign));
    }

    /// <summary>wechatpay-java: core/cipher/RSAVerifierTest.java, with the key of merchant_certificate.pem.</summary>
    [Fact]
    public void WeChat_Pays_own_sample_of_a_signature_is_genuine()
    {
        const string Key = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmmc3oVMM3MXS4Bp/1Da8hy3V9Mgbwqg9KfdvwXZQiAYtHZs2c633PhRdMSu9AD/W9vkcuavs11FPnT7nCZoMAAYmfi7XvuHrjMajwhJHRLvZcoqYWpaaGjlT25gzWrc6vZOWvz+OeEEV"
            + "jHZC1CWQnqC/Wxdhp/9vsFhMN7C/MxRXDjPCa9T3Ti5gMfoe6X//O43Jl1wpvkmasOTLSCykIvcx1ro2HTANCHGDXkGjZdYfzVJ7p4HSBymmlPte8Al6k3GbIqQBqKn6qx8f7K99GbMznR2DrxTYgfq4RJXQRki1sEmBOixZGz/RnUFiiEAoqdxOXS4+WRZA3jr+B3pH/QIDAQAB";
        const string Signature = "Rq+5ZpWV6IHTWE1+9gCrYJKguNgbItpMdlIA+PVCPCdUAKNlohZz7CL7Y8xWDIFJjdGnErMj6Z+Q/h9CF5MV+nAVkqDmBR0uP5ppsUEzco4ijvKHsvI2ro4boSW6vSfQs3W8I4QSI9a0/NFIgvj83Fv27LIYZf7deaFWmEwd1fpAeJRCyoKyBeJP"
            + "dsjVx0//Lqe6Wze2zVdliLcBvaHCfpd8+rAVGS+FQDeWgHqJ7n/Zy09LmV1/ghs7pO1mdjdD16SHKlysAD3K5hNGUJX/SHrEXEcu1yO1AOb/YvOVkjNh8243rcfXNE5L4ph2XS11vS+2aToKYSOcKUagf0LLaw==";

        Assert.True(RsaKeys.Verify(Key, "message"u8, Signature));
        Assert.False(RsaKeys.Verify(Key, "messagE"u8, Signature));
        Assert.False(RsaKeys.Verify(Key, "message"u8, "not base64"));
    }

    /// <summary>wechatpay-java: core/cipher/AeadAesCipherTest.java.</summary>
    [Fact]
    public void WeChat_Pays_own_sample_of_a_resource_is_opened()
    {
        var ciphertext = Convert.FromBase64String("ulwSiIajGClcvcOYvOQ7+l+0PAbzzwI=");
        byte[] Open(byte[] bytes) => WeChatPayResource.Decrypt("a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb"u8.ToArray(), "uluk4a9R25RW"u8.ToArray(), bytes, "associatedData"u8.ToArray());

        Assert.Equal("message"u8, Open(ciphertext));
        ciphertext[0]++;
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Open(ciphertext));
    }

    [Fact]
    public void Openssl_agrees_with_what_we_sign_for_WeChat_Pay()
    {
        var options = new WeChatPayOptions { MerchantId = "1900000001", SerialNumber = "5157F09E", PrivateKey = openSsl.PrivateKey };

        var header = WeChatPaySignature.Authorization(options, HttpMethod.Post, "/v3/pay?a=%20", "{\"名\":1}", 1554208460, "593BEC0C");

        var parts = header.Split('"');
        Assert.Equal(
            ["WECHATPAY2-SHA256-RSA2048 mchid=", "1900000001", ",nonce_str=", "593BEC0C", ",signature=", parts[5], ",timestamp=", "1554208460", ",serial_no=", "5157F09E", ""],
            parts);
        Assert.True(openSsl.Verifies("POST\n/v3/pay?a=%20\n1554208460\n593BEC0C\n{\"名\":1}\n", parts[5]));
    }

    [Fact]
    public void Keys_are_read_in_every_form_in_which_they_are_handed_out()
    {
        foreach (var key in new[] { openSsl.PrivateKey, openSsl.BarePrivateKey(pkcs1: false), openSsl.BarePrivateKey(pkcs1: true) })
        {
            Assert.True(openSsl.Verifies("text", RsaKeys.Sign(key, "text")));
            Assert.True(RsaKeys.IsPrivateKey(key));
        }

        Assert.True(RsaKeys.Verify(openSsl.PublicKey, "text"u8, openSsl.Sign("text")));
        Assert.True(RsaKeys.Verify(openSsl.BarePublicKey, "text"u8, openSsl.Sign("text")));
        Assert.False(RsaKeys.IsPrivateKey(openSsl.PublicKey));
        Assert.False(RsaKeys.IsPrivateKey("nonsense"));
        Assert.False(RsaKeys.IsPublicKey(""));
    }

    [Theory]
    [InlineData(1999, "USD", 1999)]
    [InlineData(1999, "JPY", 1999)]
    [InlineData(1990, "KWD", 1990)]
    [InlineData(1999, "ISK", 199900)]
    public void Stripe_counts_minor_units_as_we_do_but_for_two_currencies(long minor, string currency, long amount)
    {
        Assert.Equal(amount, StripeAmount.Of(new Money(minor, currency)));
        Assert.Equal(new Money(minor, currency), StripeAmount.Read(amount, currency.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("0.10", 10)]
    [InlineData("88", 8800)]
    [InlineData("1999.9", 199990)]
    public void Yuan_are_read_exactly(string text, long minor) => Assert.Equal(new Money(minor, "CNY"), Yuan.Read(text));

    [Theory]
    [InlineData("0.105")]
    [InlineData("-1.00")]
    [InlineData("1,00")]
    public void What_is_no_amount_in_yuan_is_not_rounded_into_one(string text) => Assert.Throws<FormatException>(() => Yuan.Read(text));
}
