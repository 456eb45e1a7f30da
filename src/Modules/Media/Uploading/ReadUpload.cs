using System.Globalization;
using Sward.Contracts.Accounts;

namespace Sward.Media;

/// <summary>How far a resumable upload has come; the headers say the same, for clients that only probe.</summary>
internal sealed record UploadState(long Id, long Size, long Offset)
{
    public const string OffsetHeader = "Upload-Offset";
    public const string LengthHeader = "Upload-Length";

    public static UploadState Of(UploadSession session) => new(session.Id, session.Size, session.Offset);

    public static void WriteHeaders(HttpResponse response, UploadSession session)
    {
        response.Headers[OffsetHeader] = session.Offset.ToString(CultureInfo.InvariantCulture);
        response.Headers[LengthHeader] = session.Size.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
    }
}

/// <summary>Where to go on after a broken line.</summary>
internal static class ReadUpload
{
    public static void Map(IEndpointRouteBuilder uploads)
    {
        uploads.MapGet("/{uploadId:long}", HandleAsync)
            .WithName("ReadUpload")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound);
        uploads.MapMethods("/{uploadId:long}", [HttpMethods.Head], HandleAsync)
            .WithName("ProbeUpload")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<UploadState>, ProblemHttpResult>> HandleAsync(
        long uploadId, MediaDb db, ICurrentAccount account, HttpResponse response, CancellationToken ct)
    {
        var session = await db.OpenUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId && u.OwnerId == account.Id, ct);
        if (session is null)
        {
            return Problems.NotFound("media.upload-not-found");
        }

        UploadState.WriteHeaders(response, session);
        return TypedResults.Ok(UploadState.Of(session));
    }
}
