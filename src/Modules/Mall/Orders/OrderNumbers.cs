using System.Globalization;
using System.Security.Cryptography;

namespace Sward.Mall.Orders;

/// <summary>Makes order numbers for people: the day, then twelve random digits. A number that is taken fails on its unique index and is drawn again.</summary>
internal static class OrderNumbers
{
    public static string Next(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture, $"{at:yyMMdd}{RandomNumberGenerator.GetInt32(1_000_000):D6}{RandomNumberGenerator.GetInt32(1_000_000):D6}");
}
