using System.Text;

namespace Sward.Mall.Coupons;

/// <summary>The code of a coupon: one word for everybody, of letters, digits, - and _. Case and width do not matter.</summary>
internal static class CouponCode
{
    public const int Shortest = 4;
    public const int Longest = 32;

    /// <summary>What a typed code is looked for as; null for what can be none.</summary>
    public static string? KeyOf(string? typed)
    {
        var key = PlainText.Line(typed ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return key.Length is >= Shortest and <= Longest && key.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_') ? key : null;
    }
}
