using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;
using Sward.Contracts.Media;
using Sward.Mall.FlashSales;
using Sward.Ui;

namespace Sward.Mall.Catalog;

/// <summary>The mall's front: goods by category and order, without end.</summary>
[OutputCache(PolicyName = VisitorCache.Policy)]
internal sealed class MallPage(BrowseProducts browse, FlashShowcase flash, IGoodsReasons reasons, ICurrentAccount account, IMediaCards media, IStringLocalizer texts) : PageModel
{
    private const int Size = 30;

    public Chips Chips { get; private set; } = null!;

    public Tabs Sorts { get; private set; } = null!;

    /// <summary>The first page of the whole mall.</summary>
    public bool IsFront { get; private set; }

    /// <summary>Limited-time purchases, on the front alone.</summary>
    public IReadOnlyList<FlashShowcase.Item> FlashSales { get; private set; } = [];

    public Waterfall Goods { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? category, ShelfOrder sort, string? cursor, CancellationToken ct)
    {
        if ((category is not null && !Categories.Knows(category)) || await browse.PageAsync(storeId: null, category, sort, cursor, Size, ct) is not { } page)
        {
            return NotFound();
        }

        IsFront = category is null && cursor is null;
        FlashSales = IsFront ? await flash.ItemsAsync(ct) : [];
        Goods = await ProductWaterfall.OfAsync(page, next => $"{UrlOf(category, sort)}&cursor={next}", new("basket", texts["mall.empty"]), media, ct, await reasons.OfAsync([.. page.Items.Select(p => p.Id)], account.IdOrNull, ct));
        Chips = new(texts["mall.categories"],
        [
            new(texts["mall.category.all"], UrlOf(null, sort), category is null),
            .. Categories.Codes.Select(code => new Tab(texts[$"mall.category.{code}"], UrlOf(code, sort), string.Equals(code, category, StringComparison.Ordinal))),
        ]);
        Sorts = new(texts["mall.sort"], [.. Enum.GetValues<ShelfOrder>().Select(s => new Tab(texts[$"mall.sort.{s}"], UrlOf(category, s), s == sort))]);
        return Page();
    }

    private static string UrlOf(string? category, ShelfOrder sort) => $"/mall?sort={sort}{(category is null ? "" : $"&category={category}")}";
}
