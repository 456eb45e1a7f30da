using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Mall.Stores;

/// <summary>Shows a store, and lists one's own.</summary>
internal static class ReadStore
{
    public static void Map(IEndpointRouteBuilder stores)
    {
        stores.MapGet("/{storeId:long}", HandleReadAsync)
            .WithName("ReadStore")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AllowAnonymous();
        stores.MapGet("/mine", HandleMineAsync)
            .WithName("ListMyStores")
            .RequireAuthorization();
    }

    private static async Task<Results<Ok<StoreView>, ProblemHttpResult>> HandleReadAsync(long storeId, MallDb db, IMediaCards media, CancellationToken ct) =>
        await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId, ct) is { } store
            ? TypedResults.Ok(await StoreView.OfAsync(store, media, ct))
            : Problems.NotFound("mall.store-not-found");

    private static async Task<Ok<Page<StoreView>>> HandleMineAsync(MallDb db, IMediaCards media, ICurrentAccount account, CancellationToken ct)
    {
        var accountId = account.Id;
        var mine = await db.Stores.AsNoTracking().Where(s => s.OwnerId == accountId).OrderByDescending(s => s.Id).ToListAsync(ct);
        long[] logoIds = [.. mine.Select(s => s.LogoId).OfType<long>()];
        var logos = await media.GetAsync(logoIds, ct);
        return TypedResults.Ok(new Page<StoreView>([.. mine.Select(s => StoreView.Of(s, s.LogoId is { } logo ? logos.GetValueOrDefault(logo) : null))], Next: null));
    }
}
