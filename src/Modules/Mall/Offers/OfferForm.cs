using System.Globalization;
using Sward.Mall.Desk;

namespace Sward.Mall.Offers;

/// <summary>An offer as somebody types it at a desk. Of the three kinds the one that is filled in counts; rows that are left empty are not there.</summary>
internal sealed class OfferForm
{
    private const int MaxDays = 366;

    public string? Title { get; init; }
    public string?[] From { get; init; } = [];
    public string?[] Off { get; init; } = [];
    public string?[] Percent { get; init; } = [];
    public string?[] Cap { get; init; } = [];
    public bool Repeated { get; init; }
    public int? Size { get; init; }
    public int? Cheaper { get; init; }
    public int? Less { get; init; }
    public long?[] Sku { get; init; } = [];
    public int?[] Units { get; init; } = [];
    public string? Price { get; init; }
    public long[] ProductId { get; init; } = [];
    public string[] Category { get; init; } = [];
    public int Priority { get; init; }
    public bool Exclusive { get; init; }

    /// <summary>What stores bear of the platform's offer, in percent.</summary>
    public int StoresPercent { get; init; }

    /// <summary>When it starts, in the site's time zone; empty for at once.</summary>
    public string? Start { get; init; }
    public int Days { get; init; } = 14;

    /// <summary>What was typed, as a request.</summary>
    /// <exception cref="Refusal">An amount is none.</exception>
    public MakeOffers.Request ToRequest(string currency, TimeZoneInfo zone, DateTimeOffset now)
    {
        var start = TypedTime.Parse(Start, zone);
        var from = start > now ? start : null;
        return new MakeOffers.Request(
            Title ?? "", new OfferTerms { Threshold = Threshold(currency), Units = UnitsFor(), Bundle = Bundle(currency) }, ProductId, Category, Priority, Exclusive,
            from, (from ?? now).AddDays(Math.Clamp(Days, 1, MaxDays)), StoresPercent).Checked();
    }

    private ThresholdTerms? Threshold(string currency)
    {
        List<TierTerms> tiers =
        [
            .. from row in Enumerable.Range(0, From.Length)
               where !string.IsNullOrWhiteSpace(From[row])
               select new TierTerms(
                   TypedMoney.Parse(From[row], currency).Amount, TypedMoney.MinorOrNull(Off.ElementAtOrDefault(row), currency) ?? 0,
                   int.TryParse(Percent.ElementAtOrDefault(row), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : 0,
                   TypedMoney.MinorOrNull(Cap.ElementAtOrDefault(row), currency)),
        ];
        return tiers.Count > 0 ? new ThresholdTerms(tiers, Repeated) : null;
    }

    private UnitsTerms? UnitsFor() => Size is { } size ? new UnitsTerms(size, Cheaper ?? 1, Less ?? 100) : null;

    private BundleTerms? Bundle(string currency)
    {
        List<BundlePart> parts = [.. from row in Enumerable.Range(0, Sku.Length) where Sku[row] is not null select new BundlePart(Sku[row]!.Value, Units.ElementAtOrDefault(row) ?? 1)];
        return parts.Count > 0 || !string.IsNullOrWhiteSpace(Price) ? new BundleTerms(parts, TypedMoney.Parse(Price, currency).Amount) : null;
    }
}
