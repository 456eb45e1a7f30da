using Microsoft.EntityFrameworkCore.Query;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.FlashSales;

namespace Sward.Mall.Wants;

/// <summary>
/// Looks what has become of wanted variants and tells those who want them: a few at a time, each batch marked and announced in one transaction, so that nobody is told twice, however often
/// the job runs and wherever it is cut off. Nothing that sells or stores goods has to think of wants.
/// </summary>
internal sealed class TellWanters(MallDb db, OnShelf shelf, ICircles circles, TimeProvider clock) : IClockJob
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        await EachAsync(Vanished(db, shelf.Skus), news: null, set => set.SetProperty(w => w.Stock, StockWatch.Gone), ct);
        await EachAsync(Back(db, shelf.Skus), WantNews.BackInStock, set => set.SetProperty(w => w.Stock, StockWatch.Told), ct);
        await EachAsync(Cheaper(db, shelf.Skus), WantNews.PriceDropped, set => set.SetProperty(w => w.IsPriceTold, true), ct);
        await EachAsync(InSale(db, clock.GetUtcNow()), WantNews.SaleStarted, set => set.SetProperty(w => w.IsSaleTold, true), ct);
    }

    /// <summary>Wants whose variant cannot be bought any more: from now on there is a coming back.</summary>
    internal static IQueryable<Want> Vanished(MallDb db, IQueryable<Sku> there) => db.Wants.Where(w => w.Stock == StockWatch.There && !there.Any(sku => sku.Id == w.SkuId));

    internal static IQueryable<Want> Back(MallDb db, IQueryable<Sku> there) => db.Wants.Where(w => w.Stock == StockWatch.Gone && there.Any(sku => sku.Id == w.SkuId));

    /// <summary>A price that nobody can pay just now is no news; it is when the variant is back.</summary>
    internal static IQueryable<Want> Cheaper(MallDb db, IQueryable<Sku> there) => db.Wants.Where(w => !w.IsPriceTold && there.Any(sku => sku.Id == w.SkuId && sku.PriceMinor < w.PriceMinor));

    /// <summary>Wants that were there before a sale that runs and still has units.</summary>
    internal static IQueryable<Want> InSale(MallDb db, DateTimeOffset now) => db.Wants.Where(w => !w.IsSaleTold
        && db.FlashSales.Any(sale => sale.SkuId == w.SkuId && sale.EndsAt > now && sale.State == FlashSaleState.Running && sale.StartsAt > w.At
            && db.FlashStocks.Any(stock => stock.SaleId == sale.Id && stock.OnHand > 0))
        && db.Skus.Any(sku => sku.Id == w.SkuId && db.Products.Any(p => p.Id == sku.ProductId && p.OnSale)));

    /// <summary>The next of them, by their ids.</summary>
    internal static IQueryable<Want> Next(IQueryable<Want> due, long after) => due.AsNoTracking().Where(w => w.Id > after).OrderBy(w => w.Id).Take(Batch);

    /// <summary>Goes through the due ones once, by their ids.</summary>
    /// <param name="news">What they are told; null for nothing.</param>
    private async Task EachAsync(IQueryable<Want> due, string? news, Action<UpdateSettersBuilder<Want>> mark, CancellationToken ct)
    {
        List<Want> batch;
        var after = 0L;
        do
        {
            batch = await Next(due, after).ToListAsync(ct);
            if (batch.Count > 0)
            {
                after = batch[^1].Id;
                await TellAsync(batch, due, news, mark, ct);
            }
        }
        while (batch.Count == Batch);
    }

    private async Task TellAsync(List<Want> batch, IQueryable<Want> due, string? news, Action<UpdateSettersBuilder<Want>> mark, CancellationToken ct)
    {
        var facts = news is null ? [] : await FactsAsync(batch, news, ct);
        long[] wantIds = [.. batch.Select(want => want.Id)];
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await due.Where(w => wantIds.Contains(w.Id)).ExecuteUpdateAsync(mark, ct) < batch.Count)
        {
            // One of them took theirs back just now, or another node tells them: of this batch nobody is told, and the next run looks again.
            return;
        }

        facts.ForEach(db.Announce);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>What is said to whom. Who and the seller have blocked one another hears nothing of it, now or later.</summary>
    private async Task<List<WantAnswered>> FactsAsync(List<Want> batch, string news, CancellationToken ct)
    {
        var skuIds = batch.Select(want => want.SkuId).Distinct().ToArray();
        var goods = await (
            from sku in db.Skus.AsNoTracking()
            join product in db.Products on sku.ProductId equals product.Id
            join store in db.Stores on product.StoreId equals store.Id
            where skuIds.Contains(sku.Id)
            select new { sku.Id, sku.ProductId, sku.Options, store.OwnerId }).ToDictionaryAsync(sku => sku.Id, ct);
        var blocked = new Dictionary<long, IReadOnlySet<long>>();
        foreach (var sellerId in goods.Values.Select(sku => sku.OwnerId).Distinct())
        {
            blocked[sellerId] = (await circles.OfAsync(sellerId, ct)).Blocked;
        }

        return
        [
            .. from want in batch
               let sku = goods[want.SkuId]
               where !blocked[sku.OwnerId].Contains(want.AccountId)
               select new WantAnswered(want.AccountId, sku.ProductId, sku.Id, string.Join(" · ", sku.Options.Values), news, clock.GetUtcNow()),
        ];
    }
}
