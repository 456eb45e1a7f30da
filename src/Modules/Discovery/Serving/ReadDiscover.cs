using Sward.Contracts.Notes;

namespace Sward.Discovery.Serving;

/// <summary>Discover: the hottest notes of a channel, or of all channels.</summary>
internal static class ReadDiscover
{
    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/discover", HandleAsync)
        .WithName("ReadDiscover")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .AllowAnonymous()
        .CacheOutput(VisitorCache.Policy);

    private static async Task<Results<Ok<FeedAnswer>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, string? channel, Surfaces surfaces, ReadFeed read, CancellationToken ct)
    {
        if (channel is not null && !NoteChannels.All.Contains(channel, StringComparer.Ordinal))
        {
            return Problems.NotFound("discovery.channel-not-found");
        }

        var answer = await read.RunAsync(surfaces.Discover, page, ask => ask with { Channel = channel }, ct);
        return answer is null ? Problems.BadRequest("kernel.bad-cursor") : TypedResults.Ok(answer);
    }
}
