using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Orders;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Desk;

/// <summary>A store's orders by state, newest first.</summary>
[Authorize]
internal sealed class StoreOrdersPage(MyStore mine, ReadOrders orders, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int Size = 50;

    private static readonly OrderState?[] Shown = [null, OrderState.ToShip, OrderState.PartShipped, OrderState.PendingPayment, OrderState.PendingFinal, OrderState.Shipped, OrderState.Delivered, OrderState.Completed, OrderState.Cancelled];

    public Store Store { get; private set; } = null!;

    public Page<OrderView> Orders { get; private set; } = null!;

    public Tabs Tabs { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long storeId, OrderState? state, string? cursor, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store || !Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        Store = store;
        Orders = Page<OrderView>.Of(await orders.ListAsync(account.Id, OrderRole.Store, state, before, Size + 1, ct, storeId), Size, order => Cursor.Encode(order.Id));
        Tabs = new(texts["mall.desk.orders"], [.. Shown.Select(s => new Tab(texts[s is null ? "mall.orders.all" : $"mall.order.state.{s}"], UrlOf(storeId, s), s == state))]);
        Pager = new(Orders.Next is { } next ? $"{UrlOf(storeId, state)}{(state is null ? '?' : '&')}cursor={next}" : null);
        return Page();
    }

    private static string UrlOf(long storeId, OrderState? state) => $"/desk/{storeId}/orders{(state is null ? "" : $"?state={state}")}";
}
