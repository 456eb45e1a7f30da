using System.Buffers.Binary;
using System.Buffers.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Sward.Kernel;

/// <summary>One page of a keyset-paged list: <paramref name="Next"/> is the cursor of the following page, null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Cuts a list that was fetched with one row too many, and makes the cursor from the last row that stays.</summary>
    public static Page<T> Of(IReadOnlyList<T> fetched, int size, Func<T, string> cursorOf) => fetched.Count <= size
        ? new(fetched, null)
        : new([.. fetched.Take(size)], cursorOf(fetched[size - 1]));
}

/// <summary>The query parameters of every list: <c>?cursor=…&amp;limit=…</c>.</summary>
public sealed record PageQuery
{
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Items per page, 1 to 100; 20 when absent.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    internal const int DefaultSize = 20;

    /// <summary>Items per page; a limit out of range is refused. (A Range attribute here would break the OpenAPI document: its reader fails on attributes of [AsParameters] members.)</summary>
    public int Size => Limit switch
    {
        null => DefaultSize,
        >= 1 and <= 100 => Limit.Value,
        _ => throw new Refusal("kernel.bad-limit", StatusCodes.Status400BadRequest),
    };
}

/// <summary>Opaque cursors: one or two sort keys, base64url.</summary>
public static class Cursor
{
    public static string Encode(long first, long second = 0)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, first);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], second);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor back. An absent cursor is the start of the list: the given defaults. False when the text is not a cursor of ours.</summary>
    public static bool TryDecode(string? text, out long first, out long second, long firstDefault = long.MaxValue, long secondDefault = long.MaxValue)
    {
        (first, second) = (firstDefault, secondDefault);
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        Span<byte> bytes = stackalloc byte[16];
        if (text.Length != 22 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != 16)
        {
            return false;
        }

        first = BinaryPrimitives.ReadInt64BigEndian(bytes);
        second = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
        return true;
    }
}
