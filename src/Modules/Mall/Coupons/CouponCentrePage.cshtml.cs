using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Mall.Coupons;

/// <summary>The coupon centre: what the platform and all stores give out now. Everybody sees it; taking needs an account.</summary>
internal sealed class CouponCentrePage(CouponShelf shelf, ClaimCoupon claim, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    /// <summary>Its own address.</summary>
    public const string Address = "/coupons/centre";

    private const int Size = 24;

    /// <summary>Those of the platform stand before the first page of those of stores.</summary>
    public IReadOnlyList<CouponToTake> OfPlatform { get; private set; } = [];

    public IReadOnlyList<CouponToTake> OfStores { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    /// <summary>What the name of the store shall contain; null for all stores.</summary>
    public string? Words { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? q, string? cursor, CancellationToken ct)
    {
        Words = PlainText.LineOrNull(q) is { } line ? PlainText.Cut(line, 60) : null;
        if (await shelf.OfStoresAsync(Words, cursor, Size, ct) is not { } page)
        {
            return NotFound();
        }

        var ofPlatform = cursor is null && Words is null ? await shelf.OfAsync(store: null, ct) : [];
        var all = await shelf.ForAsync(account.IdOrNull, [.. ofPlatform, .. page.Items], ct);
        (OfPlatform, OfStores) = ([.. all.Take(ofPlatform.Count)], [.. all.Skip(ofPlatform.Count)]);
        var search = Words is null ? "" : $"q={Uri.EscapeDataString(Words)}";
        Pager = new(page.Next is null ? null : $"{Address}?{search}&cursor={page.Next}", cursor is null ? null : $"{Address}?{search}");
        return Page();
    }

    public async Task<IActionResult> OnPostClaimAsync(long couponId, CancellationToken ct)
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
            Problem = texts.Of(refusal);
            return await OnGetAsync(q: null, cursor: null, ct);
        }
    }
}
