using Microsoft.Extensions.Options;

namespace Sward.Search;

/// <summary>Forgets queries that nobody repeats, with who asked them, and which stores people came to so long ago that no order counts for it. Histories stay with their owners, who can erase them.</summary>
internal sealed class ForgetOldQueries(SearchDb db, TimeProvider clock, IOptions<SearchOptions> options) : IClockJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow().AddDays(-options.Value.QueriesKeptDays);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var forgotten = db.PopularQueries.Where(q => q.At < oldest).Select(q => q.Key);
        await db.Set<QueryAsker>().Where(a => forgotten.Contains(a.Key)).ExecuteDeleteAsync(ct);
        await db.PopularQueries.Where(q => q.At < oldest).ExecuteDeleteAsync(ct);
        var latest = clock.GetUtcNow().AddDays(-options.Value.DirectOrderDays);
        await db.DirectVisits.Where(v => v.At < latest).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
