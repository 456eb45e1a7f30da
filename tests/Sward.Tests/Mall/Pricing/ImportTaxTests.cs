using System.Globalization;
using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

/// <summary>Rates and amounts of tax on goods from abroad, from the cases that were derived from the same formula.</summary>
public sealed class ImportTaxTests
{
    [Fact]
    public void The_shared_cases_come_out_to_the_cent()
    {
        foreach (var given in SharedCases.Read("cross_border_tax.json"))
        {
            var name = given.GetProperty("name").GetString()!;
            var rate = decimal.Parse(given.GetProperty("comprehensive_rate_percent").GetString()!, CultureInfo.InvariantCulture);
            var total = (long)(decimal.Parse(given.GetProperty("total").GetString()!, CultureInfo.InvariantCulture) * 100);
            var (tax, dutiable) = Case(name);

            Assert.Equal(rate, Math.Round(100m * tax.Numerator / tax.Denominator, 4));
            Assert.Equal(total, tax.On(dutiable));
        }
    }

    /// <summary>The rates and the value that a case names in words.</summary>
    private static (Tax Tax, long DutiableMinor) Case(string name) => name switch
    {
        _ when name.StartsWith("ordinary goods 100", StringComparison.Ordinal) => (Tax.Abroad(0, 13), 10_000),
        _ when name.StartsWith("reduced-VAT goods 100", StringComparison.Ordinal) => (Tax.Abroad(0, 9), 10_000),
        _ when name.StartsWith("high-end skincare 425", StringComparison.Ordinal) => (Tax.Abroad(15, 13), 42_500),
        _ when name.StartsWith("same cream priced 199", StringComparison.Ordinal) => (Tax.Abroad(0, 13), 19_900),
        _ when name.StartsWith("sheet masks 5 for 75 ", StringComparison.Ordinal) => (Tax.Abroad(15, 13), 7_500),
        _ when name.StartsWith("sheet masks 5 for 74.9", StringComparison.Ordinal) => (Tax.Abroad(0, 13), 7_490),
        _ when name.StartsWith("CT 10% goods", StringComparison.Ordinal) => (Tax.Abroad(10, 13), 10_000),
        _ when name.StartsWith("5,000.00 exactly", StringComparison.Ordinal) => (Tax.Abroad(0, 13), 500_000),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A case nobody has read."),
    };
}
