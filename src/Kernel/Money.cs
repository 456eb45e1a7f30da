using System.Globalization;

namespace Sward.Kernel;

/// <summary>An amount in minor units of a currency (ISO 4217): <c>(1999, "CNY")</c> is 19.99 yuan. JSON: <c>{"amount":1999,"currency":"CNY"}</c>.</summary>
public readonly record struct Money(long Amount, string Currency)
{
    /// <summary>Adds two amounts of one currency; overflow and mixed currencies throw.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Amount + left.SameCurrency(right).Amount), left.Currency);

    /// <summary>Subtracts an amount of the same currency; overflow and mixed currencies throw.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Amount - left.SameCurrency(right).Amount), left.Currency);

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>How many decimal digits the currency's minor unit has (ISO 4217).</summary>
    public static int DigitsOf(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>The amount as people read it, without a currency sign: 1999 CNY is "19.99".</summary>
    public string ToPlainString()
    {
        var digits = DigitsOf(Currency);
        var unit = (decimal)Math.Pow(10, digits);
        return (Amount / unit).ToString($"F{digits}", CultureInfo.InvariantCulture);
    }

    public override string ToString() => $"{ToPlainString()} {Currency}";

    private Money SameCurrency(Money other) => string.Equals(Currency, other.Currency, StringComparison.Ordinal)
        ? other
        : throw new InvalidOperationException($"Cannot combine {Currency} with {other.Currency}.");
}
