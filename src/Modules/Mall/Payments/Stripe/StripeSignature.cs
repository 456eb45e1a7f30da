using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sward.Mall.Payments.Stripe;

/// <summary>The header <c>Stripe-Signature: t=SECONDS,v1=HEX[,v1=HEX…]</c>: HMAC-SHA256 over <c>SECONDS.BODY</c>. There are several while a secret is being changed.</summary>
internal static class StripeSignature
{
    public const string Header = "Stripe-Signature";

    public static bool IsGenuine(string header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var parts = header.Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToList();
        return secret.Length > 0
            && parts.Find(part => part[0] is "t") is [_, var time]
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp)
            && Callback.IsFresh(timestamp, now)
            && MatchesAny(parts.Where(part => part[0] is "v1").Select(part => part[1]), Compute(timestamp, body, secret));
    }

    public static string Compute(long timestamp, ReadOnlySpan<byte> body, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.")));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    private static bool MatchesAny(IEnumerable<string> given, string right) =>
        given.Any(one => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.ASCII.GetBytes(right)));
}
