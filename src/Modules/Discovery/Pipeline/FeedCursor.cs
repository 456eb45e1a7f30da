using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sward.Discovery.Pipeline;

/// <summary>Where a page ended: the last place that was looked at, the notes that stood before it but had to wait for the sake of breadth, those that were shown before their turn, and those that were shown last.</summary>
/// <remarks>The cursor carries them itself, so that any node can answer the next page and nothing is remembered between two requests.</remarks>
internal sealed record FeedCursor(Mark After, IReadOnlyList<long> WaitingIds)
{
    /// <summary>How many notes may wait; the next one lets the longest waiting in.</summary>
    public const int MaxWaiting = 16;

    /// <summary>How many notes that were shown ahead of their place are remembered; beyond, the oldest may come again in its place.</summary>
    public const int MaxAhead = 384;

    /// <summary>How many of the notes that were shown last are remembered: the neighbours of the next page's first one.</summary>
    public const int MaxLast = 19;

    private const string Again = "again";

    public static FeedCursor Start { get; } = new(Mark.Start, []);

    /// <summary>Prints of the notes that were shown before their place in the order came, oldest first.</summary>
    public IReadOnlyList<uint> Ahead { get; init; } = [];

    /// <summary>All that the reader had not seen was shown: the order began anew with what they had. <see cref="Ahead"/> then has what was shown before.</summary>
    public bool IsAgain { get; init; }

    /// <summary>The notes that were shown last, in their order, where breadth counts across pages.</summary>
    public IReadOnlyList<long> LastIds { get; init; } = [];

    /// <summary>Half of a note's id, mixed: a few hundred of them fit into an address, and two notes of one scroll hardly ever share one.</summary>
    public static uint PrintOf(long noteId) => (uint)((ulong)noteId * 0x9E3779B97F4A7C15 >> 32);

    public string Encode()
    {
        string[] parts = [Cursor.Encode(After.Score, After.Id), EncodeAll(WaitingIds), EncodeAll(Ahead), IsAgain ? Again : "", EncodeAll(LastIds)];
        return string.Join('.', parts).TrimEnd('.');
    }

    /// <summary>Reads a cursor; no cursor is the start. False for text that no page gave out.</summary>
    public static bool TryDecode(string? text, [NotNullWhen(true)] out FeedCursor? cursor)
    {
        cursor = Start;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var parts = text.Split('.');
        if (parts.Length > 5 || parts.ElementAtOrDefault(3) is not (null or "" or Again) || parts[0].Length == 0 || !Cursor.TryDecode(parts[0], out var score, out var id)
            || !TryDecodeAll<long>(parts.ElementAtOrDefault(1), MaxWaiting, out var waiting) || !TryDecodeAll<uint>(parts.ElementAtOrDefault(2), MaxAhead, out var ahead)
            || !TryDecodeAll<long>(parts.ElementAtOrDefault(4), MaxLast, out var last))
        {
            cursor = null;
            return false;
        }

        cursor = new FeedCursor(new Mark(score, id), waiting) { Ahead = ahead, IsAgain = parts.ElementAtOrDefault(3) is Again, LastIds = last };
        return true;
    }

    private static string EncodeAll<T>(IReadOnlyList<T> numbers)
        where T : unmanaged => Base64Url.EncodeToString(MemoryMarshal.AsBytes<T>(numbers.ToArray()));

    private static bool TryDecodeAll<T>(ReadOnlySpan<char> text, int most, out T[] numbers)
        where T : unmanaged
    {
        numbers = [];
        var size = Unsafe.SizeOf<T>();
        if (!Base64Url.IsValid(text, out var length) || length > most * size || length % size != 0)
        {
            return false;
        }

        numbers = MemoryMarshal.Cast<byte, T>(Base64Url.DecodeFromChars(text)).ToArray();
        return true;
    }
}
