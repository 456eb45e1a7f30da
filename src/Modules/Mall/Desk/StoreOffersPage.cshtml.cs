using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Offers;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>The offers that a store makes for its own goods, and those of the platform that it may take part in.</summary>
[Authorize]
internal sealed class StoreOffersPage(MallDb db, MyStore mine, MakeOffers offers, PreviewOffer preview, TakePart part, TimeZoneInfo zone, TimeProvider clock, IStringLocalizer texts)
    : OfferDeskPage(db, offers, preview, zone, clock, texts)
{
    public Store Store { get; private set; } = null!;

    public IReadOnlyList<SharedOfferView> Shared { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct) => ServeAsync(storeId, store => ShowAsync(store, ct), ct);

    public Task<IActionResult> OnPostPreviewAsync(long storeId, OfferForm form, CancellationToken ct) => ServeAsync(storeId, store => TryAsync(store, form, ct), ct);

    public Task<IActionResult> OnPostNewAsync(long storeId, OfferForm form, CancellationToken ct) => ServeAsync(storeId, store => MakeAsync(store, form, ct), ct);

    public Task<IActionResult> OnPostEndAsync(long storeId, long offerId, CancellationToken ct) => ServeAsync(storeId, store => EndAsync(store, offerId, ct), ct);

    public Task<IActionResult> OnPostJoinAsync(long storeId, long offerId, CancellationToken ct) =>
        ServeAsync(storeId, async store => await part.JoinAsync(store, offerId, ct) ? LocalRedirect($"/desk/{storeId}/offers") : NotFound(), ct);

    public Task<IActionResult> OnPostLeaveAsync(long storeId, long offerId, CancellationToken ct) =>
        ServeAsync(storeId, async store => await part.LeaveAsync(store, offerId, ct) ? LocalRedirect($"/desk/{storeId}/offers") : NotFound(), ct);

    private Task<IActionResult> ServeAsync(long storeId, Func<Store, Task<IActionResult>> serve, CancellationToken ct) => mine.ServeAsync(storeId, async store =>
    {
        Store = store;
        var answer = await serve(store);
        Shared = answer is PageResult ? await part.ListAsync(store, ct) : [];
        return answer;
    }, ct);
}
