using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Sward.Mall.Payments;

/// <summary>How a provider is reached, in the section <c>Mall:{name}</c>. Keys stand in the configuration only, and faults name a setting, never what it says.</summary>
internal abstract class ProviderOptions(string provider, string baseAddress)
{
    public Uri BaseAddress { get; init; } = new(baseAddress);

    public string Provider => provider;

    public abstract string Section { get; }

    [Range(1, 60)]
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>Whether anything is configured: a provider that takes no new payments still answers for its old ones.</summary>
    public abstract bool IsSetUp { get; }

    protected abstract IEnumerable<string> MissingSettings { get; }

    /// <summary>What stops the start: the settings that are missing or cannot be read.</summary>
    private IEnumerable<string> Faults => IsSafe ? MissingSettings : [nameof(BaseAddress), .. MissingSettings];

    /// <summary>The names of those settings that are not in order.</summary>
    protected static IEnumerable<string> Missing(params IEnumerable<(string Setting, bool IsInOrder)> settings) =>
        settings.Where(setting => !setting.IsInOrder).Select(setting => setting.Setting);

    private bool IsSafe => BaseAddress.IsAbsoluteUri && (BaseAddress.IsLoopback || string.Equals(BaseAddress.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal));

    /// <summary>Stops the start when a provider that is in use, or half set up, lacks something.</summary>
    internal sealed class Check<TOptions>(IOptions<MallOptions> mall) : IValidateOptions<TOptions> where TOptions : ProviderOptions
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            if (!options.IsSetUp && !mall.Value.Uses(options.Provider))
            {
                return ValidateOptionsResult.Skip;
            }

            var faults = options.Faults.Select(setting => $"Mall:{options.Section}:{setting} is missing or cannot be read.").ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
