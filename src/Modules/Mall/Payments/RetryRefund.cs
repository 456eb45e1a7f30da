using Sward.Mall.Desk;

namespace Sward.Mall.Payments;

/// <summary>An operator has a refund tried again that was given up.</summary>
internal sealed class RetryRefund(MallDb db)
{
    public static void Map(IEndpointRouteBuilder refunds) => refunds
        .MapPost("/{refundId:long}/retry", HandleAsync)
        .WithName("RetryRefund")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization(Policies.Operator);

    /// <summary>Begins anew; false when there is no such refund that was given up.</summary>
    public async Task<bool> RetryAsync(long refundId, CancellationToken ct) =>
        await db.Refunds.Where(r => r.Id == refundId && r.FailedAt != null && r.SentAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.FailedAt, (DateTimeOffset?)null)
            .SetProperty(r => r.NextTryAt, (DateTimeOffset?)null)
            .SetProperty(r => r.Tries, 0)
            .SetProperty(r => r.Round, r => r.Round + 1), ct) == 1;

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(long refundId, RetryRefund retry, CancellationToken ct) =>
        await retry.RetryAsync(refundId, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.refund-not-found");
}
