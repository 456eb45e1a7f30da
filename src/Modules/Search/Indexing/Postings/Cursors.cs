namespace Sward.Search;

/// <summary>Cursors that this thread has done with: a query needs dozens, each larger than most of what it reads.</summary>
internal static class Cursors
{
    private const int Kept = 256;

    [ThreadStatic]
    private static Stack<PostingsCursor>? spare;

    public static PostingsCursor Rent() => spare is not null && spare.TryPop(out var cursor) ? cursor : new();

    public static void Return(PostingsCursor cursor)
    {
        cursor.Close();
        spare ??= new();
        if (spare.Count < Kept)
        {
            spare.Push(cursor);
        }
    }
}
