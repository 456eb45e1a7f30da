using System.Globalization;

namespace Sward.Mall.Desk;

/// <summary>Reads amounts that a seller typed into a form.</summary>
internal static class TypedMoney
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Takes digits with no more decimals than the currency has, and refuses the rest rather than guess: "1,000" is a thousand to some and one to others.</summary>
    public static Money Parse(string? typed, string currency)
    {
        var unit = (decimal)Math.Pow(10, Money.DigitsOf(currency));
        return decimal.TryParse(typed, Plain, CultureInfo.InvariantCulture, out var amount) && amount < 10_000_000 && decimal.IsInteger(amount * unit)
            ? new((long)(amount * unit), currency)
            : throw new Refusal("mall.amount-invalid", StatusCodes.Status422UnprocessableEntity, currency);
    }

    /// <summary>The same in minor units; an empty field is no amount.</summary>
    public static long? MinorOrNull(string? typed, string currency) => string.IsNullOrWhiteSpace(typed) ? null : Parse(typed, currency).Amount;
}
