namespace Sward.Mall.Wants;

/// <summary>What people ask for and the mall does not have, the most wanted first; for operators, who choose what is to be sold.</summary>
internal sealed class ListWantedWords(MallDb db)
{
    /// <summary>Words and how many people asked for them.</summary>
    /// <param name="At">When somebody asked last.</param>
    public sealed record Item(long Id, string Words, int People, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder words) => words
        .MapGet("", async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> ([AsParameters] PageQuery page, ListWantedWords list, CancellationToken ct) =>
            await list.PageAsync(page.Cursor, page.Size, ct) is { } found ? TypedResults.Ok(found) : Problems.BadRequest("kernel.bad-cursor"))
        .WithName("ListWantedWords")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .RequireAuthorization(Policies.Operator);

    /// <summary>One page, or null when the cursor is none of ours.</summary>
    public async Task<Page<Item>?> PageAsync(string? cursor, int size, CancellationToken ct) => Cursor.TryDecode(cursor, out var people, out var id)
        ? Page<Item>.Of(await Rows(db, people, id).Take(size + 1).ToListAsync(ct), size, item => Cursor.Encode(item.People, item.Id))
        : null;

    internal static IQueryable<Item> Rows(MallDb db, long people, long id)
    {
        // Of the column's own type: an index does not lead to a column that is converted first.
        var most = (int)Math.Clamp(people, 0, int.MaxValue);
        return db.WantedWords.AsNoTracking().Where(w => w.People <= most && (w.People < most || w.Id < id))
            .OrderByDescending(w => w.People).ThenByDescending(w => w.Id).Select(w => new Item(w.Id, w.Text, w.People, w.At));
    }
}
