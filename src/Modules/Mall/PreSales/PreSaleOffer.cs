using Microsoft.Extensions.Localization;
using Sward.Mall.Catalog;
using Sward.Mall.FlashSales;

namespace Sward.Mall.PreSales;

/// <summary>A pre-sale with the goods it is about, as its pages show it.</summary>
internal sealed record PreSaleOffer(PreSaleView Sale, string Variant)
{
    public static PreSaleOffer Of(PreSaleView sale, ProductView product, IStringLocalizer texts) => new(sale, product.Skus.Single(sku => sku.Id == sale.SkuId).NameIn(texts));

    public Countdown Countdown(IStringLocalizer texts) => Sale.IsOpen()
        ? new(Sale.Now, Sale.DepositUntil, texts["mall.pre-sale.ends-in"], texts["mall.pre-sale.ends-at"])
        : new(Sale.Now, Sale.DepositFrom, texts["mall.pre-sale.starts-in"], texts["mall.pre-sale.starts-at"]);
}
