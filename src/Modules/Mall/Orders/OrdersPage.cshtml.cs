using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Ui;

namespace Sward.Mall.Orders;

/// <summary>What I bought, newest first.</summary>
[Authorize]
internal sealed class OrdersPage(ReadOrders orders, IMediaCards media, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int Size = 20;

    private static readonly OrderState?[] Shown = [null, OrderState.PendingPayment, OrderState.PendingFinal, OrderState.ToShip, OrderState.Shipped, OrderState.Delivered, OrderState.Completed];

    public IReadOnlyDictionary<long, MediaCard> Pictures { get; private set; } = null!;

    public Page<OrderView> Orders { get; private set; } = null!;

    public Tabs Tabs { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(OrderState? state, string? cursor, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        Orders = Page<OrderView>.Of(await orders.ListAsync(account.Id, OrderRole.Buyer, state, before, Size + 1, ct), Size, order => Cursor.Encode(order.Id));
        Pictures = await media.GetAsync([.. Orders.Items.SelectMany(order => order.Lines).Select(line => line.PictureId).OfType<long>()], ct);
        Tabs = new(texts["mall.orders.title"], [.. Shown.Select(s => new Tab(texts[s is null ? "mall.orders.all" : $"mall.order.state.{s}"], UrlOf(s), s == state))]);
        Pager = new(Orders.Next is { } next ? $"/orders?cursor={next}{(state is null ? "" : $"&state={state}")}" : null);
        return Page();
    }

    private static string UrlOf(OrderState? state) => state is null ? "/orders" : $"/orders?state={state}";
}
