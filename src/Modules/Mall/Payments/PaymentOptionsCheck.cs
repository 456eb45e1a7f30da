using Microsoft.Extensions.Options;
using Sward.Mall.Payments.Sandbox;
using Sward.Mall.Payments.Stripe;

namespace Sward.Mall.Payments;

/// <summary>Stops the start when the choice of providers cannot work.</summary>
internal sealed class PaymentOptionsCheck(IOptions<SiteOptions> site) : IValidateOptions<MallOptions>
{
    public ValidateOptionsResult Validate(string? name, MallOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> FaultsOf(MallOptions mall)
    {
        var isPublic = site.Value.Root is not null;
        if (mall.Uses(SandboxProvider.ProviderName) && isPublic && !mall.SandboxInPublic)
        {
            yield return "In the sandbox nobody really pays. A public site (Site:PublicUrl) needs another Mall:PaymentProvider, or Mall:SandboxInPublic=true for a trial.";
        }

        foreach (var unknown in mall.Providers.Values.Append(mall.PaymentProvider).Where(provider => !PaymentProviders.Names.Contains(provider)))
        {
            yield return $"There is no payment provider {unknown}; there are {string.Join(", ", PaymentProviders.Names.Order(StringComparer.Ordinal))}.";
        }

        foreach (var (currency, provider) in mall.Providers.Where(choice => !PaymentProviders.Takes(choice.Value, choice.Key)))
        {
            yield return $"Mall:Providers:{currency}: {provider} does not take {currency}.";
        }

        foreach (var (currency, _) in mall.Currencies.Where(terms => !terms.Value.IsInOrder))
        {
            yield return $"Mall:Currencies:{currency} has an amount below nothing, or pays out nothing.";
        }

        if (!isPublic && PaymentProviders.Names.Any(provider => provider is not SandboxProvider.ProviderName && mall.Uses(provider)))
        {
            yield return "A payment provider sends its callbacks to Site:PublicUrl, which is not set.";
        }

        if (mall.Uses(StripeProvider.ProviderName) && mall.HoldMinutes > StripeOptions.MaxHoldMinutes)
        {
            yield return $"With Stripe, Mall:HoldMinutes is at most {StripeOptions.MaxHoldMinutes}.";
        }
    }
}
