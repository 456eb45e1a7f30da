using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Desk;
using Sward.Mall.Stores;

namespace Sward.Mall.Offers;

/// <summary>The offers that a store makes for its own goods.</summary>
[Authorize]
internal sealed class StoreOffersPage(MallDb db, MyStore mine, MakeOffers offers, PreviewOffer preview, TimeProvider clock, IStringLocalizer texts)
    : OfferDeskPage(db, offers, preview, clock, texts)
{
    public Store Store { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct) => OfMineAsync(storeId, store => ShowAsync(store, ct), ct);

    public Task<IActionResult> OnPostPreviewAsync(long storeId, OfferForm form, CancellationToken ct) => OfMineAsync(storeId, store => TryAsync(store, form, ct), ct);

    public Task<IActionResult> OnPostNewAsync(long storeId, OfferForm form, CancellationToken ct) => OfMineAsync(storeId, store => MakeAsync(store, form, ct), ct);

    public Task<IActionResult> OnPostEndAsync(long storeId, long offerId, CancellationToken ct) => OfMineAsync(storeId, store => EndAsync(store, offerId, ct), ct);

    private async Task<IActionResult> OfMineAsync(long storeId, Func<Store, Task<IActionResult>> act, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        Store = store;
        return await act(store);
    }
}
