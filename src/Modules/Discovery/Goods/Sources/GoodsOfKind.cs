using Sward.Contracts.Mall;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.Goods.Sources;

/// <summary>What sells best of the same kind: first of the same brand, then the others.</summary>
/// <param name="isPersonal">The kinds are the reader's; else that of the product they are shown beside.</param>
internal sealed class GoodsOfKind(string name, IWares wares, bool isPersonal) : ISuggests
{
    /// <summary>Kinds of goods of the reader that are looked at.</summary>
    private const int MostKinds = 3;

    private const double BrandWorth = .5;
    private const double KindWorth = .3;

    public string Name => name;

    public bool IsPersonal => isPersonal;

    public static GoodsOfKind OfProduct(IWares wares) => new("same-kind", wares, isPersonal: false);

    public static GoodsOfKind OfPerson(IWares wares) => new("kinds-for-you", wares, isPersonal: true);

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct)
    {
        long[] seeds = isPersonal ? [.. (await context.Goods.Value.WaitAsync(ct)).Actions.Select(action => action.ProductId)] : [context.Ask.ProductId!.Value];
        var known = await wares.GetAsync(seeds, ct);
        string[] kinds = [.. known.Values.CountBy(ware => ware.Category).OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal).Take(MostKinds).Select(kind => kind.Key)];
        var brands = known.Values.Select(ware => ware.Brand).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new List<Suggestion>();
        foreach (var kind in kinds)
        {
            var best = await wares.BestSellersAsync(kind, ct);
            found.AddRange(best.Select((ware, place) => Suggest(ware, place, brands)));
        }

        return found;
    }

    private static Suggestion Suggest(Ware ware, int place, HashSet<string> brands)
    {
        var isOfBrand = ware.Brand is { } brand && brands.Contains(brand);
        var why = isOfBrand ? new Reason("same-brand", ware.Brand) : new Reason("hot", ware.Category) { IsCategory = true };
        return new(ware.Id, (isOfBrand ? BrandWorth : KindWorth) / Math.Sqrt(1 + place), why);
    }
}
