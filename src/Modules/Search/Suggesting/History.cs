using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>A person's past queries: read, erased one by one or all at once.</summary>
internal static class History
{
    public sealed record Entry(long Id, string Text, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder search)
    {
        var history = search.MapGroup("/history").RequireAuthorization();
        history.MapGet("", ReadAsync).WithName("ReadSearchHistory");
        history.MapDelete("", EraseAsync).WithName("EraseSearchHistory");
        history.MapDelete("/{entryId:long}", EraseEntryAsync).WithName("EraseSearchHistoryEntry");
    }

    private static async Task<Results<Ok<Page<Entry>>, ProblemHttpResult>> ReadAsync(
        [AsParameters] PageQuery page, SearchDb db, ICurrentAccount account, CancellationToken ct)
    {
        if (!MomentCursor.TryRead(page.Cursor, out var last, out var id))
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        var entries = await db.History.AsNoTracking()
            .Where(q => q.AccountId == account.Id && (q.At < last || (q.At == last && q.Id < id)))
            .OrderByDescending(q => q.At).ThenByDescending(q => q.Id)
            .Take(page.Size + 1)
            .Select(q => new Entry(q.Id, q.Text, q.At))
            .ToListAsync(ct);
        return TypedResults.Ok(Page<Entry>.Of(entries, page.Size, entry => MomentCursor.Write(entry.At, entry.Id)));
    }

    private static async Task<NoContent> EraseAsync(EraseHistory erase, ICurrentAccount account, CancellationToken ct)
    {
        await erase.RunAsync(account.Id, entryId: null, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EraseEntryAsync(long entryId, EraseHistory erase, ICurrentAccount account, CancellationToken ct)
    {
        await erase.RunAsync(account.Id, entryId, ct);
        return TypedResults.NoContent();
    }
}

/// <summary>Erases past queries of one person; another's are out of reach. Erasing what is gone is no error.</summary>
internal sealed class EraseHistory(SearchDb db)
{
    /// <summary>Erases one entry, or all when none is named, and then also to which stores a search has led.</summary>
    public async Task RunAsync(long accountId, long? entryId, CancellationToken ct)
    {
        await db.History.Where(q => q.AccountId == accountId && (entryId == null || q.Id == entryId)).ExecuteDeleteAsync(ct);
        if (entryId is null)
        {
            await db.DirectVisits.Where(v => v.AccountId == accountId).ExecuteDeleteAsync(ct);
        }
    }
}
