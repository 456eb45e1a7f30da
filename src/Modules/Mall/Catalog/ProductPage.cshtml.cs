using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Carts;
using Sward.Mall.Commissions;
using Sward.Mall.Courses;
using Sward.Mall.Deliveries;
using Sward.Mall.FlashSales;
using Sward.Mall.Leads;
using Sward.Mall.Offers;
using Sward.Mall.PreSales;
using Sward.Mall.Reviews;
using Sward.Mall.Stores;
using Sward.Mall.Wants;

namespace Sward.Mall.Catalog;

/// <summary>A product: pictures, price, variants, what buyers and notes say about it.</summary>
[BringsTouches]
internal sealed class ProductPage(
    MallDb db, ReadProduct read, RunningOffers offers, ReadFlashSale flash, ReadPreSale preSales, RecentOrders recent, DeliveryDays deliveries, ListReviews reviews, RecordTouch touches, VisitorTouches visitors, FeeTable fees, ChangeCart cart, AskStore ask, ReadLeads leads, EndLead endLead, ReadCourse courses, ListWants wants, WantGoods want, ICurrentAccount account, IOptions<MallOptions> options,
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

    /// <summary>Variants that the reader wants.</summary>
    public IReadOnlySet<long> Wanted { get; private set; } = null!;

    public string? Problem { get; private set; }

    /// <summary>The lessons of a course; null for other goods.</summary>
    public CourseView? Course { get; private set; }

    public int ReturnDays => options.Value.AfterSaleDays;

    public int ReturnPercent => options.Value.CourseReturnPercent;

    /// <summary>How to ask for goods that are not bought here; null for others.</summary>
    public LeadForm? LeadForm { get; private set; }

    /// <summary>What somebody earns by whose link a unit at this price is bought, in minor units.</summary>
    public long Earns { get; private set; }

    public string MyLink => $"{Request.Scheme}://{Request.Host}/products/{Product.Id}?by={account.Id}";

    public int GuaranteeDays => options.Value.PriceGuaranteeDays;

    /// <summary>The first day on which large goods can come; null for other kinds.</summary>
    public DateOnly? FirstDelivery => deliveries.Of(Product.Delivery) is [var first, ..] ? first : null;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The variant that is chosen at first: the cheapest that is there, or of all when none is.</summary>
    public long? Chosen => Product.Skus.OrderBy(sku => sku.Available == 0).ThenBy(sku => sku.Price.Amount).FirstOrDefault()?.Id;

    public bool IsSeller => Store.OwnerId == account.IdOrNull;

    public bool SoldOut => Product.Skus.All(sku => sku.Available == 0);

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
        Course = product.Kind is GoodsKind.Course ? await courses.FindAsync(productId, ct) : null;
        LeadForm = product.Kind is GoodsKind.LeadForm ? await LeadFormAsync(product, ct) : null;
        Recent = await recent.OfAsync(productId, ct);
        Wanted = await wants.AmongAsync(account.IdOrNull, product.Skus.Select(sku => sku.Id), ct);
        Reviews = (await reviews.PageAsync(productId, cursor: null, FirstReviews, ct))!;
        return Page();
    }

    public Task<IActionResult> OnPostCartAsync(long productId, long skuId, int quantity, CancellationToken ct) =>
        DoAsync(productId, () => cart.SetAsync(account.Id, skuId, Math.Clamp(quantity, 1, MallOptions.MaxUnits), add: true, ct), "/cart", ct);

    public Task<IActionResult> OnPostWantAsync(long productId, long skuId, CancellationToken ct) => DoAsync(productId, () => want.WantAsync(account.Id, skuId, ct), $"/products/{productId}", ct);

    public Task<IActionResult> OnPostTakeBackAsync(long productId, long taken, CancellationToken ct) =>
        DoAsync(productId, () => want.TakeBackAsync(account.Id, taken, ct), $"/products/{productId}", ct);

    public Task<IActionResult> OnPostAskAsync(long productId, string? name, string? contact, string? question, CancellationToken ct) =>
        DoAsync(productId, () => ask.AskAsync(productId, new AskStore.Request(name ?? "", contact ?? "", question ?? "").Checked(), ct), $"/products/{productId}#ask", ct);

    public Task<IActionResult> OnPostTakeLeadBackAsync(long productId, long leadId, CancellationToken ct) =>
        DoAsync(productId, () => endLead.TakeBackAsync(leadId, ct), $"/products/{productId}#ask", ct);

    public IActionResult OnPostBuy(long skuId, int quantity) => LocalRedirect($"/checkout?sku={skuId}&quantity={Math.Clamp(quantity, 1, MallOptions.MaxUnits)}");

    private async Task<IActionResult> DoAsync(long productId, Func<Task> act, string then, CancellationToken ct)
    {
        if (!account.IsSignedIn)
        {
            return Challenge();
        }

        try
        {
            await act();
            return LocalRedirect(then);
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(productId, note: null, by: null, ct);
        }
    }

    private async Task<LeadForm> LeadFormAsync(ProductView product, CancellationToken ct) => new(
        product.Id, product.StoreId, account.IsSignedIn, IsSeller, account.IdOrNull is { } readerId ? await leads.OpenAsync(readerId, product.Id, ct) : null, options.Value.LeadDays, Problem);
}
