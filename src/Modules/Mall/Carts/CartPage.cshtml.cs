using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.Commissions;

namespace Sward.Mall.Carts;

/// <summary>The cart, by store, at today's prices.</summary>
[Authorize, BringsTouches]
internal sealed class CartPage(ReadCart read, ChangeCart change, IMediaCards media, ICurrentAccount account) : PageModel
{
    public IReadOnlyDictionary<long, MediaCard> Pictures { get; private set; } = null!;

    public ReadCart.Response Cart { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Cart = await read.ReadAsync(account.Id, ct);
        Pictures = await media.GetAsync([.. Cart.Lines.Concat(Cart.Apart).Select(line => line.PictureId).OfType<long>()], ct);
    }

    public async Task<IActionResult> OnPostChangeAsync(long skuId, int quantity, CancellationToken ct)
    {
        await change.SetAsync(account.Id, skuId, Math.Clamp(quantity, 1, MallOptions.MaxUnits), add: false, ct);
        return LocalRedirect("/cart");
    }

    public async Task<IActionResult> OnPostRemoveAsync(long skuId, CancellationToken ct)
    {
        await change.RemoveAsync(account.Id, skuId, ct);
        return LocalRedirect("/cart");
    }
}
