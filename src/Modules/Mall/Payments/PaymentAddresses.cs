using System.Globalization;
using Microsoft.Extensions.Options;

namespace Sward.Mall.Payments;

/// <summary>Where providers find us, and what they are told that a payment is for; under the public address of the site.</summary>
internal sealed class PaymentAddresses(IOptions<SiteOptions> site)
{
    private readonly Uri root = new(site.Value.Root ?? "http://localhost");

    public string CallbackOf(string provider) => Absolute($"api/v1/payments/{provider}/callback");

    /// <summary>Where the buyer comes back to.</summary>
    public string PageOf(Payment payment) => Absolute(string.Create(CultureInfo.InvariantCulture, $"pay/{payment.Id}"));

    /// <summary>The same in every language: a payment that is begun again must be the same request.</summary>
    public string SubjectOf(Payment payment) => string.Create(CultureInfo.InvariantCulture, $"{root.Host} {payment.PurchaseId}");

    private string Absolute(string path) => $"{root.AbsoluteUri.TrimEnd('/')}/{path}";
}
