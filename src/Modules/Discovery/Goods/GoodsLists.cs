using Sward.Contracts.Mall;
using Sward.Discovery.Goods.Sources;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Shelves;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.Goods;

/// <summary>Every place where goods are suggested, stage by stage.</summary>
internal sealed class GoodsLists(IWares wares, NoteShelves shelves, Models models, TimeProvider clock)
{
    /// <summary>What was bought is not needed again so soon, unless it is used up.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(180);

    /// <summary>On the mall's first page.</summary>
    public SuggestionList ForYou { get; } = new("goods-for-you")
    {
        Sources = [NearGoods.ForPerson(models), new GoodsOfLikedNotes(shelves), new SeenGoods(), GoodsOfKind.OfPerson(wares)],
        Plain = [GoodsOfMall.BestSellers(wares), GoodsOfMall.Newest(wares)],
    };

    /// <summary>Beside a product.</summary>
    public SuggestionList Related { get; } = new("related-goods")
    {
        Sources = [NearGoods.AlsoBought(models), NearGoods.AlsoSeen(models), GoodsOfNotes.Shared(shelves)],
        Plain = [GoodsOfKind.OfProduct(wares)],
    };

    /// <summary>Under a note.</summary>
    public SuggestionList UnderNote { get; } = new("note-goods")
    {
        Sources = [GoodsOfNotes.OnTopics(shelves)],
        Plain = [],
    };

    public IReadOnlyList<Rule<Good>> Rules { get; } =
    [
        new("not-buyable", (_, good) => good.Ware.IsBuyable),
        new("seed", (context, good) => good.Ware.Id != context.Ask.ProductId && context.Ask.Seed?.ProductIds.Contains(good.Ware.Id) != true),
        new("own", (context, good) => good.Ware.SellerId != context.Ask.ReaderId),
        new("blocked", (context, good) => !context.Circle.Blocked.Contains(good.Ware.SellerId)),
        new("muted", (context, good) => !context.Circle.Muted.Contains(good.Ware.SellerId)),
        new("hidden", (context, good) => !context.Hides.CoverProduct(good.Ware.Id, good.Ware.Category)),
        new("in-cart", (_, good) => good.Deed is not { InCart: true }),
        new("bought-lately", (_, good) => good.Ware.IsConsumable || !(good.Deed?.BoughtAt > clock.GetUtcNow() - Lately)),
    ];
}
