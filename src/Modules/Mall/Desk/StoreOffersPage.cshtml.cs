using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Offers;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>The offers that a store makes for its own goods.</summary>
[Authorize]
internal sealed class StoreOffersPage(MallDb db, MyStore mine, MakeOffers offers, PreviewOffer preview, TimeProvider clock, IStringLocalizer texts)
    : OfferDeskPage(db, offers, preview, clock, texts)
{
    public Store Store { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct) => mine.ServeAsync(storeId, store => ShowAsync(Store = store, ct), ct);

    public Task<IActionResult> OnPostPreviewAsync(long storeId, OfferForm form, CancellationToken ct) => mine.ServeAsync(storeId, store => TryAsync(Store = store, form, ct), ct);

    public Task<IActionResult> OnPostNewAsync(long storeId, OfferForm form, CancellationToken ct) => mine.ServeAsync(storeId, store => MakeAsync(Store = store, form, ct), ct);

    public Task<IActionResult> OnPostEndAsync(long storeId, long offerId, CancellationToken ct) => mine.ServeAsync(storeId, store => EndAsync(Store = store, offerId, ct), ct);
}
