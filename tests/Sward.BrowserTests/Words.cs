using System.Text.Json;

namespace Sward.BrowserTests;

/// <summary>The texts of the site in one language, so that a journey looks for the same words as a person and survives a new wording.</summary>
internal sealed class Words(string language)
{
    private readonly Dictionary<string, string> texts = Directory
        .EnumerateFiles(Repository.Path("src"), $"{language}.json", SearchOption.AllDirectories)
        .Where(file => string.Equals(Path.GetFileName(Path.GetDirectoryName(file)), "Texts", StringComparison.Ordinal))
        .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
        .ToDictionary(StringComparer.Ordinal);

    public string Language => language;

    public string this[string key] => texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text {key} in {language}.");
}
