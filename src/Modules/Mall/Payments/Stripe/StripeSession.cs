using System.Globalization;
using System.Text.Json;

namespace Sward.Mall.Payments.Stripe;

/// <summary>Reads a Checkout Session, as the API answers it and as events carry it.</summary>
internal static class StripeSession
{
    /// <summary>What a session says of its charge; nothing while nobody has paid, or when it is not one of ours.</summary>
    public static ProviderNotice? NoticeOf(JsonElement session) =>
        EventOf(session.Text("status"), session.Text("payment_status")) is { } happened ? NoticeOf(session, happened) : null;

    public static ProviderNotice? NoticeOf(JsonElement session, ChargeEvent happened) =>
        long.TryParse(session.Text("client_reference_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var paymentId)
        && session.Text("payment_intent") is { } chargeId
            ? new(paymentId, chargeId, happened, StripeAmount.Read(session.GetProperty("amount_total").GetInt64(), session.Text("currency")!))
            : null;

    /// <summary>Complete and unpaid: the bank takes its days.</summary>
    private static ChargeEvent? EventOf(string? status, string? paymentStatus) => (status, paymentStatus) switch
    {
        (_, "paid") => ChargeEvent.Settled,
        ("complete", "unpaid") => ChargeEvent.Authorized,
        _ => null,
    };
}
