using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Sward.Kernel;

/// <summary>
/// All texts that people read, merged from the <c>Texts/{language}.json</c> of every project. Keys are flat and prefixed by their module
/// (<c>notes.publish.title</c>); the language is the current UI culture.
/// </summary>
public sealed class Texts : IStringLocalizer
{
    /// <summary>The languages that are complete; the first is the default.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["zh-CN", "en"];

    private readonly Dictionary<string, Dictionary<string, string>> byLanguage;

    public Texts(IEnumerable<Assembly> assemblies)
    {
        var sources = assemblies.Distinct().ToArray();
        byLanguage = Languages.ToDictionary(language => language, language => Load(sources, language), StringComparer.OrdinalIgnoreCase);
    }

    public LocalizedString this[string name] => this[name, []];

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var culture = CultureInfo.CurrentUICulture;
            return Of(culture.Name).TryGetValue(name, out var text)
                ? new(name, arguments.Length == 0 ? text : string.Format(culture, text, arguments))
                : new(name, name, resourceNotFound: true);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Of(CultureInfo.CurrentUICulture.Name).Select(pair => new LocalizedString(pair.Key, pair.Value));

    internal IReadOnlyDictionary<string, string> Of(string language) =>
        byLanguage.TryGetValue(language, out var texts) ? texts : byLanguage[language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-CN" : "en"];

    private static Dictionary<string, string> Load(IEnumerable<Assembly> assemblies, string language)
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            using var stream = assembly.GetManifestResourceStream($"texts/{language}.json");
            foreach (var (key, text) in stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                merged.Add(key, text);
            }
        }

        return merged;
    }
}
