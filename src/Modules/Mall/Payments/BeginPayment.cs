using Sward.Contracts.Accounts;

namespace Sward.Mall.Payments;

/// <summary>Sends a buyer to the provider's till.</summary>
internal sealed class BeginPayment(MallDb db, IEnumerable<IPaymentProvider> providers, TimeProvider clock)
{
    /// <summary>Where to pay.</summary>
    /// <param name="Value">An address to go to, or the text of a QR code for the provider's app.</param>
    public sealed record Response(TillKind Kind, string Value);

    public static void Map(IEndpointRouteBuilder payments) => payments
        .MapPost("/{paymentId:long}/begin", HandleAsync)
        .WithName("BeginPayment")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status502BadGateway)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .RequireAuthorization();

    /// <summary>Begins the payment, or begins it again. The network is not used inside a transaction.</summary>
    public async Task<Till> BeginAsync(long buyerId, long paymentId, CancellationToken ct)
    {
        var payment = await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == paymentId && p.BuyerId == buyerId, ct)
            ?? throw new Refusal("mall.payment-not-found", StatusCodes.Status404NotFound);
        if (payment.IsEarly(clock.GetUtcNow()))
        {
            throw new Refusal("mall.payment-early");
        }

        if (!payment.IsOpen(clock.GetUtcNow()))
        {
            throw new Refusal("mall.payment-state");
        }

        var till = await providers.Named(payment.Provider).BeginAsync(payment, ct);
        // Nobody can have paid at a till that nobody was told of; from here on it is asked about.
        return await MarkAsync(db, paymentId, till.Id, clock.GetUtcNow(), ct) == 1 ? till : throw new Refusal("mall.payment-state");
    }

    /// <summary>Marks a payment that is still open as begun.</summary>
    public static Task<int> MarkAsync(MallDb db, long paymentId, string? tillId, DateTimeOffset now, CancellationToken ct) => db.Payments
        .Where(p => p.Id == paymentId && (p.State == PaymentState.Created || p.State == PaymentState.Pending || p.State == PaymentState.Failed))
        .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PaymentState.Pending).SetProperty(p => p.TillId, tillId).SetProperty(p => p.ChangedAt, now), ct);

    private static async Task<Ok<Response>> HandleAsync(long paymentId, BeginPayment begin, ICurrentAccount account, CancellationToken ct)
    {
        var till = await begin.BeginAsync(account.Id, paymentId, ct);
        return TypedResults.Ok(new Response(till.Kind, till.Value));
    }
}
