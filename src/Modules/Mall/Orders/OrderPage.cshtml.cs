using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.AfterSales;
using Sward.Mall.Catalog;
using Sward.Mall.Checkout;
using Sward.Mall.Deliveries;
using Sward.Mall.Invoices;
using Sward.Mall.PreSales;
using Sward.Mall.Reviews;
using Sward.Mall.Shipments;
using Sward.Mall.Vouchers;
using Sward.Ui;

namespace Sward.Mall.Orders;

/// <summary>One order for its buyer or its seller: where it is, the one next step, what it cost and why.</summary>
[Authorize]
internal sealed class OrderPage(
    ReadOrders orders, SendParcel send, MoveParcel move, ReceiveOrder receive, CancelOrder cancel, ApplyForAfterSale apply, PriceGuarantee guarantee, ClaimPriceGuarantee claim, ReadVouchers vouchers, DepositFate deposits, ReceiptWindows windows, DeliveryDays deliveries, ChangeDeliveryDay changeDay,
    ReadInvoices invoices, AskForInvoice ask, WriteReview review, IMediaCards media, ICurrentAccount account, IOptions<MallOptions> options, TimeProvider clock, Format format, IStringLocalizer texts)
    : PageModel
{
    public IReadOnlyDictionary<long, MediaCard> Pictures { get; private set; } = null!;

    public OrderView Order { get; private set; } = null!;

    public Timeline Life { get; private set; } = null!;

    public string? Problem { get; private set; }

    public bool IsBuyer => Order.BuyerId == account.Id;

    public bool IsSeller { get; private set; }

    /// <summary>What whoever looks is to do now: pay (in a pre-sale the deposit, then the rest), ship, claim what is late, receive or review; null when it is the other side's turn.</summary>
    public string? NextStep => Order.State switch
    {
        OrderState.PendingPayment when IsBuyer => "pay",
        OrderState.PendingDeposit when IsBuyer => "pay-deposit",
        OrderState.PendingFinal when IsBuyer => clock.GetUtcNow() < Order.PreSale!.FinalFrom ? "await-rest" : "pay-rest",
        OrderState.ToShip or OrderState.PartShipped or OrderState.Shipped when IsSeller && ToSend.Count > 0 => "ship",
        OrderState.ToShip or OrderState.PartShipped when IsBuyer && IsLate => "claim-deposit",
        OrderState.Shipped or OrderState.Delivered when IsBuyer => "receive",
        OrderState.Completed or OrderState.PartRefunded or OrderState.Closed when IsBuyer && Order.Kind is GoodsKind.Course => "read",
        _ when ToReview => "review",
        _ => null,
    };

    /// <summary>Whether something in it waits for its buyer's review.</summary>
    public bool ToReview { get; private set; }

    public bool CanCancel => OrderStates.Unpaid.Contains(Order.State) || Order.State is OrderState.ToShip or OrderState.Issued;

    /// <summary>What cancelling means for whoever looks.</summary>
    public string CancelAsk => Order is { PreSale: { } preOrder, State: OrderState.PendingFinal or OrderState.ToShip }
        ? texts[IsBuyer && !IsLate ? "mall.order.cancel.ask-deposit" : "mall.order.cancel.ask-double", Format.Price(preOrder.Deposit)]
        : texts["mall.order.cancel.ask"];

    /// <summary>Whether the store has missed the day that it promised.</summary>
    public bool IsLate => Order.PreSale is { } preOrder && deposits.IsLate(preOrder.ShipBy);

    /// <summary>What can be asked for once something was sent.</summary>
    public static IEnumerable<AfterSaleKind> Kinds => Enum.GetValues<AfterSaleKind>().Except([AfterSaleKind.DoubleDeposit, AfterSaleKind.PriceGuarantee]);

    /// <summary>Why somebody may come back now: with time, only for what the store answers for.</summary>
    public IEnumerable<AfterSaleCause> Causes => Enum.GetValues<AfterSaleCause>()
        .Where(cause => ReceivedAt is not { } at || clock.GetUtcNow() < windows.EndOf(cause, at)).OrderBy(cause => cause is AfterSaleCause.Other);

    public bool CanApply => IsBuyer && Order.Kind.IsSent() && (Order.State is OrderState.Closed || OrderStates.Sent.Contains(Order.State)) && Causes.Any();

    /// <summary>Until when the buyer may come back, without a reason and for what the store answers for; null before receipt.</summary>
    public (DateTimeOffset NoReason, DateTimeOffset Fault)? Windows =>
        ReceivedAt is { } at ? (windows.EndOf(AfterSaleCause.NoReason, at), windows.EndOf(AfterSaleCause.Defect, at)) : null;

    private DateTimeOffset? ReceivedAt => Order.Log.FirstOrDefault(step => step.State is OrderState.Completed)?.At;

    /// <summary>What the store guarantees its buyer; null when it does not, or no longer.</summary>
    public PriceGuaranteeView? Guarantee { get; private set; }

    public int GuaranteeDays => options.Value.PriceGuaranteeDays;

    /// <summary>The invoice, if one was asked for, and its credit notes.</summary>
    public IReadOnlyList<InvoiceView> Invoices { get; private set; } = [];

    public bool CanAskForInvoice => IsBuyer && Invoices.Count == 0 && AskForInvoice.States.Contains(Order.State);

    /// <summary>Lines of which units wait to be sent, with how many.</summary>
    public IReadOnlyList<(OrderLineView Line, int Units)> ToSend { get; private set; } = [];

    /// <summary>The days on which the delivery can be put; none once something was sent.</summary>
    public IReadOnlyList<DateOnly> DeliveryDays { get; private set; } = [];

    /// <summary>Only the buyer's: who sees a code can use it.</summary>
    public IReadOnlyList<VoucherView> Vouchers { get; private set; } = [];

    public IEnumerable<ParcelPart> Parcels => Order.Shipments.Select((parcel, i) => new ParcelPart(parcel, i + 1, Order.Lines.ToDictionary(line => line.Id, line => line.Name), IsSeller));

    public string WordsOf(PriceNoteView step) => texts.Why(step.Why, step.Amounts);

    public async Task<IActionResult> OnGetAsync(long orderId, CancellationToken ct)
    {
        if (await orders.FindAsync(account.Id, orderId, ct) is not { } order)
        {
            return NotFound();
        }

        Order = order;
        IsSeller = await orders.IsSellerAsync(account.Id, orderId, ct);
        var toSend = IsSeller ? await orders.ToSendAsync(orderId, ct) : new Dictionary<long, int>();
        ToSend = [.. order.Lines.Where(line => toSend.GetValueOrDefault(line.Id) > 0).Select(line => (line, toSend[line.Id]))];
        ToReview = IsBuyer && (await review.LinesLeftAsync(orderId, ct)).Count > 0;
        Vouchers = !order.Kind.IsRedeemed() ? [] : await vouchers.OfOrderAsync(account.Id, orderId, ct);
        DeliveryDays = order.DeliveryDay is null ? [] : await deliveries.OfAsync(orderId, ct);
        Guarantee = await guarantee.FindAsync(account.Id, orderId, ct);
        Invoices = await invoices.OfOrderAsync(account.Id, orderId, ct);
        Pictures = await media.GetAsync([.. order.Lines.Select(line => line.PictureId).OfType<long>()], ct);
        Life = new([.. order.Log.Select((step, i) => new TimelineStep(
            texts[$"mall.order.state.{step.State}"], i == order.Log.Count - 1 ? "now" : "done", step.At,
            texts[$"mall.who.{step.By}"])), .. ToCome(order)]);
        return Page();
    }

    /// <summary>Sends a parcel with the units that the seller put into the form, a field for each line.</summary>
    public Task<IActionResult> OnPostShipAsync(long orderId, string? carrier, string? number, Dictionary<long, int>? units, CancellationToken ct) => DoAsync(orderId, () =>
    {
        var parcel = new ShipOrder.Request(carrier ?? "", number ?? "").Checked();
        var lines = (units ?? []).Where(line => line.Value > 0).Select(line => new SendParcel.LineRequest(line.Key, line.Value)).ToList();
        return send.SendAsync(account.Id, orderId, new SendParcel.Request(parcel.Carrier, parcel.Number, lines), ct);
    }, ct);

    public Task<IActionResult> OnPostMoveParcelAsync(long orderId, long shipmentId, ShipmentState to, CancellationToken ct) =>
        DoAsync(orderId, () => move.MoveAsync(account.Id, shipmentId, new MoveParcel.Request(to), ct), ct);

    public Task<IActionResult> OnPostDayAsync(long orderId, DateOnly day, CancellationToken ct) => DoAsync(orderId, () => changeDay.ChangeAsync(account.Id, orderId, day, ct), ct);

    public Task<IActionResult> OnPostReceiveAsync(long orderId, CancellationToken ct) => DoAsync(orderId, () => receive.ReceiveAsync(account.Id, orderId, ct), ct);

    public Task<IActionResult> OnPostCancelAsync(long orderId, CancellationToken ct) => DoAsync(orderId, () => cancel.CancelAsync(account.Id, orderId, reason: null, ct), ct);

    public Task<IActionResult> OnPostAfterSaleAsync(long orderId, long lineId, AfterSaleKind kind, AfterSaleCause? cause, int? units, string? reason, CancellationToken ct) =>
        DoAsync(orderId, () => apply.ApplyAsync(account.Id, orderId, new ApplyForAfterSale.Request(lineId, kind, reason, units, cause).Checked(), ct), ct);

    public Task<IActionResult> OnPostGuaranteeAsync(long orderId, CancellationToken ct) => DoAsync(orderId, () => claim.ClaimAsync(account.Id, orderId, ct), ct);

    public Task<IActionResult> OnPostInvoiceAsync(long orderId, InvoiceKind kind, string? title, string? taxNumber, string? email, CancellationToken ct) =>
        DoAsync(orderId, () => ask.AskAsync(account.Id, orderId, new AskForInvoice.Request(kind, title ?? "", taxNumber, email).Checked(), ct), ct);

    /// <summary>What a pre-sale has before it.</summary>
    private IEnumerable<TimelineStep> ToCome(OrderView order)
    {
        if (order is not { PreSale: { } preOrder, State: OrderState.PendingDeposit or OrderState.PendingFinal or OrderState.ToShip })
        {
            yield break;
        }

        if (order.State is not OrderState.ToShip)
        {
            yield return new(texts["mall.pre-sale.rests"], "next", Detail: texts["mall.pre-sale.window", format.Moment(preOrder.FinalFrom), format.Moment(preOrder.FinalUntil)]);
        }

        yield return new(texts["mall.pre-sale.ship-by"], "next", Detail: texts["mall.pre-sale.ship-by-day", Format.Day(preOrder.ShipBy)]);
    }

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
            Problem = texts.Of(refusal);
            return await OnGetAsync(orderId, ct);
        }
    }
}
