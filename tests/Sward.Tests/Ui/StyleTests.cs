using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Sward.Tests.Ui;

/// <summary>What the style sheets promise: contrasts of the tokens in both themes, and that components use only tokens with a meaning.</summary>
public sealed partial class StyleTests
{
    private static readonly string Styles = Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Ui/Styles");
    private static readonly Dictionary<string, string> Tokens = ReadTokens();

    public static TheoryData<string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, double>();
        string[] grounds = ["ground", "surface", "raised", "sunken"];
        foreach (var ground in grounds)
        {
            foreach (var text in new[] { "text", "text-soft", "text-faint", "accent", "price", "danger" })
            {
                pairs.Add(text, ground, 7);
            }

            foreach (var shape in new[] { "line-strong", "focus", "heart" })
            {
                pairs.Add(shape, ground, 3);
            }
        }

        foreach (var (text, ground) in new[]
        {
            ("on-accent", "accent"), ("on-accent", "accent-strong"), ("on-accent-soft", "accent-soft"), ("on-vivid", "accent-vivid"), ("danger", "danger-soft"), ("surface", "danger"),
            ("member", "member-soft"), ("member", "surface"), ("on-count", "count"), ("on-picture", "live"), ("on-toast", "toast"), ("toast-action", "toast"), ("text", "pressed"), ("text-soft", "pressed"),
            ("on-avatar-0", "avatar-0"), ("on-avatar-1", "avatar-1"), ("on-avatar-2", "avatar-2"), ("on-avatar-3", "avatar-3"), ("on-avatar-4", "avatar-4"), ("on-avatar-5", "avatar-5"),
        })
        {
            pairs.Add(text, ground, 7);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Colours_keep_their_contrast_in_both_themes(string front, string back, double least)
    {
        foreach (var dark in new[] { false, true })
        {
            var contrast = Contrast(Luminance("--color-" + front, dark), Luminance("--color-" + back, dark));
            Assert.True(contrast >= least, $"{front} on {back}{(dark ? " in the dark" : "")} has {contrast:0.00}:1, needs {least}:1");
        }
    }

    [Fact]
    public void Components_use_only_tokens_with_a_meaning()
    {
        var files = Directory.EnumerateFiles(Styles, "*.css", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not "tokens.css");
        var raw = files.SelectMany(file => RawColour().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));
        Assert.Empty(raw);
    }

    [Fact]
    public void Every_token_that_is_used_exists()
    {
        var used = Directory.EnumerateFiles(Styles, "*.css", SearchOption.AllDirectories).SelectMany(file => Used().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value));
        Assert.Empty(used.Where(name => !Tokens.ContainsKey(name)).Distinct());
    }

    private static Dictionary<string, string> ReadTokens()
    {
        var css = string.Concat(Directory.EnumerateFiles(Styles, "*.css", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        // The first definition is the plain one; high contrast and reduced motion come after it.
        return Definition().Matches(css).GroupBy(m => m.Groups["name"].Value).ToDictionary(group => group.Key, group => group.First().Groups["value"].Value);
    }

    private static double Luminance(string token, bool dark)
    {
        var value = Tokens[token];
        if (value.StartsWith("light-dark(", StringComparison.Ordinal))
        {
            value = Either().Match(value).Groups[dark ? "dark" : "light"].Value.Trim();
        }

        if (value.StartsWith("var(", StringComparison.Ordinal))
        {
            return Luminance(value[4..^1], dark);
        }

        var parts = value[6..^1].Split(' ');
        var (lightness, chroma, hue) = (Number(parts[0].TrimEnd('%')) / 100, Number(parts[1]), Number(parts[2]) * Math.PI / 180);
        var (red, green, blue) = LinearRgb(lightness, chroma * Math.Cos(hue), chroma * Math.Sin(hue));
        return (0.2126 * Clamp(red)) + (0.7152 * Clamp(green)) + (0.0722 * Clamp(blue));
    }

    /// <summary>Oklab to linear sRGB, by Björn Ottosson's matrices.</summary>
    private static (double Red, double Green, double Blue) LinearRgb(double lightness, double a, double b)
    {
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    private static double Clamp(double value) => Math.Clamp(value, 0, 1);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"(?<name>--[\w-]+):\s*(?<value>[^;]+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\((?<name>--[\w-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Used();

    [GeneratedRegex(@"light-dark\((?<light>([^(),]|\([^()]*\))+),(?<dark>([^(),]|\([^()]*\))+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Either();

    [GeneratedRegex(@"oklch\(|rgb\(|#[0-9a-fA-F]{3,8}\b|var\(--(?:sand|sprout|coral|gold)-", RegexOptions.None, 1000)]
    private static partial Regex RawColour();
}
