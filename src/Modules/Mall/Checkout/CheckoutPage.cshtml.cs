using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Addresses;
using Sward.Mall.Commissions;
using Sward.Mall.Coupons;
using Sward.Mall.Deliveries;
using Sward.Mall.GiftCards;
using Sward.Mall.Points;

namespace Sward.Mall.Checkout;

/// <summary>One page from goods to payment: where to, what, why it costs what it costs. Buys the cart, or one variant when the address names it.</summary>
[Authorize, BringsTouches]
internal sealed class CheckoutPage(
    MallDb db, QuoteCheckout quotes, PlaceOrder place, KeepAddresses addresses, Wallet wallet, ReadPoints points, GiftCardWallet cards, ClaimByCode claim, ICurrentAccount account, IStringLocalizer texts)
    : PageModel
{
    public IReadOnlyList<KeepAddresses.View> Addresses { get; private set; } = [];

    public QuoteView? Quote { get; private set; }

    public MeansChoice? Choice { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>Why the code that was typed brought no coupon.</summary>
    public string? CodeProblem { get; private set; }

    /// <summary>Names this intention to buy: posting the form twice buys once.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    [BindProperty(SupportsGet = true)]
    public long? Sku { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Quantity { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public MeansForm Means { get; set; } = new();

    /// <summary>The days that were chosen for large goods, by variant.</summary>
    [BindProperty(Name = "day")]
    public Dictionary<long, DateOnly> Day { get; set; } = [];

    /// <summary>The variants that shall be installed.</summary>
    [BindProperty(Name = "install")]
    public long[] Install { get; set; } = [];

    private IReadOnlyList<QuoteCheckout.LineRequest>? Lines => Sku is { } sku ? [new(sku, Math.Clamp(Quantity, 1, MallOptions.MaxUnits))] : null;

    /// <summary>What is bought and by which means, for the addresses of this page.</summary>
    private string About => $"{(Sku is { } sku ? $"&sku={sku}&quantity={Quantity}" : "")}{Means.ToQuery()}";

    public string UrlOf(string handler) => $"/checkout?handler={handler}{About}";

    public DeliveryWish WishFor(long skuId) => new(skuId, Day.TryGetValue(skuId, out var day) ? day : null, Install.Contains(skuId));

    public async Task OnGetAsync(CancellationToken ct)
    {
        try
        {
            Addresses = await addresses.ListAsync(ct);
            Quote = QuoteView.Of(await quotes.QuoteAsync(account.Id, Lines, Means.ToMeans(), ct), texts);
            Choice = await MeansChoice.OfAsync(account.Id, Quote, wallet, points, cards, ct);
        }
        catch (Refusal refusal)
        {
            Say(refusal);
        }
    }

    public async Task<IActionResult> OnPostAddressAsync(KeepAddresses.Request address, CancellationToken ct)
    {
        try
        {
            await addresses.AddAsync(address.Checked(), ct);
            return AnewWith(About);
        }
        catch (Refusal refusal)
        {
            await OnGetAsync(ct);
            Say(refusal);
            return Page();
        }
    }

    /// <summary>Takes the coupon of a code. Where the buyer has chosen what to use, it is one more of that; else the best are used anyway.</summary>
    public async Task<IActionResult> OnPostCodeAsync(string? code, CancellationToken ct)
    {
        try
        {
            var taken = await claim.RunAsync(code, account.Id, HttpContext.ClientAddress(), ct);
            return AnewWith(Means.Chosen ? $"{About}&means.coupon={taken.Id}" : About);
        }
        catch (Refusal refusal)
        {
            await OnGetAsync(ct);
            Response.StatusCode = refusal.Status;
            CodeProblem = texts.Of(refusal);
            return Page();
        }
    }

    public async Task<IActionResult> OnPostOrderAsync(long addressId, string quoteId, string? key, string? returnTerms, CancellationToken ct)
    {
        try
        {
            if (!Idempotency.IsKey(key))
            {
                throw new Refusal("kernel.idempotency-key-invalid", StatusCodes.Status400BadRequest);
            }

            var means = Means.ToMeans();
            var placed = await place.PlaceAsync(account.Id, new PlaceOrder.Request(Lines, addressId, quoteId, means.Coupons, means.Points, means.GiftCards, [.. Day.Keys.Union(Install).Select(WishFor)], returnTerms), key, once: null, ct);
            var paymentId = await db.Payments.Where(p => p.PurchaseId == placed.PurchaseId).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync(ct);
            return LocalRedirect($"/pay/{paymentId}");
        }
        catch (Refusal refusal)
        {
            await OnGetAsync(ct);
            Say(refusal);
            return Page();
        }
    }

    private LocalRedirectResult AnewWith(string about) => LocalRedirect(about.Length == 0 ? "/checkout" : $"/checkout?{about[1..]}");

    private void Say(Refusal refusal)
    {
        Response.StatusCode = refusal.Status;
        Problem = texts.Of(refusal);
    }
}
