using Microsoft.Extensions.Options;

namespace Sward.Search;

/// <summary>Remembers what a signed-in person searched for: for themselves, and, if anything was found, as one more person for the query. Visitors leave no trace.</summary>
internal sealed class RememberQuery(SearchDb db, Ids ids, TimeProvider clock, IOptions<SearchOptions> options)
{
    /// <summary>Later pages of a search are the same question.</summary>
    public async Task AskedAsync(Query query, long? accountId, PageQuery page, int found, CancellationToken ct)
    {
        if (accountId is not { } asker || query.IsEmpty || page.Cursor is not null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await KeepInHistoryAsync(query, asker, now, ct);
        if (found > 0)
        {
            await CountAsync(query, asker, now, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task KeepInHistoryAsync(Query query, long accountId, DateTimeOffset now, CancellationToken ct)
    {
        var entry = new PastQuery { Id = ids.Next(), AccountId = accountId, Key = query.Key, Text = query.Text, At = now };
        if (!await db.InsertOnceAsync(entry, ct))
        {
            await db.History.Where(q => q.AccountId == accountId && q.Key == query.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(q => q.At, now).SetProperty(q => q.Text, query.Text), ct);
            return;
        }

        var tooOld = await db.History.Where(q => q.AccountId == accountId).OrderByDescending(q => q.At).Skip(options.Value.HistoryKept).Select(q => q.Id).ToListAsync(ct);
        await db.History.Where(q => tooOld.Contains(q.Id)).ExecuteDeleteAsync(ct);
    }

    private async Task CountAsync(Query query, long accountId, DateTimeOffset now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var byNewPerson = await db.InsertOnceAsync(new QueryAsker(query.Key, accountId, today), ct);
        var isFirstToday = byNewPerson || await db.Set<QueryAsker>().Where(a => a.Key == query.Key && a.AccountId == accountId && a.Day < today)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Day, today), ct) == 1;
        if (!isFirstToday)
        {
            return;
        }

        await db.InsertOnceAsync(new PopularQuery { Key = query.Key, Text = query.Text, Since = now }, ct);
        // Takes the row, so that what is read next stays true until the commit.
        await db.PopularQueries.Where(q => q.Key == query.Key).ExecuteUpdateAsync(set => set.SetProperty(q => q.Text, query.Text), ct);
        var popular = await db.PopularQueries.SingleAsync(q => q.Key == query.Key, ct);
        popular.Asked(now, accountId, byNewPerson);
        await db.SaveChangesAsync(ct);
    }
}
