using Sward.Discovery.Pipeline;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.Goods.Sources;

/// <summary>Goods that the reader looked at and did not buy yet, the last one first.</summary>
internal sealed class SeenGoods : ISuggests
{
    private const int Most = 6;

    /// <summary>They know it already: something new that goes with it is better.</summary>
    private const double Worth = .4;

    public string Name => "seen-goods";

    public bool IsPersonal => true;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct) =>
        [.. (await context.Goods.Value.WaitAsync(ct)).Actions.Where(action => action is { Viewed: true, BoughtAt: null }).Take(Most)
            .Select((action, place) => new Suggestion(action.ProductId, Worth / (1 + place), new Reason("seen")))];
}
