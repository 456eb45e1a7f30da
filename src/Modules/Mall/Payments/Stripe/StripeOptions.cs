namespace Sward.Mall.Payments.Stripe;

/// <summary>The account at Stripe, section <c>Mall:Stripe</c>.</summary>
internal sealed class StripeOptions() : ProviderOptions(StripeProvider.ProviderName, "https://api.stripe.com")
{
    /// <summary>Stripe lets a session stand open for a day at most, and we need half an hour of it; see <see cref="StripeProvider"/>.</summary>
    public const int MaxHoldMinutes = 23 * 60;

    /// <summary><c>sk_…</c>, or better a restricted key, <c>rk_…</c>, that may write Checkout Sessions and refunds.</summary>
    public string SecretKey { get; init; } = "";

    /// <summary><c>whsec_…</c> of the webhook endpoint.</summary>
    public string WebhookSecret { get; init; } = "";

    public override string Section => "Stripe";

    public override bool IsSetUp => SecretKey.Length > 0 || WebhookSecret.Length > 0;

    protected override IEnumerable<string> MissingSettings => Missing(
        (nameof(SecretKey), HasPrefix(SecretKey, "sk_") || HasPrefix(SecretKey, "rk_")),
        (nameof(WebhookSecret), HasPrefix(WebhookSecret, "whsec_")));

    private static bool HasPrefix(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal) && key.Length > prefix.Length && key.All(char.IsAscii);
}
