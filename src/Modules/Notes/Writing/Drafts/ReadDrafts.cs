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
        [AsParameters] PageQuery page, Drafts drafts, ICurrentAccount account, CancellationToken ct) =>
        await drafts.PageAsync(account.Id, page.Cursor, page.Size, ct) is { } found ? TypedResults.Ok(found) : Problems.BadRequest("kernel.bad-cursor");

    private static async Task<Results<Ok<DraftView>, ProblemHttpResult>> ReadAsync(
        long draftId, Drafts drafts, ICurrentAccount account, CancellationToken ct) =>
        await drafts.FindAsync(draftId, account.Id, ct) is { } draft ? TypedResults.Ok(DraftView.Of(draft)) : Problems.NotFound("notes.draft-not-found");
}
