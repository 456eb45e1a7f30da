using Microsoft.Extensions.Localization;
using Sward.Mall.Coupons;
using Sward.Mall.Desk;
using Sward.Mall.Stores;

namespace Sward.Mall.Offers;

/// <summary>Something of the platform's, an offer or a coupon, of which stores may bear a share; as a store sees it that may take part.</summary>
/// <param name="Text">What it promises, in words.</param>
/// <param name="StoresPercent">What the store would bear of it on its own goods; the platform bears the rest.</param>
/// <param name="TakesPart">Whether the store does.</param>
internal sealed record SharedOfferView(long Id, string Title, string Text, int StoresPercent, DateTimeOffset From, DateTimeOffset Until, bool TakesPart);

/// <summary>A store takes part in shared offers and coupons of the platform, or leaves them. Nobody else decides that it bears something.</summary>
internal sealed class TakePart(MallDb db, IStringLocalizer texts, TimeProvider clock)
{
    private const int MostShown = 100;

    public static void Map(IEndpointRouteBuilder stores)
    {
        stores.MapGet("/{storeId:long}/shared-offers", async Task<Results<Ok<Page<SharedOfferView>>, ProblemHttpResult>> (long storeId, MyStore mine, TakePart part, CancellationToken ct) =>
                await mine.FindAsync(storeId, ct) is { } store
                    ? TypedResults.Ok(new Page<SharedOfferView>(await part.ListAsync(store, ct), Next: null))
                    : Problems.NotFound("mall.store-not-found"))
            .WithName("ListSharedOffers")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
        stores.MapPut("/{storeId:long}/shared-offers/{offerId:long}", async Task<Results<NoContent, ProblemHttpResult>> (
                long storeId, long offerId, MyStore mine, TakePart part, CancellationToken ct) =>
                await mine.FindAsync(storeId, ct) is { } store && await part.JoinAsync(store, offerId, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.offer-not-found"))
            .WithName("JoinSharedOffer")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
        stores.MapDelete("/{storeId:long}/shared-offers/{offerId:long}", async Task<Results<NoContent, ProblemHttpResult>> (
                long storeId, long offerId, MyStore mine, TakePart part, CancellationToken ct) =>
                await mine.FindAsync(storeId, ct) is { } store && await part.LeaveAsync(store, offerId, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.offer-not-found"))
            .WithName("LeaveSharedOffer")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
    }

    /// <summary>What the store may take part in, newest first: what runs or will.</summary>
    public async Task<IReadOnlyList<SharedOfferView>> ListAsync(Store store, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var offers = await Offers(store).AsNoTracking().OrderByDescending(o => o.Id).Take(MostShown).ToListAsync(ct);
        var coupons = await Coupons(store).AsNoTracking().OrderByDescending(i => i.Id).Take(MostShown).ToListAsync(ct);
        long[] ids = [.. offers.Select(o => o.Id), .. coupons.Select(i => i.Id)];
        var mine = await db.Partakers.Where(p => p.StoreId == store.Id && p.LeftAt == null && ids.Contains(p.PromiseId)).Select(p => p.PromiseId).ToHashSetAsync(ct);
        return
        [
            .. offers.Select(o => new SharedOfferView(o.Id, o.Title, texts.Promise(o), o.StoresBasisPoints / 100, o.From, o.Until, mine.Contains(o.Id)))
                .Concat(coupons.Select(i => new SharedOfferView(i.Id, i.Title, texts.Promise(i), i.StoresBasisPoints / 100, i.CreatedAt, i.Until, mine.Contains(i.Id))))
                .OrderByDescending(view => view.Id),
        ];
    }

    /// <summary>From now on it counts for the store's goods; false when there is no such offer for it. Joining twice is the same as joining once.</summary>
    public async Task<bool> JoinAsync(Store store, long promiseId, CancellationToken ct)
    {
        if (!await Offers(store).AnyAsync(o => o.Id == promiseId, ct) && !await Coupons(store).AnyAsync(i => i.Id == promiseId, ct))
        {
            return false;
        }

        if (!await db.InsertOnceAsync(new Partaker { PromiseId = promiseId, StoreId = store.Id, JoinedAt = clock.GetUtcNow() }, ct))
        {
            await Mine(store, promiseId).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftAt, (DateTimeOffset?)null), ct);
        }

        return true;
    }

    /// <summary>From now on it counts no more for the store's goods, but for coupons that people have; false when the store never took part.</summary>
    public async Task<bool> LeaveAsync(Store store, long promiseId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await Mine(store, promiseId).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftAt, p => p.LeftAt ?? now), ct) == 1;
    }

    private IQueryable<Partaker> Mine(Store store, long promiseId) => db.Partakers.Where(p => p.PromiseId == promiseId && p.StoreId == store.Id);

    private IQueryable<PublicOffer> Offers(Store store)
    {
        var now = clock.GetUtcNow();
        return db.PublicOffers.Where(o => o.StoreId == null && o.StoresBasisPoints > 0 && o.Currency == store.Currency && o.EndedAt == null && o.Until > now);
    }

    /// <summary>Also those that are given out no more: people have them.</summary>
    private IQueryable<CouponIssue> Coupons(Store store)
    {
        var now = clock.GetUtcNow();
        return db.CouponIssues.Where(i => i.StoreId == null && i.StoresBasisPoints > 0 && i.Currency == store.Currency && i.Until > now);
    }
}
