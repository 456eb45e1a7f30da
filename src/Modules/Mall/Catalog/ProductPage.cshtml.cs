using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Carts;
using Sward.Mall.Commissions;
using Sward.Mall.FlashSales;
using Sward.Mall.Offers;
using Sward.Mall.PreSales;
using Sward.Mall.Reviews;
using Sward.Mall.Stores;

namespace Sward.Mall.Catalog;

/// <summary>A product: pictures, price, variants, what buyers and notes say about it.</summary>
[BringsTouches]
internal sealed class ProductPage(
    MallDb db, ReadProduct read, RunningOffers offers, ReadFlashSale flash, ReadPreSale preSales, RecentOrders recent, ListReviews reviews, RecordTouch touches, VisitorTouches visitors, FeeTable fees, ChangeCart cart, ICurrentAccount account, IOptions<MallOptions> options,
    TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int FirstReviews = 5;

    public ProductView Product { get; private set; } = null!;

    public StoreView Store { get; private set; } = null!;

    public IReadOnlyList<OfferView> Offers { get; private set; } = [];

    /// <summary>The limited-time purchases of its variants that run or come soon.</summary>
    public IReadOnlyList<FlashOffer> FlashOffers { get; private set; } = [];

    /// <summary>The pre-sales of its variants that take deposits or soon will.</summary>
    public IReadOnlyList<PreSaleOffer> PreSales { get; private set; } = [];

    public IReadOnlyList<RecentOrders.Item> Recent { get; private set; } = [];

    public Page<ListReviews.Item> Reviews { get; private set; } = null!;

    public string? Problem { get; private set; }

    /// <summary>What somebody earns by whose link a unit at this price is bought, in minor units.</summary>
    public long Earns { get; private set; }

    public string MyLink => $"{Request.Scheme}://{Request.Host}/products/{Product.Id}?by={account.Id}";

    public int ReturnDays => options.Value.AfterSaleDays;

    public int GuaranteeDays => options.Value.PriceGuaranteeDays;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The variant that is chosen at first: the cheapest that is there.</summary>
    public long? Chosen => Product.Skus.Where(sku => sku.Available > 0).MinBy(sku => sku.Price.Amount)?.Id;

    public bool IsSeller => Store.OwnerId == account.IdOrNull;

    public bool SoldOut => Chosen is null;

    /// <summary>Shows the product, and remembers what led somebody here.</summary>
    /// <param name="note">The note that led here.</param>
    /// <param name="by">The account whose link led here.</param>
    public async Task<IActionResult> OnGetAsync(long productId, long? note, long? by, CancellationToken ct)
    {
        if (await read.FindAsync(productId, ct) is not { } product)
        {
            return NotFound();
        }

        var arrival = Arrival.Of(productId, note, by, Now);
        if (account.IdOrNull is { } visitorId)
        {
            await touches.RecordAsync(visitorId, arrival is null ? [] : [arrival], ct);
            var rate = await fees.FindAsync(CommissionKind.Creator, new(productId, product.Category, product.StoreId, product.Price.Currency), ct);
            Earns = rate?.Terms.Of(product.Price.Amount) ?? 0;
        }
        else if (arrival is not null)
        {
            visitors.Remember(HttpContext, arrival);
        }

        Product = product;
        var store = await db.Stores.AsNoTracking().SingleAsync(s => s.Id == product.StoreId, ct);
        Store = StoreView.Of(store, logo: null);
        Offers = await offers.ViewAsync(store, product, ct);
        FlashOffers = [.. (await flash.OfProductAsync(productId, ct)).Select(sale => FlashOffer.Of(sale, product, texts))];
        PreSales = [.. (await preSales.OfProductAsync(productId, ct)).Select(sale => PreSaleOffer.Of(sale, product, texts))];
        Recent = await recent.OfAsync(productId, ct);
        Reviews = (await reviews.PageAsync(productId, cursor: null, FirstReviews, ct))!;
        return Page();
    }

    public async Task<IActionResult> OnPostCartAsync(long productId, long skuId, int quantity, CancellationToken ct)
    {
        if (!account.IsSignedIn)
        {
            return Challenge();
        }

        try
        {
            await cart.SetAsync(account.Id, skuId, Math.Clamp(quantity, 1, MallOptions.MaxUnits), add: true, ct);
            return LocalRedirect("/cart");
        }
        catch (Refusal refusal)
        {
            Problem = texts.Of(refusal);
            return await OnGetAsync(productId, note: null, by: null, ct);
        }
    }

    public IActionResult OnPostBuy(long skuId, int quantity) => LocalRedirect($"/checkout?sku={skuId}&quantity={Math.Clamp(quantity, 1, MallOptions.MaxUnits)}");
}
