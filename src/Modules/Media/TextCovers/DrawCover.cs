using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Makes a picture of words, to be the cover of a note.</summary>
internal static class DrawCover
{
    public sealed record Request([property: Required(AllowEmptyStrings = true)] string Text, [property: Required] string Design);

    public static void Map(IEndpointRouteBuilder covers) => covers
        .MapPost("/", HandleAsync)
        .WithName("DrawCover")
        .RequireAuthorization()
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Created<MediaCard>, ProblemHttpResult>> HandleAsync(
        Request request, HttpContext http, MediaDb db, CoverStudio studio, ICurrentAccount account, Idempotency once, CancellationToken ct)
    {
        if (studio.Refuse(request.Text, request.Design) is { } refused)
        {
            return Problems.Unprocessable(refused);
        }

        var (created, code) = await studio.DrawAsync(account.Id, request.Text, request.Design, CommitAsync, ct);
        return created is not null ? created : WorkerProblems.Of(http, code!);

        async Task<Created<MediaCard>> CommitAsync(Medium medium)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            return await once.CreatedAsync(db, transaction, $"/api/v1/media/{medium.Id}", medium.ToCard(), ct);
        }
    }
}
