using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Changes a picture's alternative text.</summary>
internal static class DescribeMedium
{
    public sealed record Request([property: MaxLength(Medium.AltLength)] string? Alt);

    public static void Map(IEndpointRouteBuilder media) => media
        .MapPatch("/{mediumId:long}", HandleAsync)
        .WithName("DescribeMedium")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<MediaCard>, ProblemHttpResult>> HandleAsync(
        long mediumId, Request request, MediaDb db, ICurrentAccount account, MediaCards cards, CancellationToken ct)
    {
        var medium = await db.Media.SingleOrDefaultAsync(m => m.Id == mediumId && m.OwnerId == account.Id, ct);
        if (medium is null)
        {
            return Problems.NotFound("media.not-found");
        }

        medium.Alt = PlainText.LineOrNull(request.Alt);
        db.Announce(new MediumChanged(mediumId));
        await db.SaveChangesAsync(ct);
        cards.Forget(mediumId);
        return TypedResults.Ok(medium.ToCard());
    }
}
