#pragma warning disable ASP0029 // Experimental in this release of the framework; without it a draft would need a twin of the content without rules.
using Microsoft.Extensions.Validation;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Keeps what is being written: a first save, and one over it every time the writer pauses.</summary>
internal static class WriteDraft
{
    /// <summary>A new draft.</summary>
    /// <param name="Content">Not validated: an unfinished note may be longer than a finished one.</param>
    public sealed record FirstSave([property: SkipValidation] Note.Content Content);

    /// <summary>A save over an earlier one.</summary>
    /// <param name="Version">The version that the writer last saw.</param>
    /// <param name="Content">Not validated, as above.</param>
    public sealed record NextSave(int Version, [property: SkipValidation] Note.Content Content);

    public static void Map(IEndpointRouteBuilder drafts)
    {
        drafts.MapPost("", CreateAsync)
            .WithName("CreateDraft")
            .RequireAuthorization()
            .WithIdempotency()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        drafts.MapPut("/{draftId:long}", SaveAsync)
            .WithName("SaveDraft")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Created<DraftView>> CreateAsync(
        [SkipValidation] FirstSave request, Drafts drafts, NotesDb db, ICurrentAccount account, Idempotency once, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var draft = drafts.Add(account.Id, request.Content);
        return await once.CreatedAsync(db, transaction, $"/api/v1/drafts/{draft.Id}", DraftView.Of(draft), ct);
    }

    private static async Task<Results<Ok<DraftView>, ProblemHttpResult>> SaveAsync(
        long draftId, [SkipValidation] NextSave request, Drafts drafts, ICurrentAccount account, CancellationToken ct) =>
        await drafts.SaveAsync(draftId, account.Id, request.Version, request.Content, ct) is { } draft
            ? TypedResults.Ok(DraftView.Of(draft))
            : Problems.NotFound("notes.draft-not-found");
}
