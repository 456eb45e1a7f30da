using System.Globalization;

namespace Sward.Mall.Payments.Alipay;

/// <summary>Amounts as Alipay writes them: yuan with two decimals. It moves no other currency in the way we call it.</summary>
internal static class Yuan
{
    private const string Currency = "CNY";

    public static string Text(long minor) => new Money(minor, Currency).ToPlainString();

    /// <summary>Exact: a third decimal is an error, not something to round.</summary>
    public static Money Read(string text)
    {
        var minor = decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 100;
        return decimal.IsInteger(minor) ? new((long)minor, Currency) : throw new FormatException("Yuan have two decimals.");
    }
}
