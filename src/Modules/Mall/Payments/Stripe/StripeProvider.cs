using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Sward.Mall.Payments.Stripe;

/// <summary>Stripe Checkout: the buyer pays on Stripe's page, and a webhook brings the news.</summary>
internal sealed class StripeProvider(StripeApi api, IOptions<StripeOptions> options, PaymentAddresses addresses, TimeProvider clock) : IPaymentProvider
{
    public const string ProviderName = "stripe";

    /// <summary>A session stands open for half an hour at least. So it outlives the payment; money that comes then goes back by itself.</summary>
    private static readonly TimeSpan LeastLife = TimeSpan.FromMinutes(31);

    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(StripeOptions.MaxHoldMinutes);

    /// <summary>Keys are forgotten after a day; before that it is certain that a refund sent again is the same one.</summary>
    private static readonly TimeSpan KeysAreKept = TimeSpan.FromHours(23);

    public string Name => ProviderName;

    public string Receipt => "";

    public async Task<Till> BeginAsync(Payment payment, CancellationToken ct)
    {
        var (id, round) = (Text(payment.Id), RoundOf(payment));
        var page = addresses.PageOf(payment);
        var session = await api.PostAsync("v1/checkout/sessions", round == 0 ? id : $"{id}-{Text(round)}",
        [
            new("mode", "payment"),
            new("client_reference_id", id),
            new("payment_intent_data[metadata][payment_id]", id),
            new("success_url", page),
            new("cancel_url", page),
            // Counted from what is stored: the same key must come with the same request.
            new("expires_at", Text((EndOf(payment, round) + LeastLife).ToUnixTimeSeconds())),
            new("line_items[0][quantity]", "1"),
            new("line_items[0][price_data][currency]", CurrencyOf(payment.Amount)),
            new("line_items[0][price_data][unit_amount]", Text(StripeAmount.Of(payment.Amount))),
            new("line_items[0][price_data][product_data][name]", addresses.SubjectOf(payment)),
        ], ct);
        return new(TillKind.Address, session.Text("url")!, session.Text("id"));
    }

    /// <summary>A payment that can be paid for longer than a session may stand open has one session after the other; this counts them.</summary>
    private long RoundOf(Payment payment) => Math.Max(0, (clock.GetUtcNow() - StartOf(payment)).Ticks / LongestLife.Ticks);

    private static DateTimeOffset EndOf(Payment payment, long round)
    {
        var end = StartOf(payment) + (LongestLife * (round + 1));
        return end < payment.ExpiresAt ? end : payment.ExpiresAt;
    }

    private static DateTimeOffset StartOf(Payment payment) => payment.OpensAt ?? payment.CreatedAt;

    public ProviderNotice? Read(Callback callback)
    {
        if (!StripeSignature.IsGenuine(callback.Header(StripeSignature.Header), callback.Body, options.Value.WebhookSecret, clock.GetUtcNow()))
        {
            throw Callback.NotGenuine();
        }

        var news = JsonSerializer.Deserialize<JsonElement>(callback.Body);
        var session = news.GetProperty("data").GetProperty("object");
        return news.Text("type") switch
        {
            "checkout.session.completed" or "checkout.session.async_payment_succeeded" => StripeSession.NoticeOf(session),
            "checkout.session.async_payment_failed" => StripeSession.NoticeOf(session, ChargeEvent.Failed),
            _ => null,
        };
    }

    public async Task<IReadOnlyList<ProviderNotice>> AskAsync(Payment payment, CancellationToken ct) =>
        payment.TillId is { } session && StripeSession.NoticeOf(await api.GetAsync($"v1/checkout/sessions/{session}", ct)) is { } notice ? [notice] : [];

    public async Task RefundAsync(Refund refund, CancellationToken ct)
    {
        var id = refund.Round == 0 ? Text(refund.Id) : $"{Text(refund.Id)}-{Text(refund.Round)}";
        if (clock.GetUtcNow() - refund.At > KeysAreKept && await IsKnownAsync(refund.ChargeId, id, ct))
        {
            return;
        }

        var sent = await api.PostAsync("v1/refunds", id,
        [
            new("payment_intent", refund.ChargeId),
            new("amount", Text(StripeAmount.Of(new(refund.AmountMinor, refund.Currency)))),
            new("metadata[refund_id]", id),
        ], ct);
        if (sent.Text("status") is "failed" or "canceled")
        {
            throw RefundFailed.With(sent.Text("failure_reason"));
        }
    }

    private async Task<bool> IsKnownAsync(string chargeId, string refundId, CancellationToken ct)
    {
        var refunds = await api.GetAsync($"v1/refunds?payment_intent={Uri.EscapeDataString(chargeId)}&limit=100", ct);
        return refunds.GetProperty("data").EnumerateArray().Any(known =>
            known.TryGetProperty("metadata", out var metadata) && string.Equals(metadata.Text("refund_id"), refundId, StringComparison.Ordinal));
    }

#pragma warning disable CA1308 // Stripe writes currencies small.
    private static string CurrencyOf(Money money) => money.Currency.ToLowerInvariant();
#pragma warning restore CA1308

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
