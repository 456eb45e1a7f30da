using Sward.Contracts.Accounts;

namespace Sward.Mall.Payments.Sandbox;

/// <summary>How a test buyer wants the payment to go.</summary>
internal enum SandboxOutcome
{
    Succeed,
    Fail,

    /// <summary>The money arrives a minute after the payment has expired.</summary>
    Late,

    /// <summary>The news comes twice, and a second charge pays the same again.</summary>
    Twice,

    /// <summary>The money is there but the news never comes: we have to ask.</summary>
    Lost,

    /// <summary>"Settled" is told before "authorized".</summary>
    OutOfOrder,

    /// <summary>One minor unit is missing.</summary>
    WrongAmount,
}

/// <summary>Pays a payment in the sandbox, well or with a fault.</summary>
internal sealed class PayInSandbox(MallDb db, TakeNotice notices, Ids ids, TimeProvider clock)
{
    private static readonly TimeSpan TooLate = TimeSpan.FromMinutes(1);

    public sealed record Request(SandboxOutcome Outcome);

    public static void Map(IEndpointRouteBuilder payments) => payments
        .MapPost("/{paymentId:long}/sandbox", HandleAsync)
        .WithName("PayInSandbox")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    /// <summary>Plays the outcome through the same door by which a real provider's news comes in.</summary>
    public async Task PayAsync(long buyerId, long paymentId, SandboxOutcome outcome, CancellationToken ct)
    {
        var payment = await db.Payments.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == paymentId && p.BuyerId == buyerId && p.Provider == SandboxProvider.ProviderName, ct)
            ?? throw new Refusal("mall.payment-not-found", StatusCodes.Status404NotFound);
        if (payment.IsEarly(clock.GetUtcNow()))
        {
            throw new Refusal("mall.payment-early");
        }

        switch (outcome)
        {
            case SandboxOutcome.Succeed:
                await TellAsync(payment, await ChargeAsync(payment, payment.AmountMinor, told: true, ct), ct, ChargeEvent.Authorized, ChargeEvent.Settled);
                break;
            case SandboxOutcome.Fail:
                await BeginAsync(payment, ct);
                await notices.TakeAsync(payment.PurchaseId, [new ProviderNotice(paymentId, NewChargeId(), ChargeEvent.Failed, payment.Amount)], ct);
                break;
            case SandboxOutcome.Late:
                await ChargeAsync(payment, payment.AmountMinor, told: false, ct, payment.ExpiresAt + TooLate);
                break;
            case SandboxOutcome.Twice:
                await TellAsync(payment, await ChargeAsync(payment, payment.AmountMinor, told: true, ct), ct, ChargeEvent.Authorized, ChargeEvent.Settled, ChargeEvent.Settled);
                await TellAsync(payment, await ChargeAsync(payment, payment.AmountMinor, told: true, ct), ct, ChargeEvent.Settled);
                break;
            case SandboxOutcome.Lost:
                await ChargeAsync(payment, payment.AmountMinor, told: true, ct);
                break;
            case SandboxOutcome.OutOfOrder:
                await TellAsync(payment, await ChargeAsync(payment, payment.AmountMinor, told: true, ct), ct, ChargeEvent.Settled, ChargeEvent.Authorized);
                break;
            case SandboxOutcome.WrongAmount:
                // One more rather than one less when there is nothing to take away.
                var wrong = payment.AmountMinor > 1 ? payment.AmountMinor - 1 : payment.AmountMinor + 1;
                await TellAsync(payment, await ChargeAsync(payment, wrong, told: true, ct), ct, ChargeEvent.Settled);
                break;
        }
    }

    private static async Task<Ok<PaymentView>> HandleAsync(
        long paymentId, Request request, PayInSandbox sandbox, MallDb db, ICurrentAccount account, CancellationToken ct)
    {
        await sandbox.PayAsync(account.Id, paymentId, request.Outcome, ct);
        // Whoever took the news has just read it under the lock.
        return TypedResults.Ok(PaymentView.Of((await db.Payments.FindAsync([paymentId], ct))!));
    }

    private async Task<SandboxCharge> ChargeAsync(Payment payment, long minor, bool told, CancellationToken ct, DateTimeOffset? paidAt = null)
    {
        var charge = new SandboxCharge
        {
            Id = NewChargeId(),
            PaymentId = payment.Id,
            Currency = payment.Currency,
            AmountMinor = minor,
            PaidAt = paidAt ?? clock.GetUtcNow(),
            Told = told,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await BeginAsync(payment, ct);
        db.SandboxCharges.Add(charge);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return charge;
    }

    private Task<int> BeginAsync(Payment payment, CancellationToken ct) => BeginPayment.MarkAsync(db, payment.Id, tillId: null, clock.GetUtcNow(), ct);

    private Task TellAsync(Payment payment, SandboxCharge charge, CancellationToken ct, params IEnumerable<ChargeEvent> events) =>
        notices.TakeAsync(payment.PurchaseId, [.. events.Select(news => new ProviderNotice(charge.PaymentId, charge.Id, news, new Money(charge.AmountMinor, charge.Currency)))], ct);

    private string NewChargeId() => $"sandbox-{ids.Next()}";
}
