using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Sward.Mall.Payments.Alipay;

/// <summary>Alipay's payment page for browsers: the buyer goes to an address that we sign, and a notification brings the news.</summary>
internal sealed class AlipayProvider(AlipayApi api, IOptions<AlipayOptions> options, PaymentAddresses addresses) : IPaymentProvider
{
    public const string ProviderName = "alipay";

    public string Name => ProviderName;

    /// <summary>Anything else, and the notification comes again for a day.</summary>
    public string Receipt => "success";

    public Task<Till> BeginAsync(Payment payment, CancellationToken ct)
    {
        var address = api.AddressOf(
            "alipay.trade.page.pay",
            new
            {
                out_trade_no = Text(payment.Id),
                product_code = "FAST_INSTANT_TRADE_PAY",
                total_amount = Yuan.Text(payment.AmountMinor),
                subject = addresses.SubjectOf(payment),
                time_expire = AlipayApi.TimeText(payment.ExpiresAt),
            },
            ("notify_url", addresses.CallbackOf(ProviderName)), ("return_url", addresses.PageOf(payment)));
        return Task.FromResult(new Till(TillKind.Address, address));
    }

    public ProviderNotice? Read(Callback callback)
    {
        // Taken apart at & and = only: the signature is over the names and values, not over how they were escaped.
        var news = FieldsOf(callback.Body);
        if (!options.Value.IsSetUp || !AlipaySignature.IsGenuine(news, options.Value.AlipayPublicKey))
        {
            throw Callback.NotGenuine();
        }

        if (!IsOurs(news.GetValueOrDefault("app_id"), options.Value.AppId) || !IsOurs(news.GetValueOrDefault("seller_id"), options.Value.SellerId))
        {
            throw Callback.NotOurs();
        }

        return NoticeOf(news.GetValueOrDefault);
    }

    public async Task<IReadOnlyList<ProviderNotice>> AskAsync(Payment payment, CancellationToken ct)
    {
        var trade = await api.CallAsync("alipay.trade.query", new { out_trade_no = Text(payment.Id) }, accepted: "ACQ.TRADE_NOT_EXIST", ct);
        return NoticeOf(name => trade.Text(name)) is { } notice ? [notice] : [];
    }

    public Task RefundAsync(Refund refund, CancellationToken ct) => api.CallAsync(
        "alipay.trade.refund",
        new { trade_no = refund.ChargeId, refund_amount = Yuan.Text(refund.AmountMinor), out_request_no = Text(refund.Id), refund_reason = refund.Reason },
        accepted: null, ct);

    /// <summary>A trade that is finished was a success before; closed means never paid, or refunded by ourselves.</summary>
    private static ProviderNotice? NoticeOf(Func<string, string?> field) =>
        field("trade_status") is "TRADE_SUCCESS" or "TRADE_FINISHED"
        && long.TryParse(field("out_trade_no"), NumberStyles.None, CultureInfo.InvariantCulture, out var paymentId)
            ? new(paymentId, field("trade_no")!, ChargeEvent.Settled, Yuan.Read(field("total_amount")!))
            : null;

    private static Dictionary<string, string> FieldsOf(byte[] body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in new QueryStringEnumerable(Encoding.UTF8.GetString(body)))
        {
            // A name that stands there twice could be signed as one value and read as the other.
            if (!fields.TryAdd(field.DecodeName().ToString(), field.DecodeValue().ToString()))
            {
                throw Callback.NotGenuine();
            }
        }

        return fields;
    }

    private static bool IsOurs(string? given, string ours) => string.Equals(given, ours, StringComparison.Ordinal);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
