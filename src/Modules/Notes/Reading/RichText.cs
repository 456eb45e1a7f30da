using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>A piece of a text; with an address when it is a mention.</summary>
internal sealed record TextPart(string Text, string? Url);

/// <summary>Cuts a text at the people it mentions, so that a page can link them.</summary>
internal static class RichText
{
    public static IEnumerable<TextPart> Parts(string text, IReadOnlyList<AccountCard> mentions)
    {
        var from = 0;
        foreach (var (at, length, handle) in Mentions.HandlesAt(text))
        {
            if (mentions.Any(m => string.Equals(m.Handle, handle, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new(text[from..at], Url: null);
                yield return new(text.Substring(at, length), $"/u/{handle}");
                from = at + length;
            }
        }

        yield return new(text[from..], Url: null);
    }
}
