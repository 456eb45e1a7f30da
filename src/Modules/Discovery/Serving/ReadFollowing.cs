namespace Sward.Discovery.Serving;

/// <summary>Follow: the newest notes of the people one follows.</summary>
internal static class ReadFollowing
{
    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/following", HandleAsync)
        .WithName("ReadFollowing")
        .RequireAuthorization();

    private static async Task<Results<Ok<FeedAnswer>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, Surfaces surfaces, ReadFeed read, CancellationToken ct) =>
        await read.RunAsync(surfaces.Following, page, about: null, ct) is { } answer ? TypedResults.Ok(answer) : Problems.BadRequest("kernel.bad-cursor");
}
