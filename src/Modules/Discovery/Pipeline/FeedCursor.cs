using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Sward.Discovery.Pipeline;

/// <summary>Where a page ended: the last place that was looked at, and the notes that stood before it but had to wait for the sake of breadth.</summary>
/// <remarks>The cursor carries them itself, so that any node can answer the next page and nothing is remembered between two requests.</remarks>
internal sealed record FeedCursor(Mark After, IReadOnlyList<long> WaitingIds)
{
    /// <summary>How many notes may wait; the next one lets the longest waiting in.</summary>
    public const int MaxWaiting = 16;

    public static FeedCursor Start { get; } = new(Mark.Start, []);

    public string Encode()
    {
        var place = Cursor.Encode(After.Score, After.Id);
        if (WaitingIds.Count == 0)
        {
            return place;
        }

        var bytes = new byte[WaitingIds.Count * sizeof(long)];
        for (var i = 0; i < WaitingIds.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * sizeof(long)), WaitingIds[i]);
        }

        return $"{place}.{Base64Url.EncodeToString(bytes)}";
    }

    /// <summary>Reads a cursor; no cursor is the start. False for text that no page gave out.</summary>
    public static bool TryDecode(string? text, [NotNullWhen(true)] out FeedCursor? cursor)
    {
        cursor = Start;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var place = dot < 0 ? text : text[..dot];
        if (place.Length == 0 || !Cursor.TryDecode(place, out var score, out var id) || !TryDecodeIds(dot < 0 ? [] : text.AsSpan(dot + 1), out var waiting))
        {
            cursor = null;
            return false;
        }

        cursor = new FeedCursor(new Mark(score, id), waiting);
        return true;
    }

    private static bool TryDecodeIds(ReadOnlySpan<char> text, out long[] ids)
    {
        ids = [];
        Span<byte> bytes = stackalloc byte[MaxWaiting * sizeof(long)];
        if (!Base64Url.IsValid(text, out var length) || length > bytes.Length || length % sizeof(long) != 0)
        {
            return false;
        }

        Base64Url.DecodeFromChars(text, bytes);
        ids = new long[length / sizeof(long)];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = BinaryPrimitives.ReadInt64BigEndian(bytes[(i * sizeof(long))..]);
        }

        return true;
    }
}
