using System.Collections.Frozen;
using Sward.Mall.Payments.Alipay;
using Sward.Mall.Payments.Sandbox;
using Sward.Mall.Payments.Stripe;
using Sward.Mall.Payments.WeChatPay;

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

/// <summary>How a buyer gets to a till.</summary>
internal enum TillKind
{
    /// <summary>The browser goes to an address.</summary>
    Address,

    /// <summary>The provider's app reads a QR code.</summary>
    QrCode,
}

/// <summary>Where a buyer pays a payment.</summary>
/// <param name="Value">The address, or the text of the QR code.</param>
/// <param name="Id">The provider's own id of the till, when it is asked by that and not by the payment's.</param>
internal sealed record Till(TillKind Kind, string Value, string? Id = null);

/// <summary>Somebody who moves money for us.</summary>
internal interface IPaymentProvider
{
    /// <summary>Permanent; stored with each payment, and part of the callback's address.</summary>
    string Name { get; }

    /// <summary>What the provider wants to hear when its callback was taken, as plain text; nothing when the status is enough.</summary>
    string Receipt { get; }

    /// <summary>Opens the till. A payment may be begun again; that makes no second one.</summary>
    Task<Till> BeginAsync(Payment payment, CancellationToken ct);

    /// <summary>Reads a callback; nothing of it is parsed before its signature is found right.</summary>
    /// <returns>Nothing when it is genuine but says nothing that counts here.</returns>
    /// <exception cref="Refusal">It is not genuine, or not meant for us.</exception>
    ProviderNotice? Read(Callback callback);

    /// <summary>Asks what became of a payment whose news may have been lost.</summary>
    Task<IReadOnlyList<ProviderNotice>> AskAsync(Payment payment, CancellationToken ct);

    /// <summary>Gives money of a charge back. Called until it succeeds, always with the same refund's id.</summary>
    Task RefundAsync(Refund refund, CancellationToken ct);
}

/// <summary>Finds providers by their names.</summary>
internal static class PaymentProviders
{
    public static readonly FrozenSet<string> Names = [SandboxProvider.ProviderName, StripeProvider.ProviderName, AlipayProvider.ProviderName, WeChatPayProvider.ProviderName];

    /// <summary>The provider that a payment was begun with.</summary>
    public static IPaymentProvider Named(this IEnumerable<IPaymentProvider> providers, string name) => providers.Find(name)
        ?? throw new InvalidOperationException($"There is no provider {name}.");

    public static IPaymentProvider? Find(this IEnumerable<IPaymentProvider> providers, string name) =>
        providers.SingleOrDefault(provider => string.Equals(provider.Name, name, StringComparison.Ordinal));

    /// <summary>Whether a provider moves money of a currency in the way we call it.</summary>
    public static bool Takes(string provider, string currency) => provider switch
    {
        AlipayProvider.ProviderName or WeChatPayProvider.ProviderName => currency is "CNY",
        StripeProvider.ProviderName => StripeAmount.Takes(currency),
        _ => true,
    };
}
