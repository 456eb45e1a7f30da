using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Takes the next bytes of a resumable upload. The last ones make the medium; should that find no free worker, an empty part asks again.</summary>
internal static class ContinueUpload
{
    public static void Map(IEndpointRouteBuilder uploads) => uploads
        .MapPatch("/{uploadId:long}", HandleAsync)
        .WithName("ContinueUpload")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<NoContent, Created<MediaCard>, ProblemHttpResult>> HandleAsync(
        long uploadId, [FromQuery(Name = "offset")] long? offsetInQuery, [FromHeader(Name = UploadState.OffsetHeader)] long? offsetInHeader, Stream body,
        HttpContext http, MediaDb db, UploadParts parts, FinishUpload finish, ICurrentAccount account, CancellationToken ct)
    {
        if ((offsetInHeader ?? offsetInQuery) is not { } offset)
        {
            return Problems.BadRequest("media.upload-offset-missing");
        }

        var session = await db.OpenUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId && u.OwnerId == account.Id, ct);
        if (session is null)
        {
            return Problems.NotFound("media.upload-not-found");
        }

        BodySize.Allow(http, session.Size - session.Offset);
        var isNext = offset == session.Offset && await parts.AppendAsync(session, body, ct);
        UploadState.WriteHeaders(http.Response, session);
        if (!isNext)
        {
            return Problems.Conflict("media.upload-offset");
        }

        if (session.Offset < session.Size)
        {
            return TypedResults.NoContent();
        }

        var (created, code) = await finish.RunAsync(session, ct);
        return created is not null ? created : WorkerProblems.Of(http, code!);
    }
}

/// <summary>Makes the medium of an upload that is complete.</summary>
internal sealed class FinishUpload(MediaDb db, UploadParts parts, TakePicture take)
{
    public async Task<(Created<MediaCard>? Created, string? Code)> RunAsync(UploadSession session, CancellationToken ct)
    {
        await using var file = await parts.JoinAsync(session, ct);
        var (created, code) = await take.RunAsync(file, session.OwnerId, session.Alt, medium => CommitAsync(session, medium, ct), ct);
        if (created is not null || WorkerProblems.StatusOf(code!) != StatusCodes.Status503ServiceUnavailable)
        {
            await parts.DeleteSessionAsync(session.Id, ct);
        }

        return (created, code);
    }

    private async Task<Created<MediaCard>> CommitAsync(UploadSession session, Medium medium, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.OpenUploads.Where(u => u.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.IsFinished, true), ct) == 0)
        {
            // Two last parts at once: the other one made the medium.
            throw new Refusal("media.upload-not-found", StatusCodes.Status404NotFound);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Created($"/api/v1/media/{medium.Id}", medium.ToCard());
    }
}
