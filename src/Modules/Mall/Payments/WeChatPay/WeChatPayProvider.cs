using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Sward.Mall.Payments.WeChatPay;

/// <summary>WeChat Pay's native orders: the buyer reads a QR code with the app, and a notification brings the news.</summary>
internal sealed class WeChatPayProvider(WeChatPayApi api, MallDb db, IOptions<WeChatPayOptions> options, PaymentAddresses addresses, TimeProvider clock) : IPaymentProvider
{
    public const string ProviderName = "wechatpay";

    public string Name => ProviderName;

    public string Receipt => "";

    public async Task<Till> BeginAsync(Payment payment, CancellationToken ct)
    {
        var order = await api.PostAsync("/v3/pay/transactions/native", new
        {
            appid = options.Value.AppId,
            mchid = options.Value.MerchantId,
            description = addresses.SubjectOf(payment),
            out_trade_no = Text(payment.Id),
            time_expire = payment.ExpiresAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            notify_url = addresses.CallbackOf(ProviderName),
            amount = new { total = payment.AmountMinor, currency = payment.Currency },
        }, ct);
        return new(TillKind.QrCode, order.Text("code_url")!);
    }

    public ProviderNotice? Read(Callback callback)
    {
        if (!WeChatPaySignature.IsGenuine(options.Value, callback.Header, callback.Body, clock.GetUtcNow()))
        {
            throw Callback.NotGenuine();
        }

        var news = JsonSerializer.Deserialize<JsonElement>(callback.Body);
        return news.Text("event_type") is "TRANSACTION.SUCCESS"
            ? NoticeOf(WeChatPayResource.Open(news.GetProperty("resource"), options.Value.ApiV3Key))
            : null;
    }

    public async Task<IReadOnlyList<ProviderNotice>> AskAsync(Payment payment, CancellationToken ct) =>
        await api.GetAsync($"/v3/pay/transactions/out-trade-no/{Text(payment.Id)}?mchid={options.Value.MerchantId}", ct) is { } transaction
        && NoticeOf(transaction) is { } notice ? [notice] : [];

    public async Task RefundAsync(Refund refund, CancellationToken ct)
    {
        // It wants to hear what was paid, too; a charge that is given back because it was wrong is not the payment's amount.
        var charged = await db.PaymentNotices
            .Where(n => n.PaymentId == refund.PaymentId && n.ChargeId == refund.ChargeId && n.Event == ChargeEvent.Settled)
            .Select(n => n.AmountMinor)
            .SingleAsync(ct);
        var sent = await api.PostAsync("/v3/refund/domestic/refunds", new
        {
            transaction_id = refund.ChargeId,
            out_refund_no = Text(refund.Id),
            reason = refund.Reason,
            amount = new { refund = refund.AmountMinor, total = charged, currency = refund.Currency },
        }, ct);
        if (sent.Text("status") is not ("SUCCESS" or "PROCESSING"))
        {
            throw api.Refused(sent.Text("status"));
        }
    }

    /// <summary>What a transaction says; nothing while nobody has paid. One that was refunded in the meantime was paid before.</summary>
    private ProviderNotice? NoticeOf(JsonElement transaction)
    {
        if (!IsOurs(transaction.Text("appid"), options.Value.AppId) || !IsOurs(transaction.Text("mchid"), options.Value.MerchantId))
        {
            throw Callback.NotOurs();
        }

        return transaction.Text("trade_state") is "SUCCESS" or "REFUND"
            && long.TryParse(transaction.Text("out_trade_no"), NumberStyles.None, CultureInfo.InvariantCulture, out var paymentId)
                ? new(paymentId, transaction.Text("transaction_id")!, ChargeEvent.Settled, AmountOf(transaction.GetProperty("amount")))
                : null;
    }

    private static Money AmountOf(JsonElement amount) => new(amount.GetProperty("total").GetInt64(), amount.Text("currency")!);

    private static bool IsOurs(string? given, string ours) => string.Equals(given, ours, StringComparison.Ordinal);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
