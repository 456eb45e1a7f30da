using Microsoft.Extensions.Options;
using Sward.Contracts.Pages;

namespace Sward.Search;

/// <summary>What search direct brought a store in the last four weeks, for its desk: <c>desk.store</c>.</summary>
internal sealed class DirectSlot(SearchDb db, TimeProvider clock, IOptions<SearchOptions> options) : IPageSlot
{
    private const int Weeks = 4;

    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct)
    {
        if (!await db.Stores.AnyAsync(s => s.Id == subjectId && s.OwnerId == readerId && s.IsDirect, ct))
        {
            return null;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var days = await db.DirectDays.AsNoTracking().Where(d => d.StoreId == subjectId && d.Day > today.AddDays(-7 * Weeks) && d.Day <= today).ToListAsync(ct);
        return new("/Search/Querying/Stores/_Direct.cshtml", new DirectReport(options.Value.DirectOrderDays, [.. Enumerable.Range(0, Weeks).Select(ago => DirectWeek.Of(today.AddDays(-7 * ago), days))]));
    }
}

/// <summary>What a store's desk shows.</summary>
/// <param name="OrderDays">Days within which an order counts.</param>
internal sealed record DirectReport(int OrderDays, IReadOnlyList<DirectWeek> Weeks);

/// <summary>Seven days of search direct.</summary>
/// <param name="From">The first of them.</param>
internal sealed record DirectWeek(DateOnly From, DateOnly To, int Visits, int Left, int Orders)
{
    public static DirectWeek Of(DateOnly last, IEnumerable<DirectDay> days)
    {
        var (first, week) = (last.AddDays(-6), days.Where(d => d.Day > last.AddDays(-7) && d.Day <= last).ToList());
        return new(first, last, week.Sum(d => d.Visits), week.Sum(d => d.Left), week.Sum(d => d.Orders));
    }
}
