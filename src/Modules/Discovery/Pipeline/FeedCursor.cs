using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Sward.Discovery.Pipeline;

/// <summary>Where a page ended: the last place that was looked at, the notes that stood before it but had to wait for the sake of breadth, and those that were shown before their turn.</summary>
/// <remarks>The cursor carries them itself, so that any node can answer the next page and nothing is remembered between two requests.</remarks>
internal sealed record FeedCursor(Mark After, IReadOnlyList<long> WaitingIds)
{
    /// <summary>How many notes may wait; the next one lets the longest waiting in.</summary>
    public const int MaxWaiting = 16;

    /// <summary>How many notes that were shown ahead of their place are remembered; beyond, the oldest may come again in its place.</summary>
    public const int MaxAhead = 64;

    public static FeedCursor Start { get; } = new(Mark.Start, []);

    /// <summary>Notes that were shown before their place in the order came.</summary>
    public IReadOnlyList<long> AheadIds { get; init; } = [];

    public string Encode()
    {
        var place = Cursor.Encode(After.Score, After.Id);
        return AheadIds.Count > 0 ? $"{place}.{EncodeIds(WaitingIds)}.{EncodeIds(AheadIds)}" : WaitingIds.Count > 0 ? $"{place}.{EncodeIds(WaitingIds)}" : place;
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
        if (parts.Length > 3 || parts[0].Length == 0 || !Cursor.TryDecode(parts[0], out var score, out var id)
            || !TryDecodeIds(parts.ElementAtOrDefault(1), MaxWaiting, out var waiting) || !TryDecodeIds(parts.ElementAtOrDefault(2), MaxAhead, out var ahead))
        {
            cursor = null;
            return false;
        }

        cursor = new FeedCursor(new Mark(score, id), waiting) { AheadIds = ahead };
        return true;
    }

    private static string EncodeIds(IReadOnlyList<long> ids)
    {
        var bytes = new byte[ids.Count * sizeof(long)];
        for (var i = 0; i < ids.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * sizeof(long)), ids[i]);
        }

        return Base64Url.EncodeToString(bytes);
    }

    private static bool TryDecodeIds(ReadOnlySpan<char> text, int most, out long[] ids)
    {
        ids = [];
        Span<byte> bytes = stackalloc byte[MaxAhead * sizeof(long)];
        if (!Base64Url.IsValid(text, out var length) || length > most * sizeof(long) || length % sizeof(long) != 0)
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
