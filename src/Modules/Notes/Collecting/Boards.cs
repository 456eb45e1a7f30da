namespace Sward.Notes;

/// <summary>Finds the boards that collects go to.</summary>
internal sealed class Boards(NotesDb db, Ids ids, TimeProvider clock)
{
    /// <summary>The board to collect to: the one asked for, else the one used last, else a first one that comes into being. Null when somebody else's was asked for.</summary>
    public async Task<long?> ChooseAsync(long accountId, long? boardId, CancellationToken ct)
    {
        var chosen = await db.Boards
            .Where(b => b.AccountId == accountId && (boardId == null || b.Id == boardId))
            .OrderByDescending(b => b.UsedAt)
            .Select(b => (long?)b.Id)
            .FirstOrDefaultAsync(ct);
        return chosen ?? (boardId is null ? await FirstAsync(accountId, ct) : null);
    }

    /// <summary>The account's first board; comes into being when there is none.</summary>
    public async Task<long> FirstAsync(long accountId, CancellationToken ct)
    {
        await db.InsertOnceAsync(new Board { Id = ids.Next(), AccountId = accountId, Name = "", IsFirst = true, UsedAt = clock.GetUtcNow() }, ct);
        return await db.Boards.Where(b => b.AccountId == accountId && b.IsFirst).Select(b => b.Id).SingleAsync(ct);
    }

    /// <summary>Marks the board as used last, and holds it until the caller's transaction ends. False when it was deleted meanwhile.</summary>
    public async Task<bool> TouchAsync(long boardId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Boards.Where(b => b.Id == boardId).ExecuteUpdateAsync(set => set.SetProperty(b => b.UsedAt, now), ct) == 1;
    }
}
