using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Addresses;
using Sward.Mall.Catalog;
using Sward.Mall.Commissions;

namespace Sward.Mall.FlashSales;

/// <summary>Where a buyer gets ready for a sale, and asks for units when it runs: how many, and where to.</summary>
[Authorize, BringsTouches]
internal sealed class FlashSalePage(ReadFlashSale read, ReadProduct products, BuyInSale buy, KeepAddresses addresses, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public FlashOffer Offer { get; private set; } = null!;

    public ProductView Product { get; private set; } = null!;

    public IReadOnlyList<KeepAddresses.View> Addresses { get; private set; } = [];

    public string? Problem { get; private set; }

    /// <summary>Names this request: posting the form twice asks once.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    public FlashSaleView Sale => Offer.Sale;

    public bool IsOver => Sale.State is FlashSaleState.Ended or FlashSaleState.Cancelled || Sale.EndsAt <= Sale.Now;

    public async Task<IActionResult> OnGetAsync(long saleId, CancellationToken ct)
    {
        if (await read.FindAsync(saleId, ct) is not { } sale || await products.FindAsync(sale.ProductId, ct) is not { } product)
        {
            return NotFound();
        }

        Product = product;
        Offer = FlashOffer.Of(sale, product, texts);
        Addresses = await addresses.ListAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostAddressAsync(long saleId, KeepAddresses.Request address, CancellationToken ct) => DoAsync(saleId, async () =>
    {
        await addresses.AddAsync(address.Checked(), ct);
        return $"/flash/{saleId}";
    }, ct);

    public Task<IActionResult> OnPostBuyAsync(long saleId, int quantity, long addressId, string? key, CancellationToken ct) => DoAsync(saleId, async () =>
    {
        if (!Idempotency.IsKey(key))
        {
            throw new Refusal("kernel.idempotency-key-invalid", StatusCodes.Status400BadRequest);
        }

        await buy.EnterAsync(saleId, account.Id, new BuyInSale.Request(quantity, addressId).Checked(), key, ct);
        return FlashRequestPage.UrlOf(saleId, key, quantity, addressId);
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
