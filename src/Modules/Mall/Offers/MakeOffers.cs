using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Catalog;
using Sward.Mall.Stores;

namespace Sward.Mall.Offers;

/// <summary>Makes offers, lists them and ends one: a store for its own goods, the operator across stores. What was promised is not changed; end it and make another.</summary>
internal sealed class MakeOffers(MallDb db, Ids ids, IStringLocalizer texts, TimeProvider clock)
{
    private const int MostRunning = 50;

    /// <summary>An offer to be made.</summary>
    /// <param name="ProductIds">The products it is about; empty or absent for all.</param>
    /// <param name="Categories">The kinds of goods it is about; empty or absent for all.</param>
    /// <param name="Exclusive">Suffers no other offer of its step beside it.</param>
    /// <param name="From">Absent: now.</param>
    /// <param name="StoresPercent">What of the platform's offer stores bear on their own goods; then it counts only for stores that take part.</param>
    public sealed record Request(
        [property: Required, StringLength(PublicOffer.TitleLength, MinimumLength = 1)] string Title,
        OfferTerms Terms,
        [property: MaxLength(200)] IReadOnlyList<long>? ProductIds,
        [property: MaxLength(20)] IReadOnlyList<string>? Categories,
        [property: Range(-100, 100)] int Priority,
        bool Exclusive,
        DateTimeOffset? From,
        DateTimeOffset Until,
        [property: Range(0, 100)] int StoresPercent = 0);

    /// <summary>Checks an offer as somebody wants it to be; nothing is kept yet.</summary>
    /// <param name="store">Whose it shall be; null for the platform's.</param>
    /// <exception cref="Refusal">It promises nothing, is about goods of others, or ends before it begins.</exception>
    public async Task<PublicOffer> DraftAsync(Store? store, Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var terms = request.Terms.Checked();
        if (request.Until <= (request.From ?? now) || request.Until <= now)
        {
            throw new Refusal("mall.offer-over", StatusCodes.Status422UnprocessableEntity);
        }

        if (store is null && terms.Bundle is not null)
        {
            throw new Refusal("mall.offer-bundle", StatusCodes.Status422UnprocessableEntity);
        }

        if (store is not null && request.StoresPercent > 0)
        {
            throw new Refusal("mall.offer-share", StatusCodes.Status422UnprocessableEntity);
        }

        await CheckGoodsAsync(store, request, ct);
        return new PublicOffer
        {
            Id = ids.Next(),
            StoreId = store?.Id,
            Title = PlainText.Line(request.Title),
            Currency = store?.Currency ?? MallOptions.DefaultCurrency,
            Terms = terms,
            ProductIds = request.ProductIds ?? [],
            Categories = request.Categories ?? [],
            Priority = request.Priority,
            IsExclusive = request.Exclusive,
            StoresBasisPoints = request.StoresPercent * 100,
            CreatedAt = now,
            From = request.From?.ToUniversalTime() ?? now,
            Until = request.Until.ToUniversalTime(),
        };
    }

    /// <summary>Makes the offer of a store, or the platform's when there is none.</summary>
    public async Task<OfferView> MakeAsync(Store? store, Request request, CancellationToken ct)
    {
        var offer = await DraftAsync(store, request, ct);
        if (await Standing(store?.Id).CountAsync(ct) >= MostRunning)
        {
            throw new Refusal("mall.offer-too-many", StatusCodes.Status409Conflict, MostRunning);
        }

        db.PublicOffers.Add(offer);
        await db.SaveChangesAsync(ct);
        return OfferView.Of(offer, texts, clock.GetUtcNow());
    }

    /// <summary>A store's offers or the platform's, newest first: those that run or will, or the last hundred of all.</summary>
    public async Task<IReadOnlyList<OfferView>> ListAsync(long? storeId, bool all, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var offers = all ? db.PublicOffers.Where(o => o.StoreId == storeId) : Standing(storeId);
        var listed = await offers.AsNoTracking().OrderByDescending(o => o.Id).Take(MostRunning * 2).ToListAsync(ct);
        var shared = all ? listed.FindAll(o => o.IsShared).ConvertAll(o => o.Id) : [];
        var partakers = shared.Count == 0 ? new Dictionary<long, int>() : await db.Partakers.Where(p => shared.Contains(p.PromiseId) && p.LeftAt == null)
            .GroupBy(p => p.PromiseId).Select(stores => new { stores.Key, Count = stores.Count() }).ToDictionaryAsync(stores => stores.Key, stores => stores.Count, ct);
        return listed.ConvertAll(o => OfferView.Of(o, texts, now) with { Partakers = all && o.IsShared ? partakers.GetValueOrDefault(o.Id) : null });
    }

    /// <summary>Ends an offer; false when the store or the platform has no such offer.</summary>
    public async Task<bool> EndAsync(long? storeId, long offerId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.PublicOffers.Where(o => o.Id == offerId && o.StoreId == storeId)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.EndedAt, o => o.EndedAt ?? now), ct) == 1;
    }

    private IQueryable<PublicOffer> Standing(long? storeId)
    {
        var now = clock.GetUtcNow();
        return db.PublicOffers.Where(o => o.StoreId == storeId && o.EndedAt == null && o.Until > now);
    }

    /// <summary>Refuses kinds of goods and goods that are not there or belong to another store, and a bundle that is no cheaper than its parts.</summary>
    private async Task CheckGoodsAsync(Store? store, Request request, CancellationToken ct)
    {
        Categories.Check(request.Categories);
        var productIds = (request.ProductIds ?? []).Distinct().ToList();
        if (await db.Products.CountAsync(p => productIds.Contains(p.Id) && (store == null || p.StoreId == store.Id), ct) < productIds.Count)
        {
            throw new Refusal("mall.product-not-found", StatusCodes.Status404NotFound);
        }

        if (request.Terms.Bundle is { } bundle && store is not null)
        {
            var skuIds = bundle.Parts.Select(part => part.SkuId).ToList();
            var prices = await db.Skus.Where(s => skuIds.Contains(s.Id) && db.Products.Any(p => p.Id == s.ProductId && p.StoreId == store.Id)).ToDictionaryAsync(s => s.Id, s => s.PriceMinor, ct);
            if (prices.Count < skuIds.Count)
            {
                throw new Refusal("mall.sku-not-found", StatusCodes.Status404NotFound);
            }

            if (bundle.PriceMinor >= bundle.Parts.Sum(part => prices[part.SkuId] * part.Units))
            {
                throw new Refusal("mall.offer-bundle", StatusCodes.Status422UnprocessableEntity);
            }
        }
    }
}
