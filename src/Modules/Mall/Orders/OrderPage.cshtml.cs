using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.AfterSales;
using Sward.Mall.Checkout;
using Sward.Ui;

namespace Sward.Mall.Orders;

/// <summary>One order for its buyer or its seller: where it is, the one next step, what it cost and why.</summary>
[Authorize]
internal sealed class OrderPage(
    ReadOrders orders, ShipOrder ship, ReceiveOrder receive, CancelOrder cancel, ApplyForAfterSale apply, AnswerAfterSale answer, IMediaCards media, ICurrentAccount account, IStringLocalizer texts)
    : PageModel
{
    public IReadOnlyDictionary<long, MediaCard> Pictures { get; private set; } = null!;

    public OrderView Order { get; private set; } = null!;

    public Timeline Life { get; private set; } = null!;

    public string? Problem { get; private set; }

    public bool IsBuyer => Order.BuyerId == account.Id;

    public bool IsSeller { get; private set; }

    /// <summary>What whoever looks is to do now: pay, ship, receive or review; null when it is the other side's turn.</summary>
    public string? NextStep => Order.State switch
    {
        OrderState.PendingPayment when IsBuyer => "pay",
        OrderState.ToShip when IsSeller => "ship",
        OrderState.Shipped when IsBuyer => "receive",
        OrderState.Completed when IsBuyer => "review",
        _ => null,
    };

    public bool CanCancel => Order.State is OrderState.PendingPayment or OrderState.ToShip;

    public bool CanApply => IsBuyer && Order.State is OrderState.Shipped or OrderState.Completed or OrderState.PartRefunded;

    public string WordsOf(PriceNoteView step) => texts.Why(step.Why, step.Amounts);

    public async Task<IActionResult> OnGetAsync(long orderId, CancellationToken ct)
    {
        if (await orders.FindAsync(account.Id, orderId, ct) is not { } order)
        {
            return NotFound();
        }

        Order = order;
        IsSeller = await orders.IsSellerAsync(account.Id, orderId, ct);
        Pictures = await media.GetAsync([.. order.Lines.Select(line => line.PictureId).OfType<long>()], ct);
        Life = new([.. order.Log.Select((step, i) => new TimelineStep(
            texts[$"mall.order.state.{step.State}"], i == order.Log.Count - 1 ? "now" : "done", step.At,
            step.State is OrderState.Shipped ? $"{order.Carrier} {order.TrackingNumber}" : null))]);
        return Page();
    }

    public Task<IActionResult> OnPostShipAsync(long orderId, string? carrier, string? number, CancellationToken ct) =>
        DoAsync(orderId, () => ship.ShipAsync(account.Id, orderId, new ShipOrder.Request(carrier ?? "", number ?? "").Checked(), ct), ct);

    public Task<IActionResult> OnPostReceiveAsync(long orderId, CancellationToken ct) => DoAsync(orderId, () => receive.ReceiveAsync(account.Id, orderId, ct), ct);

    public Task<IActionResult> OnPostCancelAsync(long orderId, CancellationToken ct) => DoAsync(orderId, () => cancel.CancelAsync(account.Id, orderId, reason: null, ct), ct);

    public Task<IActionResult> OnPostAfterSaleAsync(long orderId, long lineId, AfterSaleKind kind, string? reason, CancellationToken ct) =>
        DoAsync(orderId, () => apply.ApplyAsync(account.Id, orderId, new ApplyForAfterSale.Request(lineId, kind, reason ?? "").Checked(), once: null, ct), ct);

    public Task<IActionResult> OnPostAnswerAfterSaleAsync(long orderId, long afterSaleId, bool agree, CancellationToken ct) => DoAsync(
        orderId, () => agree ? answer.AgreeAsync(account.Id, afterSaleId, ct) : answer.RefuseAsync(account.Id, afterSaleId, texts["mall.after-sale.refused-by-store"], ct), ct);

    public Task<IActionResult> OnPostShipAfterSaleAsync(long orderId, long afterSaleId, string? carrier, string? number, CancellationToken ct) =>
        DoAsync(orderId, () => answer.ShipAsync(account.Id, afterSaleId, new ShipOrder.Request(carrier ?? "", number ?? "").Checked(), ct), ct);

    public Task<IActionResult> OnPostReceiveAfterSaleAsync(long orderId, long afterSaleId, CancellationToken ct) =>
        DoAsync(orderId, () => answer.ReceivedAsync(account.Id, afterSaleId, ct), ct);

    public Task<IActionResult> OnPostCancelAfterSaleAsync(long orderId, long afterSaleId, CancellationToken ct) =>
        DoAsync(orderId, () => answer.CancelAsync(account.Id, afterSaleId, ct), ct);

    private async Task<IActionResult> DoAsync(long orderId, Func<Task> change, CancellationToken ct)
    {
        try
        {
            await change();
            return LocalRedirect($"/orders/{orderId}");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts[$"problem.{refusal.Code}", [.. refusal.Arguments]];
            return await OnGetAsync(orderId, ct);
        }
    }
}
