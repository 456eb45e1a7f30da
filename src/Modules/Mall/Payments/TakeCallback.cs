namespace Sward.Mall.Payments;

/// <summary>Takes a provider's callback. What is not signed by it changes nothing; what it tells twice counts once.</summary>
internal static class TakeCallback
{
    // One provider tells the news of all buyers from a few addresses, so there is no limit per address; refusing a forged one takes microseconds.
    public static void Map(IEndpointRouteBuilder payments) => payments
        .MapPost("/{provider}/callback", HandleAsync)
        .WithName("TakeCallback")
        .Produces<string>(StatusCodes.Status200OK, "text/plain")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .AllowAnonymous()
        .DisableRateLimiting();

    private static async Task<Results<ContentHttpResult, NoContent, ProblemHttpResult>> HandleAsync(
        string provider, HttpRequest request, IEnumerable<IPaymentProvider> providers, MallDb db, TakeNotice notices, TimeProvider clock, CancellationToken ct)
    {
        if (providers.Find(provider) is not { } sender)
        {
            return Problems.NotFound("kernel.not-found");
        }

        if (sender.Read(await Callback.ReadAsync(request, ct)) is { } notice)
        {
            if (await db.Payments.AnyAsync(p => p.Id == notice.PaymentId && p.Provider == provider, ct))
            {
                await notices.TakeAsync(notice, ct);
            }
            else
            {
                await db.InsertOnceAsync(StrayNotice.Of(provider, notice, clock.GetUtcNow()), ct);
            }
        }

        return sender.Receipt.Length > 0 ? TypedResults.Text(sender.Receipt) : TypedResults.NoContent();
    }
}
