using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Reviews;

/// <summary>The seller answers a review, once.</summary>
internal static class AnswerReview
{
    public sealed record Request([property: Required, MinLength(1), MaxLength(500)] string Body);

    public static void Map(IEndpointRouteBuilder reviews) => reviews
        .MapPut("/{reviewId:long}/answer", HandleAsync)
        .WithName("AnswerReview")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(long reviewId, Request request, MallDb db, ICurrentAccount account, CancellationToken ct)
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
            return Problems.NotFound("mall.review-not-found");
        }

        var answered = await db.Reviews.Where(r => r.Id == reviewId && r.Answer == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Answer, request.Body.Trim()), ct);
        return answered == 1 ? TypedResults.NoContent() : Problems.Conflict("mall.review-answered");
    }
}
