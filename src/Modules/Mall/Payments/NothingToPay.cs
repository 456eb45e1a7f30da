namespace Sward.Mall.Payments;

/// <summary>Stands in for a provider where gift cards or discounts leave nothing to pay: whoever asks hears that it is settled.</summary>
internal sealed class NothingToPay : IPaymentProvider
{
    public const string ProviderName = "none";

    public string Name => ProviderName;

    public string Receipt => "";

    public Task<Till> BeginAsync(Payment payment, CancellationToken ct) => throw new Refusal("mall.payment-state");

    public ProviderNotice? Read(Callback callback) => throw Callback.NotGenuine();

    public Task<IReadOnlyList<ProviderNotice>> AskAsync(Payment payment, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ProviderNotice>>(payment.State is PaymentState.Pending
            ? [new ProviderNotice(payment.Id, FormattableString.Invariant($"{ProviderName}:{payment.Id}"), ChargeEvent.Settled, payment.Amount)]
            : []);

    public Task RefundAsync(Refund refund, CancellationToken ct) => throw new InvalidOperationException($"Refund {refund.Id} has no charge.");
}
