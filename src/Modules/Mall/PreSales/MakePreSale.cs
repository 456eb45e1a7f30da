using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Carts;
using Sward.Mall.Catalog;
using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.PreSales;

/// <summary>Plans a pre-sale of a variant of one's own store; operators may do it for every store.</summary>
internal sealed class MakePreSale(MallDb db, ICurrentAccount account, ReadPreSale read, Idempotency once, Ids ids, TimeZoneInfo zone, TimeProvider clock)
{
    private static readonly TimeSpan LongestForDeposits = TimeSpan.FromDays(30);

    /// <summary>Everybody has a whole day to pay in; and a deposit that is paid in its last minute must not be lost in the next.</summary>
    private static readonly TimeSpan ShortestForRests = TimeSpan.FromDays(1);

    /// <summary>Orders at a payment provider do not wait longer.</summary>
    private static readonly TimeSpan LongestForRests = TimeSpan.FromDays(7);

    /// <summary>How long after the rests at most the goods may leave.</summary>
    private const int LongestToShipDays = 60;

    /// <summary>A pre-sale to be made; amounts are of one unit.</summary>
    /// <param name="CountsAs">What the deposit counts for; absent for what it is.</param>
    /// <param name="ShipBy">The last day on which the store may send, in the site's time zone.</param>
    public sealed record Request(
        long SkuId, [property: Required] Money Price, [property: Required] Money Deposit, Money? CountsAs, [property: Range(1, 1_000_000)] int Units,
        DateTimeOffset DepositFrom, DateTimeOffset DepositUntil, DateTimeOffset FinalFrom, DateTimeOffset FinalUntil, DateOnly ShipBy)
    {
        public long CountsAsMinor => (CountsAs ?? Deposit).Amount;
    }

    public static void Map(IEndpointRouteBuilder stores) => stores
        .MapPost("/{storeId:long}/pre-sales", async (long storeId, Request request, MakePreSale make, CancellationToken ct) => await make.MakeAsync(storeId, request, ct))
        .WithName("MakePreSale")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    public async Task<Created<PreSaleView>> MakeAsync(long storeId, Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Under the store's lock nobody else is making one.
        var store = await DeskStores.LockAsync(db, account, storeId, ct);
        await CheckAsync(store, request, ct);
        var sale = new PreSale
        {
            Id = ids.Next(),
            StoreId = storeId,
            SkuId = request.SkuId,
            PriceMinor = request.Price.Amount,
            DepositMinor = request.Deposit.Amount,
            CountsAsMinor = request.CountsAsMinor,
            Units = request.Units,
            DepositFrom = request.DepositFrom.ToUniversalTime(),
            DepositUntil = request.DepositUntil.ToUniversalTime(),
            FinalFrom = request.FinalFrom.ToUniversalTime(),
            FinalUntil = request.FinalUntil.ToUniversalTime(),
            ShipBy = request.ShipBy,
        };
        db.Add(sale);
        await db.SaveChangesAsync(ct);
        var view = (await read.FindAsync(sale.Id, ct))!;
        return await once.CreatedAsync(db, transaction, $"/api/v1/pre-sales/{sale.Id}", view, ct);
    }

    /// <summary>What a pre-sale would mean for a buyer and for the shelf; refused as making it would be. Changes nothing.</summary>
    public async Task<PreSalePreview> PreviewAsync(Store store, Request request, CancellationToken ct)
    {
        var publicMinor = await CheckAsync(store, request, ct);
        var onHand = await db.StockLevels.Where(level => level.SkuId == request.SkuId).SumAsync(level => level.OnHand, ct);
        var together = new Money(request.Price.Amount - request.CountsAsMinor + request.Deposit.Amount, store.Currency);
        return new(
            new Money(publicMinor, store.Currency), request.Price, request.Deposit, new Money(request.CountsAsMinor, store.Currency), request.Units, onHand,
            await CartsWith.OfAsync(db, request.SkuId, publicMinor, together, int.MaxValue, ct));
    }

    /// <summary>Refuses what cannot be a pre-sale; returns the public price of one unit.</summary>
    private async Task<long> CheckAsync(Store store, Request request, CancellationToken ct)
    {
        CheckTimes(request);
        var goods = await (
            from sku in db.Skus
            join product in db.Products on sku.ProductId equals product.Id
            where sku.Id == request.SkuId && product.StoreId == store.Id
            select new { sku.PriceMinor, product.Kind }).SingleOrDefaultAsync(ct) ?? throw new Refusal("mall.product-not-found", StatusCodes.Status404NotFound);
        if (goods.Kind is not GoodsKind.Shipped)
        {
            throw new Refusal("mall.pre-sale-goods", StatusCodes.Status422UnprocessableEntity);
        }

        CheckAmounts(store, request, goods.PriceMinor);
        var (from, until) = (request.DepositFrom.ToUniversalTime(), request.DepositUntil.ToUniversalTime());
        return await db.PreSales.AnyAsync(s => s.SkuId == request.SkuId && s.DepositFrom < until && from < s.DepositUntil && s.CancelledAt == null, ct)
            ? throw new Refusal("mall.pre-sale-overlaps")
            : goods.PriceMinor;
    }

    private void CheckTimes(Request request)
    {
        var rested = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.FinalUntil, zone).DateTime);
        if (request.DepositUntil <= request.DepositFrom || request.DepositUntil <= clock.GetUtcNow() || request.DepositUntil - request.DepositFrom > LongestForDeposits
            || request.FinalFrom < request.DepositUntil || request.FinalUntil - request.FinalFrom < ShortestForRests || request.FinalUntil - request.FinalFrom > LongestForRests
            || request.ShipBy < rested || request.ShipBy > rested.AddDays(LongestToShipDays))
        {
            throw new Refusal("mall.pre-sale-times", StatusCodes.Status422UnprocessableEntity, LongestForDeposits.Days, LongestForRests.Days, LongestToShipDays);
        }
    }

    private static void CheckAmounts(Store store, Request request, long publicMinor)
    {
        var price = request.Price.Amount;
        if (price <= 0 || price > publicMinor || new[] { request.Price, request.Deposit, request.CountsAs ?? request.Deposit }.Any(money => !string.Equals(money.Currency, store.Currency, StringComparison.Ordinal)))
        {
            throw new Refusal("mall.pre-sale-price", StatusCodes.Status422UnprocessableEntity);
        }

        if (request.Deposit.Amount <= 0 || request.Deposit.Amount > DepositOffer.MostOf(price))
        {
            throw new Refusal("mall.deposit-too-high", StatusCodes.Status422UnprocessableEntity, new Money(DepositOffer.MostOf(price), store.Currency).ToPlainString());
        }

        // Something has to be left to pay later.
        if (request.CountsAsMinor < request.Deposit.Amount || request.CountsAsMinor >= price)
        {
            throw new Refusal("mall.deposit-counts-as", StatusCodes.Status422UnprocessableEntity);
        }
    }
}
