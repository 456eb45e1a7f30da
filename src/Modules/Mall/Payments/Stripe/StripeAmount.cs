namespace Sward.Mall.Payments.Stripe;

/// <summary>Amounts as Stripe counts them: minor units of ISO 4217 as ours are, but for what its page on currencies calls special cases.</summary>
internal static class StripeAmount
{
    /// <summary>Stripe counts the ariary whole, ISO 4217 in hundredths; nobody needs it enough to convert it.</summary>
    public static bool Takes(string currency) => currency is not "MGA";

    public static long Of(Money money) => checked(money.Amount * UnitsPerMinor(money.Currency));

    public static Money Read(long amount, string currency)
    {
        var upper = currency.ToUpperInvariant();
        return new(amount / UnitsPerMinor(upper), upper);
    }

    /// <summary>They have no minor unit any more, and still two digits at Stripe.</summary>
    private static long UnitsPerMinor(string currency) => currency is "ISK" or "UGX" ? 100 : 1;
}
