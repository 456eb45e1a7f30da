using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>A medium's state, for its owner. Others meet it in the note or product that shows it: ids can be counted, addresses cannot.</summary>
internal static class ReadMedium
{
    public static void Map(IEndpointRouteBuilder media) => media
        .MapGet("/{mediumId:long}", HandleAsync)
        .WithName("ReadMedium")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<MediaCard>, ProblemHttpResult>> HandleAsync(
        long mediumId, MediaDb db, ICurrentAccount account, CancellationToken ct)
    {
        var medium = await db.Media.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mediumId && m.OwnerId == account.Id, ct);
        return medium is null ? Problems.NotFound("media.not-found") : TypedResults.Ok(medium.ToCard());
    }
}
