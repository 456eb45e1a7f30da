using System.Globalization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Catalog;
using Sward.Mall.Deliveries;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>The form by which a seller lists goods: one price and stock for all variants, or for every day that can be booked.</summary>
internal sealed record NewGoods(
    string? Pictures, string? Origin, string? Name, string? Category, string? Price, int Units, string? Variants, string? Description,
    GoodsKind GoodsKind = GoodsKind.Shipped, int ValidDays = 0, DateOnly? FirstDay = null, DateOnly? LastDay = null,
    int EarliestDays = 0, IReadOnlyList<DayOfWeek>? Weekdays = null, bool Installs = false,
    ReturnRule Returns = ReturnRule.SevenDays)
{
    private const string DayFormat = "yyyy-MM-dd";
    private const int MaxDays = 92;

    public ListProduct.Request ToRequest(string currency, string warehouse, IStringLocalizer texts) => new ListProduct.Request(
        Name ?? "", Origin ?? "", Category ?? "", Brand: null, Description,
        TypedPictures.Parse(Pictures),
        [.. GoodsKind is GoodsKind.Booking ? DaysOf(currency, warehouse, texts) : VariantsOf(currency, warehouse, texts)],
        GoodsKind, GoodsKind is GoodsKind.Voucher ? ValidDays : 0, GoodsKind is GoodsKind.Large ? new DeliveryTerms(EarliestDays, Weekdays ?? [], Installs).Checked() : null, Returns).Checked();

    private IEnumerable<ListProduct.SkuRequest> VariantsOf(string currency, string warehouse, IStringLocalizer texts) =>
        (Variants ?? "").Split([',', '，', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty("")
            .Select((variant, i) => SkuOf($"{i + 1}", variant.Length == 0 ? null : (texts["mall.variant"].Value, variant), day: null, currency, warehouse));

    private IEnumerable<ListProduct.SkuRequest> DaysOf(string currency, string warehouse, IStringLocalizer texts)
    {
        var first = FirstDay ?? throw new Refusal("mall.goods-kind", StatusCodes.Status422UnprocessableEntity);
        var days = (LastDay ?? first).DayNumber - first.DayNumber + 1;
        return Enumerable.Range(0, Math.Clamp(days, 1, MaxDays)).Select(first.AddDays).Select(day => day.ToString(DayFormat, CultureInfo.InvariantCulture))
            .Select(day => SkuOf(day, (texts["mall.day"].Value, day), DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture), currency, warehouse));
    }

    private ListProduct.SkuRequest SkuOf(string code, (string Name, string Value)? option, DateOnly? day, string currency, string warehouse) => new ListProduct.SkuRequest(
        code, option is { } set ? new Dictionary<string, string>(StringComparer.Ordinal) { [set.Name] = set.Value } : null,
        TypedMoney.Parse(Price, currency), MemberPrice: null, [new ListProduct.StockRequest(warehouse, GoodsKind is GoodsKind.LeadForm ? 0 : Units).Checked()], day).Checked();
}
