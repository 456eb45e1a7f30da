using System.Linq.Expressions;
using Microsoft.Extensions.Options;
using Sward.Contracts.Mall;

namespace Sward.Search;

/// <summary>Counts what search direct brings a store: who follows its card, who goes on to its site outside, and what those who came so buy.</summary>
internal sealed class CountDirect(SearchDb db, TimeProvider clock, IOptions<SearchOptions> options) : IHandle<OrderPaid>
{
    public static void Subscribe(IServiceCollection services) => services.Subscribe<OrderPaid, CountDirect, SearchDb>("search.count-direct");

    /// <summary>Somebody followed the card. Who is signed in is remembered, for the orders that follow.</summary>
    public async Task VisitedAsync(long storeId, long? accountId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await db.Stores.AnyAsync(s => s.Id == storeId && s.IsDirect, ct))
        {
            return;
        }

        await AddAsync(storeId, Today, row => row.SetProperty(d => d.Visits, d => d.Visits + 1), ct);
        var now = clock.GetUtcNow();
        if (accountId is { } visitor && !await db.InsertOnceAsync(new DirectVisit(visitor, storeId) { At = now }, ct))
        {
            await db.DirectVisits.Where(v => v.AccountId == visitor && v.StoreId == storeId).ExecuteUpdateAsync(set => set.SetProperty(v => v.At, now), ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Somebody went on to the store's site outside.</summary>
    public Task LeftAsync(long storeId, CancellationToken ct) => AddAsync(storeId, Today, row => row.SetProperty(d => d.Left, d => d.Left + 1), ct);

    public async Task HandleAsync(OrderPaid fact, CancellationToken ct)
    {
        var since = fact.At.AddDays(-options.Value.DirectOrderDays);
        if (await db.DirectVisits.AnyAsync(v => v.AccountId == fact.BuyerId && v.StoreId == fact.StoreId && v.At >= since && v.At <= fact.At, ct))
        {
            await AddAsync(fact.StoreId, DateOnly.FromDateTime(fact.At.UtcDateTime), row => row.SetProperty(d => d.Orders, d => d.Orders + 1), ct);
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task AddAsync(long storeId, DateOnly day, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<DirectDay>> add, CancellationToken ct)
    {
        await db.InsertOnceAsync(new DirectDay { StoreId = storeId, Day = day }, ct);
        await db.DirectDays.Where(d => d.StoreId == storeId && d.Day == day).ExecuteUpdateAsync(add, ct);
    }
}
