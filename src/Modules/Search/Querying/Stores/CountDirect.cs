using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Options;
using Sward.Contracts.Discovery;
using Sward.Contracts.Mall;

namespace Sward.Search;

/// <summary>Counts what search direct brings a store: who follows its card, who goes on to its site outside, and what those who came so buy.</summary>
internal sealed class CountDirect(SearchDb db, IPersonalisation personalisation, TimeProvider clock, IOptions<SearchOptions> options) : IHandle<OrderPaid>
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public static void Subscribe(IServiceCollection services) => services.Subscribe<OrderPaid, CountDirect, SearchDb>("search.count-direct");

    /// <summary>Somebody followed the card. Who is signed in is remembered, for the orders that follow, unless personalisation is off.</summary>
    public async Task VisitedAsync(long storeId, long? accountId, CancellationToken ct)
    {
        var visitor = accountId is { } id && await personalisation.IsOnAsync(id, ct) ? accountId : null;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await db.Stores.AnyAsync(s => s.Id == storeId && s.IsDirect, ct))
        {
            return;
        }

        await AddAsync(storeId, Today, row => row.SetProperty(d => d.Visits, d => d.Visits + 1), ct);
        var now = clock.GetUtcNow();
        if (visitor is { } known && !await db.InsertOnceAsync(new DirectVisit(known, storeId) { At = now }, ct))
        {
            await db.DirectVisits.Where(v => v.AccountId == known && v.StoreId == storeId).ExecuteUpdateAsync(set => set.SetProperty(v => v.At, now), ct);
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

    private async Task AddAsync(long storeId, DateOnly day, Action<UpdateSettersBuilder<DirectDay>> add, CancellationToken ct)
    {
        await db.InsertOnceAsync(new DirectDay { StoreId = storeId, Day = day }, ct);
        await db.DirectDays.Where(d => d.StoreId == storeId && d.Day == day).ExecuteUpdateAsync(add, ct);
    }
}
