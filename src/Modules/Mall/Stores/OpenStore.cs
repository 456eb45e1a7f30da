using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;

namespace Sward.Mall.Stores;

/// <summary>Opens a store: a name is enough, and goods can be on sale a minute later.</summary>
internal sealed class OpenStore(MallDb db, ICurrentAccount account, IMediaCards media, IOptions<MallOptions> options, Idempotency once, Ids ids, TimeProvider clock)
{
    /// <summary>A store to open.</summary>
    /// <param name="Currency">What it trades in, for good: one that this site takes payments in. Absent for the site's own.</param>
    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(60)] string Name,
        [property: Required] StoreKind? Kind,
        [property: MaxLength(2000)] string? Story,
        long? LogoId,
        [property: StringLength(3, MinimumLength = 3)] string? Currency = null);

    public static void Map(IEndpointRouteBuilder stores) => stores
        .MapPost("", (Request request, OpenStore open, CancellationToken ct) => open.OpenAsync(request, ct))
        .WithName("OpenStore")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithIdempotency()
        .RequireAuthorization();

    public async Task<Created<StoreView>> OpenAsync(Request request, CancellationToken ct)
    {
        var currency = request.Currency ?? MallOptions.DefaultCurrency;
        if (!options.Value.StoreCurrencies.Contains(currency, StringComparer.Ordinal))
        {
            throw new Refusal("mall.currency-not-taken", StatusCodes.Status422UnprocessableEntity);
        }

        var store = new Store
        {
            Id = ids.Next(),
            OwnerId = account.Id,
            Name = request.Name.Trim(),
            Kind = request.Kind!.Value,
            Story = request.Story ?? "",
            Currency = currency,
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
