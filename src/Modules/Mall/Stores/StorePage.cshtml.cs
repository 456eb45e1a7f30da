using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.Catalog;
using Sward.Mall.Coupons;
using Sward.Mall.Offers;
using Sward.Ui;

namespace Sward.Mall.Stores;

/// <summary>A store with its goods.</summary>
[OutputCache(PolicyName = VisitorCache.Policy)]
internal sealed class StorePage(
    MallDb db, BrowseProducts browse, RunningOffers offers, CouponShelf coupons, ClaimCoupon claim, ICurrentAccount account, IMediaCards media, IStringLocalizer texts) : PageModel
{
    private const int Size = 30;
    private string? problem;

    public StoreView Store { get; private set; } = null!;

    public IReadOnlyList<OfferView> Offers { get; private set; } = [];

    public Tabs Sorts { get; private set; } = null!;

    public Waterfall Goods { get; private set; } = null!;

    public CouponsToTake Coupons { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long storeId, ShelfOrder sort, string? cursor, CancellationToken ct)
    {
        if (await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId, ct) is not { } store
            || await browse.PageAsync(storeId, category: null, sort, cursor, Size, ct) is not { } page)
        {
            return NotFound();
        }

        Store = await StoreView.OfAsync(store, media, ct);
        Offers = await offers.ViewAsync(store, ct);
        Coupons = new(texts["mall.coupons.of-store"], $"/stores/{storeId}", await coupons.ForAsync(account.IdOrNull, await coupons.OfAsync(store, ct), ct), problem);
        Sorts = new(texts["mall.sort"], [.. Enum.GetValues<ShelfOrder>().Select(s => new Tab(texts[$"mall.sort.{s}"], $"/stores/{storeId}?sort={s}", s == sort))]);
        Goods = await ProductWaterfall.OfAsync(page, next => $"/stores/{storeId}?sort={sort}&cursor={next}", new("shelf", texts["mall.store.empty"]), media, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostClaimAsync(long storeId, long couponId, CancellationToken ct)
    {
        if (!account.IsSignedIn)
        {
            return Challenge();
        }

        try
        {
            await claim.RunAsync(couponId, account.Id, ct);
            return LocalRedirect("/coupons");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            problem = texts.Of(refusal);
            return await OnGetAsync(storeId, default, cursor: null, ct);
        }
    }
}
