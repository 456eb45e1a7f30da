using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Takes a note off its board. Works for gaps too.</summary>
internal sealed class UncollectNote(NotesDb db, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapDelete("/{noteId:long}/collect", HandleAsync)
        .WithName("UncollectNote")
        .RequireAuthorization();

    public async Task RunAsync(long noteId, long collectorId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Collects.Where(c => c.AccountId == collectorId && c.NoteId == noteId).ExecuteDeleteAsync(ct) == 1)
        {
            await db.Notes.Where(n => n.Id == noteId).ExecuteUpdateAsync(set => set.SetProperty(n => n.CollectCount, n => n.CollectCount - 1), ct);
            var authorId = await db.Notes.Where(n => n.Id == noteId).Select(n => n.AuthorId).SingleAsync(ct);
            db.Announce(new NoteUncollected(noteId, authorId, collectorId, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task<NoContent> HandleAsync(long noteId, UncollectNote uncollect, ICurrentAccount account, CancellationToken ct)
    {
        await uncollect.RunAsync(noteId, account.Id, ct);
        return TypedResults.NoContent();
    }
}
