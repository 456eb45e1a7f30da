using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.Catalog;

namespace Sward.Mall.Stores;

/// <summary>Changes a store's name, story, logo or price guarantee. Fields that are absent stay.</summary>
internal sealed class EditStore(MallDb db, ICurrentAccount account, IMediaCards media, ProductCards cards, TimeProvider clock)
{
    private const int Batch = 500;

    public sealed record Request
    {
        [MinLength(1), MaxLength(60)]
        public string? Name { get; init; }

        [MaxLength(2000)]
        public string? Story { get; init; }

        public long? LogoId { get; init; }

        public bool? GuaranteesPrices { get; init; }
    }

    public static void Map(IEndpointRouteBuilder stores) => stores
        .MapPatch("/{storeId:long}", async Task<Results<Ok<StoreView>, ProblemHttpResult>> (long storeId, Request request, EditStore edit, CancellationToken ct) =>
            await edit.ChangeAsync(storeId, request, ct) is { } store ? TypedResults.Ok(store) : Problems.NotFound("mall.store-not-found"))
        .WithName("EditStore")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    /// <summary>The changed store, or null when the account has no such store.</summary>
    public async Task<StoreView?> ChangeAsync(long storeId, Request request, CancellationToken ct)
    {
        await OwnPictures.CheckAsync(media, account.Id, request.LogoId, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await OwnStore.LockAsync(db, storeId, account.Id, ct) is not { } store)
        {
            return null;
        }

        var renamed = request.Name?.Trim() is { Length: > 0 } name && !string.Equals(name, store.Name, StringComparison.Ordinal);
        store.Name = renamed ? request.Name!.Trim() : store.Name;
        store.Story = request.Story ?? store.Story;
        store.LogoId = request.LogoId ?? store.LogoId;
        store.GuaranteesPrices = request.GuaranteesPrices ?? store.GuaranteesPrices;
        db.Announce(new MediaUsed($"mall.store:{store.Id}", [.. new[] { store.LogoId }.OfType<long>()], clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        var goods = renamed ? await AnnounceGoodsAsync(store, ct) : [];
        await transaction.CommitAsync(ct);
        goods.ForEach(cards.Evict);
        return await StoreView.OfAsync(store, media, ct);
    }

    /// <summary>Readers of facts know goods by their store's name too. A large store has more goods than should be in memory at once.</summary>
    private async Task<List<long>> AnnounceGoodsAsync(Store store, CancellationToken ct)
    {
        var announced = new List<long>();
        List<Product> batch;
        do
        {
            var after = announced.LastOrDefault();
            batch = await db.Products.AsNoTracking().Where(p => p.StoreId == store.Id && p.Id > after).OrderBy(p => p.Id).Take(Batch).ToListAsync(ct);
            batch.ForEach(product => db.Announce(product.Listed(store, clock.GetUtcNow())));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            announced.AddRange(batch.Select(product => product.Id));
        }
        while (batch.Count == Batch);
        return announced;
    }
}
