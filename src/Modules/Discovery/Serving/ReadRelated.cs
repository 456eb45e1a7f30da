using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Serving;

/// <summary>Notes that go with a note: about the same goods, on the same topics, by the same author, read next.</summary>
internal sealed class ReadRelated(Surfaces surfaces, ReadFeed read, NoteShelves shelves, INoteCards notes, ICurrentAccount account)
{
    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/related/{noteId:long}", HandleAsync)
        .WithName("ReadRelated")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .AllowAnonymous();

    /// <summary>A page of them; null when the cursor is none of ours.</summary>
    public Task<FeedAnswer?> RunAsync(FeedNote seed, PageQuery page, CancellationToken ct) => read.RunAsync(surfaces.Related, page, ask => ask with { Seed = seed }, ct);

    /// <summary>The note that they go with, and its card; null when there is none that this reader may see.</summary>
    public async Task<(FeedNote Note, NoteCard Card)?> FindAsync(long noteId, CancellationToken ct) =>
        (await notes.GetAsync([noteId], account.IdOrNull, ct)).TryGetValue(noteId, out var card) && shelves.Find(noteId) is { } note ? (note, card) : null;

    private static async Task<Results<Ok<FeedAnswer>, ProblemHttpResult>> HandleAsync(long noteId, [AsParameters] PageQuery page, ReadRelated related, CancellationToken ct)
    {
        if (await related.FindAsync(noteId, ct) is not var (seed, _))
        {
            return Problems.NotFound("discovery.note-not-found");
        }

        return await related.RunAsync(seed, page, ct) is { } answer ? TypedResults.Ok(answer) : Problems.BadRequest("kernel.bad-cursor");
    }
}
