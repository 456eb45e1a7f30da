using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Desk;

namespace Sward.Mall.Offers;

/// <summary>The offers that the platform makes across stores, and what of them stores bear.</summary>
[Authorize(Policies.Operator)]
internal sealed class PlatformOffersPage(MallDb db, MakeOffers offers, PreviewOffer preview, TimeZoneInfo zone, TimeProvider clock, IStringLocalizer texts)
    : OfferDeskPage(db, offers, preview, zone, clock, texts)
{
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(store: null, ct);

    public Task<IActionResult> OnPostPreviewAsync(OfferForm form, CancellationToken ct) => TryAsync(store: null, form, ct);

    public Task<IActionResult> OnPostNewAsync(OfferForm form, CancellationToken ct) => MakeAsync(store: null, form, ct);

    public Task<IActionResult> OnPostEndAsync(long offerId, CancellationToken ct) => EndAsync(store: null, offerId, ct);
}
