using Sward.Ui;

namespace Sward.Mall.Reviews;

/// <summary>All reviews of a product.</summary>
internal sealed class ReviewsPage(ListReviews list) : PageModel
{
    private const int Size = 30;

    public long ProductId { get; private set; }

    public Page<ListReviews.Item> Reviews { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long productId, string? cursor, CancellationToken ct)
    {
        if (await list.PageAsync(productId, cursor, Size, ct) is not { } page)
        {
            return NotFound();
        }

        (ProductId, Reviews) = (productId, page);
        Pager = new(page.Next is { } next ? $"/products/{productId}/reviews?cursor={next}" : null);
        return Page();
    }
}
