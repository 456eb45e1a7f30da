using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Sward.Accounts;

/// <summary>What a handle looks like, and a first one for somebody new.</summary>
internal static partial class Handles
{
    public const string Pattern = "^(?=.*[a-z])[a-z0-9._]{3,24}$";

    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static bool IsValid(string handle) => Shape().IsMatch(handle);

    /// <summary>The Latin letters of the nickname and five random characters: unique for all practical purposes, and the database has the last word.</summary>
    public static string Suggest(string nickname)
    {
        var letters = new StringBuilder();
        foreach (var letter in nickname.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(15))
        {
            letters.Append(letter);
        }

        var name = letters.ToString();
        return $"{(name.Any(char.IsAsciiLetter) ? name : "sward")}.{RandomNumberGenerator.GetString(Alphabet, 5)}";
    }

    [GeneratedRegex(Pattern, RegexOptions.None, 1000)]
    private static partial Regex Shape();
}
