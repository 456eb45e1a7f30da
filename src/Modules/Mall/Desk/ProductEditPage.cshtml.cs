using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Media;
using Sward.Mall.Catalog;
using Sward.Mall.Deliveries;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>What a store says about goods of its own: name, origin, words and pictures. Prices and stock are changed in the table of all goods.</summary>
[Authorize]
internal sealed class ProductEditPage(MallDb db, MyStore mine, EditProduct edit, IMediaCards media, IStringLocalizer texts) : PageModel
{
    public Store Store { get; private set; } = null!;

    public Product Product { get; private set; } = null!;

    public IReadOnlyList<MediaCard> Pictures { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long storeId, long productId, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store
            || await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == productId && p.StoreId == storeId, ct) is not { } product)
        {
            return NotFound();
        }

        var pictures = await media.GetAsync(product.PictureIds, ct);
        (Store, Product, Pictures) = (store, product, [.. product.PictureIds.Select(pictures.GetValueOrDefault).OfType<MediaCard>()]);
        return Page();
    }

    /// <summary>Saves the words, the pictures that were kept, and new ones after them.</summary>
    public async Task<IActionResult> OnPostAsync(
        long storeId, long productId, string? name, string? origin, string? category, string? description, IReadOnlyList<long>? keep, string? pictures,
        int earliestDays, IReadOnlyList<DayOfWeek>? weekdays, bool installs, ReturnRule? returns, CancellationToken ct)
    {
        var found = await OnGetAsync(storeId, productId, ct);
        if (found is not PageResult)
        {
            return found;
        }

        try
        {
            await edit.ChangeAsync(productId, new EditProduct.Request
            {
                Name = name,
                Origin = origin,
                Category = category,
                Description = description ?? "",
                Returns = returns,
                Pictures = [.. keep ?? [], .. TypedPictures.Parse(pictures)],
                Delivery = Product.Kind is GoodsKind.Large ? new DeliveryTerms(earliestDays, weekdays ?? [], installs).Checked() : null,
            }.Checked(), ct);
            return LocalRedirect($"/desk/{storeId}/products");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return found;
        }
    }
}
