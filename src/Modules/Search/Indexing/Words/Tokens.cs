using System.Globalization;
using System.Text;

namespace Sward.Search;

/// <summary>What a token is to a query. Documents are indexed with all of them.</summary>
internal enum TokenUse
{
    /// <summary>The loosest form of a word, a pair of characters: a document must hold it to be found.</summary>
    Finds,

    /// <summary>A stricter form of a word that another token already finds: it only adds to the score.</summary>
    Sharpens,

    /// <summary>One character of a longer run: indexed so that one-character queries find it.</summary>
    PartOfRun,
}

/// <summary>A piece of a folded text and the term it is indexed under.</summary>
internal readonly record struct Token(int Start, int Length, Term Term, TokenUse Use);

/// <summary>Cuts folded text into tokens. Scripts written without spaces become single characters and overlapping pairs; other words are stemmed and raw; emoji are words.</summary>
internal static class Tokens
{
    public static List<Token> Of(string folded)
    {
        var tokens = new List<Token>(folded.Length * 2);
        for (var at = 0; at < folded.Length;)
        {
            var kind = KindAt(folded, at, out var length);
            var end = at + length;
            while (kind is Kind.Run or Kind.Word && end < folded.Length && KindAt(folded, end, out var next) == kind)
            {
                end += next;
            }

            switch (kind)
            {
                case Kind.Run:
                    AddRun(tokens, folded, at, end);
                    break;
                case Kind.Word:
                    AddWord(tokens, folded, at, end);
                    break;
                case Kind.Emoji:
                    tokens.Add(Whole(folded, at, end, TokenUse.Finds));
                    break;
            }

            at = end;
        }

        return tokens;
    }

    private static void AddRun(List<Token> tokens, string folded, int start, int end)
    {
        var before = -1;
        for (var at = start; at < end;)
        {
            var next = at + (char.IsHighSurrogate(folded[at]) ? 2 : 1);
            if (before >= 0)
            {
                tokens.Add(Whole(folded, before, next, TokenUse.Finds));
            }

            var isAlone = at == start && next == end;
            tokens.Add(Whole(folded, at, next, isAlone ? TokenUse.Finds : TokenUse.PartOfRun));
            before = at;
            at = next;
        }
    }

    /// <summary>"iphone15" is found as "iphone 15" too; whoever writes the same form scores higher. Codes that change more often between letters and digits stay whole.</summary>
    private static void AddWord(List<Token> tokens, string folded, int start, int end)
    {
        var change = ChangeAfter(folded, start, end);
        if (change == end || ChangeAfter(folded, change, end) < end)
        {
            AddForms(tokens, folded, start, end);
            return;
        }

        AddForms(tokens, folded, start, change);
        AddForms(tokens, folded, change, end);
        tokens.Add(Whole(folded, start, end, TokenUse.Sharpens));
    }

    /// <summary>"running" is found as "run" too.</summary>
    private static void AddForms(List<Token> tokens, string folded, int start, int end)
    {
        var stem = Stem.Of(folded.AsSpan(start, end - start)).Length;
        tokens.Add(new Token(start, end - start, Term.Of(folded.AsSpan(start, stem)), TokenUse.Finds));
        if (stem < end - start)
        {
            tokens.Add(Whole(folded, start, end, TokenUse.Sharpens));
        }
    }

    /// <summary>Where letters give way to digits, or digits to letters.</summary>
    private static int ChangeAfter(string folded, int start, int end)
    {
        var at = start + 1;
        while (at < end && char.IsAsciiDigit(folded[at]) == char.IsAsciiDigit(folded[start]))
        {
            at++;
        }

        return at;
    }

    private static Token Whole(string folded, int start, int end, TokenUse use) =>
        new(start, end - start, Term.Of(folded.AsSpan(start, end - start)), use);

    private enum Kind { None, Word, Run, Emoji }

    private static Kind KindAt(string folded, int at, out int length)
    {
        length = 1;
        var character = folded[at];
        if (character < '\u0080')
        {
            return char.IsAsciiLetterOrDigit(character) ? Kind.Word : Kind.None;
        }

        Rune.DecodeFromUtf16(folded.AsSpan(at), out var rune, out length);
        if (IsUnspaced(rune.Value))
        {
            return Kind.Run;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.OtherSymbol when rune.Value >= 0x2190:
                length = StringInfo.GetNextTextElementLength(folded, at);
                return Kind.Emoji;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark:
                return Kind.Word;
            default:
                return Rune.IsLetterOrDigit(rune) ? Kind.Word : Kind.None;
        }
    }

    /// <summary>Han, kana, Hangul and bopomofo: 々〆〇 belong to Han, ー to kana.</summary>
    private static bool IsUnspaced(int rune) => rune
        is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x3FFFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x312F and not 0x30FB) or (>= 0xAC00 and <= 0xD7A3);
}
