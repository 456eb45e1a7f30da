using System.Globalization;
using System.Text.RegularExpressions;

namespace Sward.Town;

/// <summary>Fills the choices in a text: <c>{rain|wind}</c> takes one, <c>{3~9}</c> a number, <c>{spring:…|summer:…|autumn:…|winter:…}</c> the season of the day.</summary>
internal static partial class Phrase
{
    private static readonly string[] Seasons = ["winter", "spring", "summer", "autumn"];

    public static string Say(string text, Dice dice, DateTimeOffset at) => Choices().Replace(text, match =>
    {
        var inside = match.Groups["inside"].Value;
        var range = Range().Match(inside);
        if (range.Success)
        {
            return $"{dice.Between(Number(range.Groups["from"]), Number(range.Groups["to"]))}";
        }

        var options = inside.Split('|');
        var season = $"{Seasons[at.Month % 12 / 3]}:";
        return Array.Find(options, option => option.StartsWith(season, StringComparison.Ordinal)) is { } fitting ? fitting[season.Length..] : dice.Pick(options);
    });

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<inside>[^{}]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Choices();

    [GeneratedRegex("^(?<from>[0-9]+)~(?<to>[0-9]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();
}
