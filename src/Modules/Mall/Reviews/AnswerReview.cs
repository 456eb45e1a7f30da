using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Reviews;

/// <summary>The seller answers a review, once.</summary>
internal sealed class AnswerReview(MallDb db, ICurrentAccount account)
{
    public sealed record Request([property: Required, MinLength(1), MaxLength(500)] string Body);

    public static void Map(IEndpointRouteBuilder reviews) => reviews
        .MapPut("/{reviewId:long}/answer", HandleAsync)
        .WithName("AnswerReview")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    /// <summary>Answers, or refuses: the review is not about this account's goods, or was answered before.</summary>
    public async Task AnswerAsync(long reviewId, Request request, CancellationToken ct)
    {
        var sellerId = account.Id;
        var mine = await (
            from review in db.Reviews
            join product in db.Products on review.ProductId equals product.Id
            join store in db.Stores on product.StoreId equals store.Id
            where review.Id == reviewId && store.OwnerId == sellerId
            select review.Id).AnyAsync(ct);
        if (!mine)
        {
            throw new Refusal("mall.review-not-found", StatusCodes.Status404NotFound);
        }

        if (await db.Reviews.Where(r => r.Id == reviewId && r.Answer == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Answer, request.Body.Trim()), ct) == 0)
        {
            throw new Refusal("mall.review-answered");
        }
    }

    private static async Task<NoContent> HandleAsync(long reviewId, Request request, AnswerReview answer, CancellationToken ct)
    {
        await answer.AnswerAsync(reviewId, request, ct);
        return TypedResults.NoContent();
    }
}
