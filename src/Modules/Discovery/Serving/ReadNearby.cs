using System.ComponentModel.DataAnnotations;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Serving;

/// <summary>Nearby: the hottest notes made around a point. The point is used for this answer and kept nowhere.</summary>
internal static class ReadNearby
{
    public const int DefaultKilometres = 10;

    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/nearby", HandleAsync)
        .WithName("ReadNearby")
        .AllowAnonymous();

    private static async Task<Results<Ok<FeedAnswer>, ProblemHttpResult>> HandleAsync(
        [Range(-90.0, 90.0)] double lat, [Range(-180.0, 180.0)] double lng, [Range(1, 50)] int? km, [AsParameters] PageQuery page, Surfaces surfaces, ReadFeed read, CancellationToken ct)
    {
        var around = new Vicinity(new Position(lat, lng), km ?? DefaultKilometres);
        var answer = await read.RunAsync(surfaces.Nearby, page, ask => ask with { Around = around }, ct);
        return answer is null ? Problems.BadRequest("kernel.bad-cursor") : TypedResults.Ok(answer);
    }
}
