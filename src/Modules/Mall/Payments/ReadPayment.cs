using Sward.Contracts.Accounts;

namespace Sward.Mall.Payments;

/// <summary>A payment as its buyer sees it.</summary>
/// <param name="OpensAt">Cannot be paid before; null for at once.</param>
internal sealed record PaymentView(
    long Id, long CheckoutId, PaymentPart Part, PaymentState State, Money Amount, Money Refunded, string PayUrl, DateTimeOffset? OpensAt, DateTimeOffset ExpiresAt)
{
    public static PaymentView Of(Payment payment) => new(
        payment.Id, payment.PurchaseId, payment.Part, payment.State, payment.Amount, new Money(payment.RefundedMinor, payment.Currency), $"/pay/{payment.Id}", payment.OpensAt, payment.ExpiresAt);
}

/// <summary>Shows a payment to its buyer.</summary>
internal static class ReadPayment
{
    public static void Map(IEndpointRouteBuilder payments) => payments
        .MapGet("/{paymentId:long}", HandleAsync)
        .WithName("ReadPayment")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization();

    private static async Task<Results<Ok<PaymentView>, ProblemHttpResult>> HandleAsync(
        long paymentId, MallDb db, ICurrentAccount account, CancellationToken ct)
    {
        var payment = await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == paymentId && p.BuyerId == account.Id, ct);
        return payment is null ? Problems.NotFound("mall.payment-not-found") : TypedResults.Ok(PaymentView.Of(payment));
    }
}
