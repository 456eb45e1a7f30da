using System.Text.RegularExpressions;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Finds who is mentioned in a text as @handle.</summary>
internal static partial class Mentions
{
    /// <summary>More than these are not looked up: nobody speaks to so many, but somebody may try to ring all bells.</summary>
    private const int Most = 20;

    /// <summary>Ids of the accounts that the text mentions; handles nobody has are left out.</summary>
    public static async Task<List<long>> InAsync(string text, IAccountCards accounts, CancellationToken ct)
    {
        string[] handles = [.. HandlesIn(text)];
        if (handles.Length == 0)
        {
            return [];
        }

        var cards = await accounts.GetByHandleAsync(handles, ct);
        return [.. cards.Values.Select(card => card.Id).Distinct()];
    }

    /// <summary>The handles, without @, as they are stored, each once.</summary>
    public static IEnumerable<string> HandlesIn(string text) => HandlesAt(text).Select(found => found.Handle).Distinct(StringComparer.Ordinal).Take(Most);

    /// <summary>Where handles stand in the text, @ included.</summary>
    public static IEnumerable<(int At, int Length, string Handle)> HandlesAt(string text) =>
        Handle().Matches(text).Select(match => (match.Index, match.Length, match.Groups["handle"].Value.ToLowerInvariant()));

    /// <summary>An @ inside a word is an e-mail address.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9_.@])@(?<handle>[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Handle();
}
