using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Mall.Reviews;

/// <summary>All reviews of a product; its seller answers them here.</summary>
internal sealed class ReviewsPage(MallDb db, ListReviews list, AnswerReview answer, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int Size = 30;

    public long ProductId { get; private set; }

    public Page<ListReviews.Item> Reviews { get; private set; } = null!;

    public bool IsSeller { get; private set; }

    public string? Problem { get; private set; }

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long productId, string? cursor, CancellationToken ct)
    {
        var ownerId = await (from product in db.Products join store in db.Stores on product.StoreId equals store.Id where product.Id == productId select (long?)store.OwnerId).SingleOrDefaultAsync(ct);
        if (ownerId is null || await list.PageAsync(productId, cursor, Size, ct) is not { } page)
        {
            return NotFound();
        }

        IsSeller = ownerId == account.IdOrNull;

        (ProductId, Reviews) = (productId, page);
        Pager = new(page.Next is { } next ? $"/products/{productId}/reviews?cursor={next}" : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(long productId, long reviewId, string? body, CancellationToken ct)
    {
        if (!account.IsSignedIn)
        {
            return Challenge();
        }

        try
        {
            await answer.AnswerAsync(reviewId, new AnswerReview.Request(body ?? "").Checked(), ct);
            return LocalRedirect($"/products/{productId}/reviews");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(productId, cursor: null, ct);
        }
    }
}
