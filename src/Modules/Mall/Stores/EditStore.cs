using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;
using Sward.Mall.Catalog;

namespace Sward.Mall.Stores;

/// <summary>Changes a store's name, story, logo, price guarantee or what it wants of search. Fields that are absent stay.</summary>
internal sealed class EditStore(MallDb db, ICurrentAccount account, IMediaCards media, ProductCards cards, TimeProvider clock)
{
    public sealed record Request
    {
        [MinLength(1), MaxLength(60)]
        public string? Name { get; init; }

        [MaxLength(2000)]
        public string? Story { get; init; }

        public long? LogoId { get; init; }

        public bool? GuaranteesPrices { get; init; }

        /// <summary>Whether a search for the store's name leads to it.</summary>
        public bool? SearchDirect { get; init; }

        /// <summary>An https address where it sells as well; empty for none. It is shown when operators approve the site.</summary>
        [MaxLength(300)]
        public string? OutsideLink { get; init; }
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
        if (request.OutsideLink is { Length: > 0 } link && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "", HostNameType: UriHostNameType.Dns }))
        {
            throw new Refusal("mall.link-invalid", StatusCodes.Status422UnprocessableEntity);
        }

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
        store.SearchDirect = request.SearchDirect ?? store.SearchDirect;
        store.OutsideLink = request.OutsideLink is "" ? null : request.OutsideLink ?? store.OutsideLink;
        db.Announce(new StoreChanged(store.Id, store.OwnerId, store.Name, store.SearchDirect, store.OutsideLink, clock.GetUtcNow()));
        db.Announce(new MediaUsed($"mall.store:{store.Id}", [.. new[] { store.LogoId }.OfType<long>()], clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        // Readers of facts know goods by their store's name too.
        var goods = renamed ? await AnnounceGoods.RunAsync(db, store, db.Products.Where(p => p.StoreId == storeId), clock.GetUtcNow(), ct) : [];
        await transaction.CommitAsync(ct);
        goods.ForEach(cards.Evict);
        return await StoreView.OfAsync(store, media, ct);
    }
}
