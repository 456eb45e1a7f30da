using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Catalog;
using Sward.Mall.Checkout;
using Sward.Mall.Payments;

namespace Sward.Mall.FlashSales;

/// <summary>A request in the queue of a sale: its place, and what became of it.</summary>
[Authorize]
internal sealed class FlashRequestPage(
    MallDb db, ReadFlashSale read, ReadFlashResult results, ReadProduct products, BuyInSale buy, WaitForUnits wait, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    /// <summary>Without a script the page loads itself again after so long: soon in the queue, seldom on the waiting list.</summary>
    private const int QueueSeconds = 2, WaitingSeconds = 15;

    public FlashOffer Offer { get; private set; } = null!;

    public ProductView Product { get; private set; } = null!;

    /// <summary>Null when this node does not know the request and it has left no trace.</summary>
    public FlashResult? Result { get; private set; }

    /// <summary>What is to be paid, once it is an order.</summary>
    public Payment? Payment { get; private set; }

    public string? Problem { get; private set; }

    public FlashSaleView Sale => Offer.Sale;

    /// <summary>The state as the stream of results spells it.</summary>
    public string? StateWord => Result is { State: var state } ? JsonNamingPolicy.CamelCase.ConvertName($"{state}") : null;

    public bool IsPayable => Payment is { AmountMinor: > 0 } payment && payment.IsOpen(Sale.Now);

    /// <summary>Whether somebody who was too late may wait for units that come back.</summary>
    public bool MayWait => Result?.Code is "mall.sold-out" && Sale.IsOpen();

    public int? RefreshSeconds => Result?.State switch
    {
        FlashResultState.Queued => QueueSeconds,
        FlashResultState.Waiting => WaitingSeconds,
        _ => null,
    };

    /// <summary>What became of it, in one line.</summary>
    public string Headline => Result switch
    {
        null => texts["mall.flash.result.unknown"],
        { State: FlashResultState.Placed } when !IsPayable => texts[$"mall.payment.state.{Payment!.State}"],
        { State: FlashResultState.Refused } => texts[$"problem.{Result.Code}", Sale.PerBuyer],
        _ => texts[$"mall.flash.result.{Result.State}"],
    };

    [BindProperty(SupportsGet = true)]
    public long SaleId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Quantity { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public long AddressId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string QuoteId { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public MeansForm Means { get; set; } = new();

    private FlashWish Wish => new(Quantity, AddressId, QuoteId, Means);

    public static string UrlOf(long saleId, string key, FlashWish wish) => $"/flash/{saleId}/requests/{Uri.EscapeDataString(key)}?{wish.ToQuery()}";

    public string UrlOf(string? handler = null) => UrlOf(SaleId, Key, Wish) + (handler is null ? "" : $"&handler={handler}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await read.FindAsync(SaleId, ct) is not { } sale || await products.FindAsync(sale.ProductId, ct) is not { } product)
        {
            return NotFound();
        }

        Product = product;
        Offer = FlashOffer.Of(sale, product, texts);
        Result = await results.FindAsync(SaleId, account.Id, Key, ct);
        Payment = Result?.PaymentId is { } paymentId ? await db.Payments.AsNoTracking().SingleAsync(p => p.Id == paymentId, ct) : null;
        return Page();
    }

    /// <summary>Asks again with the same key: it never buys twice.</summary>
    public Task<IActionResult> OnPostAgainAsync(CancellationToken ct) => DoAsync(() => buy.EnterAsync(SaleId, account.Id, Wish.ToRequest(), Key, ct), ct);

    public Task<IActionResult> OnPostWaitAsync(CancellationToken ct) => DoAsync(() => wait.JoinAsync(SaleId, account.Id, Wish.ToRequest(), Key, ct), ct);

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken ct) => DoAsync(() => wait.LeaveAsync(SaleId, account.Id, ct), ct);

    private async Task<IActionResult> DoAsync(Func<Task> act, CancellationToken ct)
    {
        try
        {
            if (!Idempotency.IsKey(Key))
            {
                throw new Refusal("kernel.idempotency-key-invalid", StatusCodes.Status400BadRequest);
            }

            await act();
            return LocalRedirect(UrlOf());
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(ct);
        }
    }
}
