using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Orders;
using Sward.Mall.Stores;

namespace Sward.Mall.Reviews;

/// <summary>Asks the buyer how the goods are, and offers to share it as a note.</summary>
[Authorize]
internal sealed class ReviewPage(ReadOrders orders, WriteReview write, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public OrderView Order { get; private set; } = null!;

    /// <summary>What is not reviewed yet.</summary>
    public IReadOnlyList<OrderLineView> Lines { get; private set; } = [];

    /// <summary>What the form holds after a refusal; five stars and a note to begin with.</summary>
    public (int Stars, bool AsNote) Typed { get; private set; } = (5, true);

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long orderId, CancellationToken ct)
    {
        if (await orders.FindAsync(account.Id, orderId, ct) is not { } order || order.BuyerId != account.Id)
        {
            return NotFound();
        }

        var left = await write.LinesLeftAsync(orderId, ct);
        (Order, Lines) = (order, [.. order.Lines.Where(line => left.Contains(line.Id))]);
        return Lines.Count > 0 || Problem is not null ? Page() : LocalRedirect($"/orders/{orderId}");
    }

    public async Task<IActionResult> OnPostAsync(long orderId, long lineId, int stars, string? body, string? pictures, bool asNote, CancellationToken ct)
    {
        try
        {
            var written = await write.WriteAsync(orderId, new WriteReview.Request(lineId, stars, body ?? "", TypedPictures.Parse(pictures), asNote).Checked(), ct);
            return written?.Value is not { } review ? NotFound() : LocalRedirect(review.NoteId is { } noteId ? $"/notes/{noteId}" : $"/products/{review.ProductId}");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            (Typed, Problem) = ((stars, asNote), texts.Of(refusal));
            return await OnGetAsync(orderId, ct);
        }
    }
}
