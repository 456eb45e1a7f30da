namespace Sward.Kernel;

/// <summary>Cursors of lists that are ordered by a moment and, within it, by an id; newest first.</summary>
public static class MomentCursor
{
    // PostgreSQL keeps the very last moment for infinity.
    private static readonly DateTimeOffset End = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Write(DateTimeOffset at, long id) => Cursor.Encode(at.UtcTicks, id);

    /// <summary>Reads the cursor; without one the list begins after everything.</summary>
    public static bool TryRead(string? text, out DateTimeOffset at, out long id)
    {
        at = End;
        if (!Cursor.TryDecode(text, out var ticks, out id, firstDefault: End.UtcTicks) || ticks < 0 || ticks > End.UtcTicks)
        {
            return false;
        }

        at = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}
