using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Desk;
using Sward.Mall.Orders;
using Sward.Mall.Shipments;
using Sward.Ui;

namespace Sward.Mall.AfterSales;

/// <summary>One request for the buyer, the store or the platform: what happened, and what whoever looks may do now.</summary>
[Authorize]
internal sealed class AfterSalePage(
    ReadAfterSales requests, AnswerAfterSale answer, SendParcel send, Arbitrate arbitrate, ICurrentAccount account, IOptions<MallOptions> options, IStringLocalizer texts) : PageModel
{
    public AfterSaleFile Dispute { get; private set; } = null!;

    public Timeline Life { get; private set; } = null!;

    public string? Problem { get; private set; }

    public bool IsBuyer => Dispute.BuyerId == account.Id;

    public bool IsSeller => Dispute.SellerId == account.Id;

    /// <summary>What whoever looks is to do now: answer, send-back, check, send-again, call or decide; null when it is somebody else's turn.</summary>
    public string? NextStep => Dispute.Request.State switch
    {
        AfterSaleState.Applied when IsSeller => "answer",
        AfterSaleState.SellerAgreed when IsSeller && Dispute.Request.Kind is AfterSaleKind.MissingItem => "send-again",
        AfterSaleState.SellerAgreed when IsBuyer && Dispute.Request.Kind is AfterSaleKind.ReturnAndRefund or AfterSaleKind.Exchange => "send-back",
        AfterSaleState.BuyerShipping when IsSeller => "check",
        AfterSaleState.SellerReceived when IsSeller => "send-again",
        AfterSaleState.SellerRefused or AfterSaleState.SellerRejected when IsBuyer => "call",
        AfterSaleState.PlatformIntervening when account.IsOperator && !IsBuyer && !IsSeller => "decide",
        _ => null,
    };

    /// <summary>The most that the store owes for the way back; null where the buyer bears it.</summary>
    public Money? MostReturnFreight => Dispute.Request.ReturnFreightBy is ActorKind.Seller ? new(options.Value.MostReturnFreightMinor, Dispute.Claim.Currency) : null;

    public bool CanCancel => IsBuyer && Dispute.Request.State is AfterSaleState.Applied or AfterSaleState.SellerAgreed or AfterSaleState.PlatformIntervening;

    public async Task<IActionResult> OnGetAsync(long afterSaleId, CancellationToken ct)
    {
        if (await requests.FindAsync(account.Id, account.IsOperator, afterSaleId, ct) is not { } file)
        {
            return NotFound();
        }

        Dispute = file;
        var log = file.Request.Log;
        Life = new([.. log.Select((step, i) => new TimelineStep(
            texts[$"mall.after-sale.state.{step.State}"], i == log.Count - 1 ? "now" : "done", step.At, texts.Said(step.By, step.Reason)))]);
        return Page();
    }

    public Task<IActionResult> OnPostAgreeAsync(long afterSaleId, CancellationToken ct) => DoAsync(afterSaleId, () => answer.AgreeAsync(account.Id, afterSaleId, ct), ct);

    public Task<IActionResult> OnPostRefuseAsync(long afterSaleId, string? reason, CancellationToken ct) =>
        DoAsync(afterSaleId, () => answer.RefuseAsync(account.Id, afterSaleId, Reason(reason), ct), ct);

    public Task<IActionResult> OnPostSendBackAsync(long afterSaleId, string? carrier, string? number, string? freight, CancellationToken ct) => DoAsync(afterSaleId, () =>
        answer.ShipAsync(account.Id, afterSaleId, new AnswerAfterSale.ShipRequest(carrier ?? "", number ?? "", TypedMoney.MinorOrNull(freight, Dispute.Claim.Currency)).Checked(), ct), ct);

    public Task<IActionResult> OnPostReceivedAsync(long afterSaleId, CancellationToken ct) => DoAsync(afterSaleId, () => answer.ReceivedAsync(account.Id, afterSaleId, ct), ct);

    public Task<IActionResult> OnPostRejectAsync(long afterSaleId, string? reason, CancellationToken ct) =>
        DoAsync(afterSaleId, () => answer.RejectAsync(account.Id, afterSaleId, Reason(reason), ct), ct);

    public Task<IActionResult> OnPostSendAgainAsync(long afterSaleId, string? carrier, string? number, CancellationToken ct) => DoAsync(afterSaleId, () =>
        send.SendAsync(account.Id, Dispute.Request.OrderId, new SendParcel.Request(carrier ?? "", number ?? "", AfterSaleId: afterSaleId).Checked(), ct), ct);

    public Task<IActionResult> OnPostCallAsync(long afterSaleId, string? reason, CancellationToken ct) =>
        DoAsync(afterSaleId, () => answer.CallPlatformAsync(account.Id, afterSaleId, Reason(reason), ct), ct);

    public Task<IActionResult> OnPostCancelAsync(long afterSaleId, CancellationToken ct) => DoAsync(afterSaleId, () => answer.CancelAsync(account.Id, afterSaleId, ct), ct);

    public Task<IActionResult> OnPostDecideAsync(long afterSaleId, Side @for, string? reason, string? amount, CancellationToken ct) => DoAsync(afterSaleId, () => account.IsOperator
        ? arbitrate.DecideAsync(account.Id, afterSaleId, new Arbitrate.Request(@for, Reason(reason), TypedMoney.MinorOrNull(amount, Dispute.Claim.Currency)), ct)
        : throw new Refusal("mall.not-yours", StatusCodes.Status403Forbidden), ct);

    private static string Reason(string? typed) => new AnswerAfterSale.ReasonRequest(typed ?? "").Checked().Reason;

    private async Task<IActionResult> DoAsync(long afterSaleId, Func<Task> change, CancellationToken ct)
    {
        if (await OnGetAsync(afterSaleId, ct) is NotFoundResult nothing)
        {
            return nothing;
        }

        try
        {
            await change();
            return LocalRedirect($"/after-sales/{afterSaleId}");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(afterSaleId, ct);
        }
    }
}
