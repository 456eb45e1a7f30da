using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;

namespace Sward.Mall.Stores;

/// <summary>Opens a store: a name is enough, and goods can be on sale a minute later.</summary>
internal sealed class OpenStore(MallDb db, ICurrentAccount account, IMediaCards media, Idempotency once, Ids ids, TimeProvider clock)
{
    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(60)] string Name,
        [property: Required] StoreKind? Kind,
        [property: MaxLength(2000)] string? Story,
        long? LogoId);

    public static void Map(IEndpointRouteBuilder stores) => stores
        .MapPost("", (Request request, OpenStore open, CancellationToken ct) => open.OpenAsync(request, ct))
        .WithName("OpenStore")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithIdempotency()
        .RequireAuthorization();

    public async Task<Created<StoreView>> OpenAsync(Request request, CancellationToken ct)
    {
        var store = new Store
        {
            Id = ids.Next(),
            OwnerId = account.Id,
            Name = request.Name.Trim(),
            Kind = request.Kind!.Value,
            Story = request.Story ?? "",
            LogoId = await OwnPictures.CheckAsync(media, account.Id, request.LogoId, ct),
            OpenedAt = clock.GetUtcNow(),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Stores.Add(store);
        db.Announce(new StoreOpened(store.Id, store.OwnerId, store.Name, store.OpenedAt));
        db.Announce(new MediaUsed($"mall.store:{store.Id}", [.. new[] { store.LogoId }.OfType<long>()], store.OpenedAt));
        return await once.CreatedAsync(db, transaction, $"/api/v1/stores/{store.Id}", await StoreView.OfAsync(store, media, ct), ct);
    }
}
