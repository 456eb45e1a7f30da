using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Addresses;
using Sward.Mall.Catalog;
using Sward.Mall.Commissions;

namespace Sward.Mall.PreSales;

/// <summary>From a pre-sale to the payment of its deposit: how many, where to, what is paid when and why.</summary>
[Authorize, BringsTouches]
internal sealed class PreSalePage(
    MallDb db, ReadPreSale read, ReadProduct products, OrderInPreSale order, KeepAddresses addresses, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public PreSaleOffer Offer { get; private set; } = null!;

    public ProductView Product { get; private set; } = null!;

    public IReadOnlyList<KeepAddresses.View> Addresses { get; private set; } = [];

    /// <summary>Null while nothing can be ordered.</summary>
    public OrderInPreSale.QuoteResponse? Quote { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>Names this intention to buy: posting the form twice buys once.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    public PreSaleView Sale => Offer.Sale;

    [BindProperty(SupportsGet = true)]
    public int Quantity { get; set; } = 1;

    public async Task<IActionResult> OnGetAsync(long preSaleId, CancellationToken ct)
    {
        if (await read.FindAsync(preSaleId, ct) is not { } sale || await products.FindAsync(sale.ProductId, ct) is not { } product)
        {
            return NotFound();
        }

        Product = product;
        Offer = PreSaleOffer.Of(sale, product, texts);
        Addresses = await addresses.ListAsync(ct);
        Quantity = Math.Clamp(Quantity, 1, MallOptions.MaxUnits);
        try
        {
            if (sale.IsOpen())
            {
                var (quote, of) = await order.QuoteAsync(preSaleId, account.Id, Quantity, ct);
                Quote = OrderInPreSale.QuoteResponse.Of(quote, of, texts);
            }
        }
        catch (Refusal refusal)
        {
            Problem ??= texts.Of(refusal);
        }

        return Page();
    }

    public Task<IActionResult> OnPostAddressAsync(long preSaleId, KeepAddresses.Request address, CancellationToken ct) => DoAsync(preSaleId, async () =>
    {
        await addresses.AddAsync(address.Checked(), ct);
        return $"/pre-sales/{preSaleId}?quantity={Quantity}";
    }, ct);

    public Task<IActionResult> OnPostOrderAsync(long preSaleId, long addressId, string? quoteId, string? key, CancellationToken ct) => DoAsync(preSaleId, async () =>
    {
        if (!Idempotency.IsKey(key))
        {
            throw new Refusal("kernel.idempotency-key-invalid", StatusCodes.Status400BadRequest);
        }

        var placed = await order.PlaceAsync(preSaleId, account.Id, new OrderInPreSale.Request(Quantity, addressId, quoteId ?? "").Checked(), key, once: null, ct);
        var paymentId = await db.Payments.Where(p => p.PurchaseId == placed.PurchaseId).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync(ct);
        return $"/pay/{paymentId}";
    }, ct);

    private async Task<IActionResult> DoAsync(long preSaleId, Func<Task<string>> act, CancellationToken ct)
    {
        try
        {
            return LocalRedirect(await act());
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(preSaleId, ct);
        }
    }
}
