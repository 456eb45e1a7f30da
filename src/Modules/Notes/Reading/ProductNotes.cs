using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>The newest public notes about a product.</summary>
internal static class ProductNotes
{
    public static void Map(IEndpointRouteBuilder products) => products
        .MapGet("/{productId:long}/notes", HandleAsync)
        .WithName("ListProductNotes")
        .AllowAnonymous();

    private static async Task<Results<Ok<Page<ListedNote>>, ProblemHttpResult>> HandleAsync(
        long productId, [AsParameters] PageQuery page, NotesDb db, IListedNotes listed, ICurrentAccount account, CancellationToken ct)
    {
        if (!Cursor.TryDecode(page.Cursor, out var before, out _))
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        var noteIds = await db.NoteProducts
            .Where(p => p.ProductId == productId && p.NoteId < before)
            .OrderByDescending(p => p.NoteId)
            .Select(p => p.NoteId)
            .Take(page.Size + 1)
            .ToListAsync(ct);
        var found = Page<long>.Of(noteIds, page.Size, id => Cursor.Encode(id));
        return TypedResults.Ok(new Page<ListedNote>(await listed.OfAsync(found.Items, account.IdOrNull, ct), found.Next));
    }
}
