namespace Sward.Mall.Payments;

/// <summary>
/// Sends decided refunds to their providers. What fails is sent again with the same id, later each time; what fails for good, or too often, is left to the
/// operators.
/// </summary>
internal sealed class SendRefunds(MallDb db, Backlog backlog, IEnumerable<IPaymentProvider> providers, TimeProvider clock) : IClockJob
{
    /// <summary>Together about two days.</summary>
    private const int MostTries = 14;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(8);

    public Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return backlog.WorkOffAsync(
            db.Refunds.Where(r => r.SentAt == null && r.FailedAt == null && (r.NextTryAt == null || r.NextTryAt <= now)).Select(r => r.Id), id => SendAsync(id, ct), ct);
    }

    private async Task SendAsync(long refundId, CancellationToken ct)
    {
        var refund = await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == refundId, ct);
        var provider = await db.Payments.Where(p => p.Id == refund.PaymentId).Select(p => p.Provider).SingleAsync(ct);
        try
        {
            await providers.Named(provider).RefundAsync(refund, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            await NoteFailureAsync(refund, error, ct);
            throw;
        }

        var now = clock.GetUtcNow();
        await db.Refunds.Where(r => r.Id == refundId).ExecuteUpdateAsync(set => set.SetProperty(r => r.SentAt, now), ct);
    }

    private Task<int> NoteFailureAsync(Refund refund, Exception error, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var tries = refund.Tries + 1;
        var isOver = tries >= MostTries || error is Refusal { Code: RefundFailed.Code };
        var wait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << (tries - 1)));
        var said = (error as Refusal)?.Arguments.OfType<string>().FirstOrDefault() ?? (error as Refusal)?.Code ?? error.GetType().Name;
        return db.Refunds.Where(r => r.Id == refund.Id).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Tries, tries)
            .SetProperty(r => r.Error, said)
            .SetProperty(r => r.NextTryAt, now + wait)
            .SetProperty(r => r.FailedAt, isOver ? now : null), ct);
    }
}

/// <summary>What a provider says who will never send this refund, however often it is asked.</summary>
internal static class RefundFailed
{
    public const string Code = "mall.refund-failed";

    public static Refusal With(string? reason) => new(Code, StatusCodes.Status502BadGateway, reason ?? "");
}
