using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>The account's drafts, last saved first.</summary>
internal static class ReadDrafts
{
    public static void Map(IEndpointRouteBuilder drafts)
    {
        drafts.MapGet("", ListAsync)
            .WithName("ListDrafts")
            .RequireAuthorization();
        drafts.MapGet("/{draftId:long}", ReadAsync)
            .WithName("ReadDraft")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Page<DraftView>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, NotesDb db, ICurrentAccount account, CancellationToken ct)
    {
        if (!MomentCursor.TryRead(page.Cursor, out var savedAt, out var draftId))
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        var drafts = await db.Drafts.AsNoTracking()
            .Where(d => d.AccountId == account.Id && (d.SavedAt < savedAt || (d.SavedAt == savedAt && d.Id < draftId)))
            .OrderByDescending(d => d.SavedAt).ThenByDescending(d => d.Id)
            .Take(page.Size + 1)
            .ToListAsync(ct);
        var found = Page<Draft>.Of(drafts, page.Size, d => MomentCursor.Write(d.SavedAt, d.Id));
        return TypedResults.Ok(new Page<DraftView>([.. found.Items.Select(DraftView.Of)], found.Next));
    }

    private static async Task<Results<Ok<DraftView>, ProblemHttpResult>> ReadAsync(
        long draftId, Drafts drafts, ICurrentAccount account, CancellationToken ct) =>
        await drafts.FindAsync(draftId, account.Id, ct) is { } draft ? TypedResults.Ok(DraftView.Of(draft)) : Problems.NotFound("notes.draft-not-found");
}
