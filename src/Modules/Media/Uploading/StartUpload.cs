using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;

namespace Sward.Media;

/// <summary>Begins a resumable upload: the file then follows in as many parts as the line needs.</summary>
internal static class StartUpload
{
    public sealed record Request([property: Range(1, long.MaxValue)] long Size, [property: MaxLength(Medium.AltLength)] string? Alt);

    public static void Map(IEndpointRouteBuilder uploads) => uploads
        .MapPost("/", HandleAsync)
        .WithName("StartUpload")
        .RequireAuthorization()
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<UploadState>, ProblemHttpResult>> HandleAsync(
        Request request, MediaDb db, Ids ids, ICurrentAccount account, Idempotency once, IOptions<MediaOptions> options, TimeProvider clock, CancellationToken ct)
    {
        if (request.Size > options.Value.MaxUploadBytes)
        {
            return Problems.Of(StatusCodes.Status413PayloadTooLarge, "media.too-large", options.Value.MaxUploadMegabytes);
        }

        if (await db.OpenUploads.CountAsync(u => u.OwnerId == account.Id, ct) >= options.Value.OpenUploads)
        {
            return Problems.Unprocessable("media.too-many-uploads");
        }

        var session = new UploadSession { Id = ids.Next(), OwnerId = account.Id, Size = request.Size, Alt = PlainText.LineOrNull(request.Alt), CreatedAt = clock.GetUtcNow() };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.UploadSessions.Add(session);
        return await once.CreatedAsync(db, transaction, $"/api/v1/media/uploads/{session.Id}", UploadState.Of(session), ct);
    }
}
