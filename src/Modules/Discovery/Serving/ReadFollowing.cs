using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Discovery.Serving;

/// <summary>Follow: the newest notes of the people one follows, or of those under one of one's labels.</summary>
internal static class ReadFollowing
{
    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/following", HandleAsync)
        .WithName("ReadFollowing")
        .RequireAuthorization();

    private static async Task<Results<Ok<FeedAnswer>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, [MaxLength(20)] string? label, Surfaces surfaces, ReadFeed read, ICircles circles, ICurrentAccount account, CancellationToken ct)
    {
        var among = string.IsNullOrEmpty(label) ? null : await circles.LabelledAsync(account.Id, label, ct);
        return await read.RunAsync(surfaces.Following, page, ask => ask with { Among = among }, ct) is { } answer ? TypedResults.Ok(answer) : Problems.BadRequest("kernel.bad-cursor");
    }
}
