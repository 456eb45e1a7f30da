using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Serving;

/// <summary>Notes that go with a note: about the same goods, on the same topics, by the same author.</summary>
internal static class ReadRelated
{
    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/related/{noteId:long}", HandleAsync)
        .WithName("ReadRelated")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .AllowAnonymous();

    private static async Task<Results<Ok<FeedAnswer>, ProblemHttpResult>> HandleAsync(
        long noteId, [AsParameters] PageQuery page, Surfaces surfaces, ReadFeed read, NoteShelves shelves, INoteCards notes, ICurrentAccount account, CancellationToken ct)
    {
        var visible = await notes.GetAsync([noteId], account.IdOrNull, ct);
        if (!visible.ContainsKey(noteId) || shelves.Find(noteId) is not { } seed)
        {
            return Problems.NotFound("discovery.note-not-found");
        }

        var answer = await read.RunAsync(surfaces.Related, page, ask => ask with { Seed = seed }, ct);
        return answer is null ? Problems.BadRequest("kernel.bad-cursor") : TypedResults.Ok(answer);
    }
}
