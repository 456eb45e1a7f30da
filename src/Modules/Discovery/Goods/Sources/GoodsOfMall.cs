using Sward.Contracts.Mall;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.Goods.Sources;

/// <summary>What the mall shows everybody: what sells best, or what came last.</summary>
internal sealed class GoodsOfMall(string name, Func<CancellationToken, Task<IReadOnlyList<Ware>>> findAsync) : ISuggests
{
    public string Name => name;

    public static GoodsOfMall BestSellers(IWares wares) => new("best-sellers", ct => wares.BestSellersAsync(category: null, ct));

    public static GoodsOfMall Newest(IWares wares) => new("newest-goods", wares.NewestAsync);

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct) =>
        [.. (await findAsync(ct)).Select((ware, place) => new Suggestion(ware.Id, 1d / (1 + place), new Reason(name)))];
}
