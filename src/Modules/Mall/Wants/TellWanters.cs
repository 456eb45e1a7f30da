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

    /// <summary>The next of them, with what is said about them.</summary>
    internal static IQueryable<Row> Next(MallDb db, IQueryable<Want> due, long after) => (
        from want in due.AsNoTracking()
        join sku in db.Skus on want.SkuId equals sku.Id
        join product in db.Products on sku.ProductId equals product.Id
        join store in db.Stores on product.StoreId equals store.Id
        where want.Id > after
        orderby want.Id
        select new Row(want.Id, want.AccountId, sku.Id, sku.Options, product.Id, store.OwnerId)).Take(Batch);

    internal sealed record Row(long WantId, long AccountId, long SkuId, IReadOnlyDictionary<string, string> Options, long ProductId, long SellerId);

    /// <summary>Goes through the due ones once, by their ids.</summary>
    /// <param name="news">What they are told; null for nothing.</param>
    private async Task EachAsync(IQueryable<Want> due, string? news, Action<UpdateSettersBuilder<Want>> mark, CancellationToken ct)
    {
        List<Row> batch;
        var after = 0L;
        do
        {
            batch = await Next(db, due, after).ToListAsync(ct);
            if (batch.Count > 0)
            {
                after = batch[^1].WantId;
                await TellAsync(batch, due, news, mark, ct);
            }
        }
        while (batch.Count == Batch);
    }

    private async Task TellAsync(List<Row> batch, IQueryable<Want> due, string? news, Action<UpdateSettersBuilder<Want>> mark, CancellationToken ct)
    {
        var told = news is null ? [] : await WithoutBlockedAsync(batch, ct);
        long[] wantIds = [.. batch.Select(row => row.WantId)];
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await due.Where(w => wantIds.Contains(w.Id)).ExecuteUpdateAsync(mark, ct) < batch.Count)
        {
            // One of them took theirs back just now, or another node tells them: of this batch nobody is told, and the next run looks again.
            return;
        }

        told.ForEach(row => db.Announce(new WantAnswered(row.AccountId, row.ProductId, row.SkuId, string.Join(" · ", row.Options.Values), news!, clock.GetUtcNow())));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Who and the seller have blocked one another hears nothing of it, now or later.</summary>
    private async Task<List<Row>> WithoutBlockedAsync(List<Row> batch, CancellationToken ct)
    {
        var told = new List<Row>();
        foreach (var goods in batch.GroupBy(row => row.SellerId))
        {
            var blocked = (await circles.OfAsync(goods.Key, ct)).Blocked;
            told.AddRange(goods.Where(row => !blocked.Contains(row.AccountId)));
        }

        return told;
    }
}
