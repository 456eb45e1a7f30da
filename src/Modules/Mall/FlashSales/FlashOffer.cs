using Microsoft.Extensions.Localization;
using Sward.Mall.Catalog;

namespace Sward.Mall.FlashSales;

/// <summary>A sale with the goods it is about, as its pages show it.</summary>
internal sealed record FlashOffer(FlashSaleView Sale, string Variant)
{
    /// <summary>From here on the number itself is the news.</summary>
    private const int Few = 10;

    public static FlashOffer Of(FlashSaleView sale, ProductView product, IStringLocalizer texts) => new(sale, product.Skus.Single(sku => sku.Id == sale.SkuId).NameIn(texts));

    public Countdown Countdown(IStringLocalizer texts) => Sale.IsOpen()
        ? new(Sale.Now, Sale.EndsAt, texts["mall.flash.ends-in"], texts["mall.flash.ends-at"])
        : new(Sale.Now, Sale.StartsAt, texts["mall.flash.starts-in"], texts["mall.flash.starts-at"]);

    /// <summary>How many units are left, in words.</summary>
    public string Left(IStringLocalizer texts) => Sale switch
    {
        _ when !Sale.IsOpen() => texts["mall.flash.units", Sale.Units],
        { Left: 0 } => texts["mall.flash.none-left"],
        { Left: <= Few } => texts["mall.flash.few-left", Sale.Left],
        _ when Sale.Left * 2 < Sale.Units => texts["mall.flash.less-than-half"],
        _ => texts["mall.flash.plenty"],
    };
}
