using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Throws a draft away.</summary>
internal sealed class DeleteDraft(NotesDb db, Drafts drafts)
{
    public static void Map(IEndpointRouteBuilder group) => group
        .MapDelete("/{draftId:long}", HandleAsync)
        .WithName("DeleteDraft")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Deletes the draft; false when the account has none of this id.</summary>
    public async Task<bool> RunAsync(long draftId, long accountId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var deleted = await drafts.DeleteAsync(draftId, accountId, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return deleted;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        long draftId, DeleteDraft delete, ICurrentAccount account, CancellationToken ct) =>
        await delete.RunAsync(draftId, account.Id, ct) ? TypedResults.NoContent() : Problems.NotFound("notes.draft-not-found");
}
