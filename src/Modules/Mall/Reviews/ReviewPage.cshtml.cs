using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Orders;

namespace Sward.Mall.Reviews;

/// <summary>Asks the buyer how the goods are, and offers to share it as a note.</summary>
[Authorize]
internal sealed class ReviewPage(ReadOrders orders, WriteReview write, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public OrderView Order { get; private set; } = null!;

    public string? Body { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long orderId, CancellationToken ct)
    {
        if (await orders.FindAsync(account.Id, orderId, ct) is not { } order || order.BuyerId != account.Id)
        {
            return NotFound();
        }

        Order = order;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long orderId, long lineId, int stars, string? body, bool asNote, CancellationToken ct)
    {
        try
        {
            var written = await write.WriteAsync(orderId, new WriteReview.Request(lineId, stars, body ?? "", MediaIds: null, asNote).Checked(), ct);
            return written?.Value is not { } review ? NotFound() : LocalRedirect(review.NoteId is { } noteId ? $"/notes/{noteId}" : $"/products/{review.ProductId}");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            (Body, Problem) = (body, texts.Of(refusal));
            return await OnGetAsync(orderId, ct);
        }
    }
}
