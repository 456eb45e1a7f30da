using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Addresses;
using Sward.Mall.Catalog;
using Sward.Mall.Checkout;
using Sward.Mall.Commissions;
using Sward.Mall.Coupons;
using Sward.Mall.GiftCards;
using Sward.Mall.Points;

namespace Sward.Mall.FlashSales;

/// <summary>Where a buyer gets ready for a sale, sees what it will cost, and asks for units when it runs: how many, by which means, and where to.</summary>
[Authorize, BringsTouches]
internal sealed class FlashSalePage(
    ReadFlashSale read, ReadProduct products, QuoteInSale quotes, BuyInSale buy, KeepAddresses addresses, Wallet wallet, ReadPoints points, GiftCardWallet cards, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public FlashOffer Offer { get; private set; } = null!;

    public ProductView Product { get; private set; } = null!;

    public IReadOnlyList<KeepAddresses.View> Addresses { get; private set; } = [];

    /// <summary>What the units cost with everything; null when they cannot be priced.</summary>
    public QuoteView? Quote { get; private set; }

    public MeansChoice? Choice { get; private set; }

    public string? Problem { get; private set; }

    [BindProperty(SupportsGet = true)]
    public int Quantity { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public MeansForm Means { get; set; } = new();

    /// <summary>Names this request: posting the form twice asks once.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    public FlashSaleView Sale => Offer.Sale;

    public bool IsOver => Sale.State is FlashSaleState.Ended or FlashSaleState.Cancelled || Sale.EndsAt <= Sale.Now;

    public string UrlOf(string handler) => $"/flash/{Sale.Id}?handler={handler}{About}";

    /// <summary>How many and by which means, for the addresses of this page.</summary>
    private string About => FormattableString.Invariant($"&quantity={Quantity}{Means.ToQuery()}");

    public async Task<IActionResult> OnGetAsync(long saleId, CancellationToken ct)
    {
        if (await read.FindAsync(saleId, ct) is not { } sale || await products.FindAsync(sale.ProductId, ct) is not { } product)
        {
            return NotFound();
        }

        Product = product;
        Offer = FlashOffer.Of(sale, product, texts);
        Addresses = await addresses.ListAsync(ct);
        Quantity = Math.Clamp(Quantity, 1, sale.PerBuyer);
        if (!IsOver)
        {
            await QuoteAsync(ct);
        }

        return Page();
    }

    private async Task QuoteAsync(CancellationToken ct)
    {
        try
        {
            Quote = QuoteView.Of(await quotes.QuoteAsync(Sale.Id, account.Id, Quantity, Means.ToMeans(), ct), texts);
            Choice = await MeansChoice.OfAsync(account.Id, Quote, wallet, points, cards, ct);
        }
        catch (Refusal refusal)
        {
            Problem ??= texts.Of(refusal);
        }
    }

    public Task<IActionResult> OnPostAddressAsync(long saleId, KeepAddresses.Request address, CancellationToken ct) => DoAsync(saleId, async () =>
    {
        await addresses.AddAsync(address.Checked(), ct);
        return $"/flash/{saleId}?{About[1..]}";
    }, ct);

    public Task<IActionResult> OnPostBuyAsync(long saleId, long addressId, string? quoteId, string? key, CancellationToken ct) => DoAsync(saleId, async () =>
    {
        if (!Idempotency.IsKey(key))
        {
            throw new Refusal("kernel.idempotency-key-invalid", StatusCodes.Status400BadRequest);
        }

        var wish = new FlashWish(Quantity, addressId, quoteId ?? "", Means);
        await buy.EnterAsync(saleId, account.Id, wish.ToRequest(), key, ct);
        return FlashRequestPage.UrlOf(saleId, key, wish);
    }, ct);

    private async Task<IActionResult> DoAsync(long saleId, Func<Task<string>> act, CancellationToken ct)
    {
        try
        {
            return LocalRedirect(await act());
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(saleId, ct);
        }
    }
}
