using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Takes in one picture. The answer is ready to be shown: processing happens while the sender waits.</summary>
internal static class UploadMedium
{
    /// <summary>The form as clients see it; it is read by <see cref="UploadForm"/>, as it arrives.</summary>
    public sealed record Form(IFormFile File, string? Alt);

    public static void Map(IEndpointRouteBuilder media) => media
        .MapPost("/", HandleAsync)
        .WithName("UploadMedium")
        .RequireAuthorization()
        .WithIdempotency()
        .Accepts<Form>("multipart/form-data")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Created<MediaCard>, ProblemHttpResult>> HandleAsync(
        HttpContext http, MediaDb db, TakePicture take, ICurrentAccount account, Idempotency once, IOptions<MediaOptions> options, CancellationToken ct)
    {
        var maxBytes = options.Value.MaxUploadBytes;
        BodySize.Allow(http, maxBytes);
        await using var form = await UploadForm.ReadAsync(http.Request, maxBytes, ct);
        if (form.File is null)
        {
            return Problems.BadRequest("media.file-missing");
        }

        if (form.Alt?.Length > Medium.AltLength)
        {
            return Problems.BadRequest("media.alt-too-long");
        }

        var (created, code) = await take.RunAsync(form.File, account.Id, form.Alt, CommitAsync, ct);
        return created is not null ? created : WorkerProblems.Of(http, code!);

        async Task<Created<MediaCard>> CommitAsync(Medium medium)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            return await once.CreatedAsync(db, transaction, $"/api/v1/media/{medium.Id}", medium.ToCard(), ct);
        }
    }
}
