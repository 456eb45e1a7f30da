using Sward.Contracts.Accounts;

namespace Sward.Mall.Vouchers;

/// <summary>A voucher as its buyer sees it.</summary>
/// <param name="Ticket">The text of its QR code.</param>
internal sealed record VoucherView(
    long Id, long OrderId, long StoreId, string StoreName, string ProductName, VoucherState State, string Code, string Ticket, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil,
    DateTimeOffset? EndedAt);

/// <summary>Shows vouchers to their buyer; to everybody else they do not exist.</summary>
internal sealed class ReadVouchers(MallDb db, VoucherTickets tickets)
{
    public static void Map(IEndpointRouteBuilder vouchers) => vouchers
        .MapGet("", HandleAsync)
        .WithName("ListVouchers")
        .RequireAuthorization();

    public async Task<VoucherView?> FindAsync(long buyerId, long voucherId, CancellationToken ct) =>
        (await ViewsAsync(db.Vouchers.Where(v => v.Id == voucherId && v.BuyerId == buyerId), ct)).SingleOrDefault();

    public Task<IReadOnlyList<VoucherView>> OfOrderAsync(long buyerId, long orderId, CancellationToken ct) =>
        ViewsAsync(db.Vouchers.Where(v => v.OrderId == orderId && v.BuyerId == buyerId).OrderBy(v => v.Id), ct);

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<VoucherView>> ListAsync(long buyerId, long before, int limit, CancellationToken ct) =>
        ViewsAsync(db.Vouchers.Where(v => v.BuyerId == buyerId && v.Id < before).OrderByDescending(v => v.Id).Take(limit), ct);

    private async Task<IReadOnlyList<VoucherView>> ViewsAsync(IQueryable<Voucher> chosen, CancellationToken ct)
    {
        var rows = await (
            from voucher in chosen.AsNoTracking()
            join line in db.OrderLines on voucher.LineId equals line.Id
            join store in db.Stores on voucher.StoreId equals store.Id
            select new { Voucher = voucher, line.ProductName, StoreName = store.Name }).ToListAsync(ct);
        var views = new List<VoucherView>(rows.Count);
        foreach (var (voucher, product, store) in rows.Select(row => (row.Voucher, row.ProductName, row.StoreName)))
        {
            views.Add(new(
                voucher.Id, voucher.OrderId, voucher.StoreId, store, product, voucher.State, voucher.Code, await tickets.OfAsync(voucher, ct), voucher.ValidFrom, voucher.ValidUntil, voucher.EndedAt));
        }

        return views;
    }

    private static async Task<Results<Ok<Page<VoucherView>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, ReadVouchers vouchers, ICurrentAccount account, CancellationToken ct) =>
        Cursor.TryDecode(page.Cursor, out var before, out _)
            ? TypedResults.Ok(Page<VoucherView>.Of(await vouchers.ListAsync(account.Id, before, page.Size + 1, ct), page.Size, voucher => Cursor.Encode(voucher.Id)))
            : Problems.BadRequest("kernel.bad-cursor");
}
