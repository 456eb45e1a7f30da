using Sward.Discovery.Goods.Acting;
using Sward.Discovery.Goods.Learning;
using Sward.Discovery.Learning.Methods;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.Goods.Sources;

/// <summary>Goods that go with others by what everybody did.</summary>
internal static class NearGoods
{
    /// <summary>Beside a product: what its buyers bought besides.</summary>
    public static ISuggests AlsoBought(Models models) => new BesideProduct("also-bought", models, model => model.AlsoBought, Worth: 1);

    /// <summary>Beside a product: what people looked at besides.</summary>
    public static ISuggests AlsoSeen(Models models) => new BesideProduct("also-seen", models, model => model.AlsoSeen, Worth: .7);

    /// <summary>For a person: what goes with what they bought, put into the cart or looked at.</summary>
    public static ISuggests ForPerson(Models models) => new BesideDeeds(models);

    private static IReadOnlyList<Suggestion> Scaled(IEnumerable<(long ProductId, float Score, long SeedId)> near, double worth, Func<long, Reason> why)
    {
        var found = near.ToArray();
        return [.. found.Select(goods => new Suggestion(goods.ProductId, worth * goods.Score / found[0].Score, why(goods.SeedId)))];
    }

    private sealed record BesideProduct(string Name, Models Models, Func<GoodsModel, Neighbourhood> Graph, double Worth) : ISuggests
    {
        public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct) =>
            new(Models.Goods is { } model ? Scaled(model.Near(Graph(model), [(context.Ask.ProductId!.Value, 1)]), Worth, _ => new Reason(Name)) : []);
    }

    private sealed record BesideDeeds(Models Models) : ISuggests
    {
        public string Name => "goods-for-you";

        public bool IsPersonal => true;

        public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct)
        {
            if (Models.Goods is not { } model)
            {
                return [];
            }

            var taste = await context.Goods.Value.WaitAsync(ct);
            var near = model.Near(model.AlsoSeen, taste.Actions.Select(action => (action.ProductId, action.Weight)));
            return Scaled(near, worth: 1, seedId => new Reason(CodeOf(taste.Of(seedId)!)) { ProductId = seedId });
        }

        private static string CodeOf(ProductAction deed) => deed.BoughtAt is not null ? "because-bought" : deed.InCart ? "because-cart" : "because-seen";
    }
}
