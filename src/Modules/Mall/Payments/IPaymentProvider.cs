namespace Sward.Mall.Payments;

/// <summary>What a provider says happened to a charge.</summary>
internal enum ChargeEvent
{
    Authorized,
    Settled,
    Failed,
}

/// <summary>News of a provider about a payment: by callback, or as the answer to a question. May come late, twice, out of order or not at all.</summary>
/// <param name="ChargeId">The provider's own id; (charge, event) names the news for good.</param>
internal sealed record ProviderNotice(long PaymentId, string ChargeId, ChargeEvent Event, Money Amount);

/// <summary>Somebody who moves money for us.</summary>
internal interface IPaymentProvider
{
    /// <summary>Permanent; stored with each payment.</summary>
    string Name { get; }

    /// <summary>Asks what became of a payment whose news may have been lost.</summary>
    Task<IReadOnlyList<ProviderNotice>> AskAsync(long paymentId, CancellationToken ct);

    /// <summary>Gives money of a charge back. Called until it succeeds, always with the same refund's id.</summary>
    Task RefundAsync(Refund refund, CancellationToken ct);
}

/// <summary>Finds the provider that a payment was begun with.</summary>
internal static class PaymentProviders
{
    public static IPaymentProvider Named(this IEnumerable<IPaymentProvider> providers, string name) =>
        providers.Single(provider => string.Equals(provider.Name, name, StringComparison.Ordinal));
}
